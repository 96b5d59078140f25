/** Ratings of an objective: the scale in sight, then a row for each table, all together, and the capability. */
import { Paper, Stack, Text } from '@mantine/core';
import { localize } from '@trilogue/engine/scenario/localize';
import type { EvaluationReading } from '@trilogue/engine/views/evaluation-reading';
import type { FacilitatorObjective } from '@trilogue/engine/views/facilitator-view';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import css from './evaluator.module.css';
import { ratingRows, ratings } from './logic/rating-rows';
import { RatingRowCard } from './rating-row';
import { useEvaluator } from './use-evaluator';

export function RatingPanel(props: {
  readonly objective: FacilitatorObjective;
  readonly reading: EvaluationReading | null;
}) {
  const { objective, reading } = props;
  const { view, followed, seatId } = useEvaluator();
  const { defaultLanguage } = view.exercise;
  const rows = useMemo(
    () =>
      ratingRows({
        view,
        reading,
        objective,
        capability: localize(objective.capability, defaultLanguage, defaultLanguage).text,
        tables: followed.tables,
        seatId,
      }),
    [view, reading, objective, defaultLanguage, followed.tables, seatId],
  );
  return (
    <Stack gap="md">
      <Scale />
      <ul className={css.list}>
        {rows.map((row) => (
          <li key={row.key}>
            <RatingRowCard row={row} objective={objective} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** HSEEP’s own definitions stay in sight while somebody rates. */
function Scale() {
  const { t } = useTranslation('evaluator');
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('scale.title')}>
      <Text size="sm" fw={650} mb={6}>
        {t('scale.title')}
      </Text>
      <dl className={css.scale}>
        {ratings.map((rating) => (
          <div key={rating}>
            <dt>
              <span className={css.letter} data-rating={rating}>
                {rating}
              </span>
              {t(`scale.${rating}`)}
            </dt>
            <dd>{t(`scaleText.${rating}`)}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}
