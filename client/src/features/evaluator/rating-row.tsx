/** One rating: the own one in four buttons, why, what is suggested, what others think, what stands. */
import { Badge, Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { FacilitatorObjective } from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './evaluator.module.css';
import { type Rating, type RatingRow, ratings } from './logic/rating-rows';
import { useEvaluator } from './use-evaluator';

/** The engine's longest line. */
const longestReason = 300;

export function RatingRowCard(props: {
  readonly row: RatingRow;
  readonly objective: FacilitatorObjective;
}) {
  const { row, objective } = props;
  const { t } = useTranslation('evaluator');
  const { act, table, text, person } = useEvaluator();
  const { of, tableId, own, others, confirmed } = row;
  const [reason, setReason] = useState(own?.reason ?? '');
  const title =
    of.kind === 'capability'
      ? t('ratings.capability', { capability: text(objective.capability) })
      : table(tableId);
  const rate = (rating: Rating) =>
    void act({
      type: 'RateObjective',
      of,
      tableId,
      rating: own?.rating === rating ? null : rating,
      reason: reason.trim(),
    });
  const keepReason = () => {
    if (own === undefined || own.reason === reason.trim()) return;
    void act({ type: 'RateObjective', of, tableId, rating: own.rating, reason: reason.trim() });
  };
  const isSettled = confirmed?.rating === own?.rating && confirmed?.reason === own?.reason;
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Text fw={650}>{title}</Text>
        {confirmed !== undefined && (
          <Badge
            size="lg"
            variant="light"
            color="teal"
            tt="none"
            leftSection={<IconCircleCheck size={16} aria-hidden />}
          >
            {t('ratings.confirmed', {
              rating: confirmed.rating,
              name: person(confirmed.seatId),
            })}
          </Badge>
        )}
      </Group>
      <Suggestion row={row} />
      <Group gap="sm" mt="xs" align="flex-end">
        <fieldset className={css.letters}>
          <legend>{t('ratings.own')}</legend>
          <Button.Group>
            {ratings.map((rating) => (
              <Button
                key={rating}
                size="md"
                px="lg"
                variant={own?.rating === rating ? 'filled' : 'default'}
                aria-pressed={own?.rating === rating}
                aria-label={`${rating}: ${t(`scale.${rating}`)}`}
                title={t(`scale.${rating}`)}
                onClick={() => rate(rating)}
              >
                {rating}
              </Button>
            ))}
          </Button.Group>
        </fieldset>
        <TextInput
          size="md"
          className={css.reason ?? ''}
          label={t('ratings.reason')}
          maxLength={longestReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onBlur={keepReason}
        />
        {own !== undefined && !isSettled && (
          <Button
            variant="light"
            onClick={() =>
              void act({
                type: 'ConfirmRating',
                of,
                tableId,
                rating: own.rating,
                reason: own.reason,
              })
            }
          >
            {t('ratings.confirm', { rating: own.rating })}
          </Button>
        )}
      </Group>
      {own !== undefined && (
        <Text size="sm" mt={6}>
          <b>{own.rating}</b> {t(`scale.${own.rating}`)}
        </Text>
      )}
      {others.length > 0 && (
        <ul className={css.others} aria-label={t('ratings.others')}>
          {others.map(({ seatId, rating, reason: why }) => (
            <li key={seatId}>
              <span className={css.letter} data-rating={rating}>
                {rating}
              </span>
              {person(seatId)}
              {why === '' ? null : <span className={css.dim}> · {why}</span>}
            </li>
          ))}
        </ul>
      )}
      <Agreement row={row} />
    </Paper>
  );
}

/** With its reasons and what they rest on: it can be followed, or not. */
function Suggestion({ row: { suggestion } }: { row: RatingRow }) {
  const { t } = useTranslation('evaluator');
  if (suggestion === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {t('ratings.noSuggestion')}
      </Text>
    );
  }
  const { rating, reasons, counts, points, maximum } = suggestion;
  const numbers = (['met', 'late', 'missed', 'broken'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => t(`ratings.counts.${what}`, { count: counts[what] }));
  return (
    <Text size="sm" c="dimmed">
      {t('ratings.suggested')}{' '}
      <span className={css.letter} data-rating={rating}>
        {rating}
      </span>
      {[
        reasons.map((reason) => t(`reasons.${reason}`)).join(t('separator')),
        ...numbers,
        t('ratings.points', { points, maximum }),
      ].join(' · ')}
    </Text>
  );
}

function Agreement({ row: { agreement } }: { row: RatingRow }) {
  const { t, i18n } = useTranslation('evaluator');
  if (agreement === undefined || agreement.alike === null) return null;
  const { raters, alike, withinOneStep, spread } = agreement;
  const percent = (share: number) =>
    new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(share);
  return (
    <Group gap="xs" mt={6}>
      <Badge
        variant="light"
        tt="none"
        color={spread === 0 ? 'teal' : (spread ?? 0) > 1 ? 'red' : 'orange'}
      >
        {t(
          spread === 0 ? 'agreement.same' : (spread ?? 0) > 1 ? 'agreement.far' : 'agreement.near',
        )}
      </Badge>
      <Text size="xs" c="dimmed">
        {t('agreement.numbers', {
          count: raters,
          alike: percent(alike),
          near: percent(withinOneStep ?? alike),
        })}
      </Text>
    </Group>
  );
}
