/** Answers as they come. New ones wait behind a button, so that nothing moves while being read. */
import { Badge, Button, Group, Select, Text, Title, UnstyledButton } from '@mantine/core';
import type { InjectId, TableId } from '@trilogue/engine/protocol/ids';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { formatPlayTime } from '../../../ui/format-time';
import { useReading } from '../hooks/use-reading';
import { useRoom } from '../hooks/use-room';
import { useStored } from '../hooks/use-stored';
import { answerFeed, type FeedAnswer, splitNew } from '../logic/answer-feed';
import { RemoveText } from './remove-text';
import { classes } from './styles';

/** How many are shown at first; the rest follow at a press. */
const pageSize = 60;

export function AnswersPanel({ onSelect }: { onSelect: (injectId: InjectId) => void }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const [table, setTable] = useState<TableId | null>(null);
  const [size, setSize] = useState(pageSize);
  const { deliveries, notes } = view;
  const feed = useMemo(() => {
    const all = answerFeed({ deliveries, notes });
    return table === null ? all : all.filter(({ tableId }) => tableId === table);
  }, [deliveries, notes, table]);
  const { fresh, shown, showNew, hands, seenUntilMs } = useStillFeed(feed);
  return (
    <section className={classes.panel} aria-label={t('answers.title')}>
      <Group className={classes.panelHead} justify="space-between" wrap="nowrap" gap="xs">
        <Title order={2} size="h5">
          {t('answers.title')}
        </Title>
        <Select
          size="xs"
          w={190}
          clearable
          aria-label={t('answers.filter')}
          placeholder={t('answers.allTables')}
          data={view.cast.tables.map(({ tableId }) => ({
            value: tableId,
            label: names.table(tableId),
          }))}
          value={table}
          onChange={(value) => setTable(value as TableId | null)}
        />
      </Group>
      <div role="status">
        {fresh.length === 0 ? null : (
          <Button size="compact-sm" radius={0} fullWidth onClick={showNew}>
            {t('answers.showNew', { count: fresh.length })}
          </Button>
        )}
      </div>
      <div className={classes.scroll} {...hands}>
        {shown.length === 0 && fresh.length === 0 ? (
          <EmptyState title={t('answers.none')} text={t('answers.noneText')} />
        ) : null}
        {shown.slice(0, size).map((answer) => (
          <Answer
            key={answer.id}
            answer={answer}
            isNew={answer.atMs > seenUntilMs}
            onSelect={onSelect}
          />
        ))}
        {shown.length > size ? (
          <Button variant="subtle" fullWidth onClick={() => setSize(size + pageSize)}>
            {t('answers.older')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** New answers slip in by themselves only while nobody reads the list. */
function useStillFeed(feed: readonly FeedAnswer[]) {
  const { view } = useRoom();
  const { isReading, hands } = useReading();
  const newest = feed[0]?.atMs ?? 0;
  const [seenUntilMs, setSeen] = useStored(
    `trilogue.answers.${view.exercise.exerciseId ?? ''}`,
    newest,
  );
  const [shownUntilMs, setShownUntil] = useState(newest);
  const mayMove = !isReading || shownUntilMs === 0;
  useEffect(() => {
    if (mayMove) setShownUntil((old) => Math.max(old, newest));
  }, [mayMove, newest]);
  return {
    ...splitNew(feed, shownUntilMs),
    seenUntilMs,
    showNew: () => setShownUntil(newest),
    hands: {
      ...hands,
      onPointerLeave: () => {
        hands.onPointerLeave();
        setSeen((old) => Math.max(old, shownUntilMs));
      },
    },
  };
}

function Answer(props: {
  answer: FeedAnswer;
  isNew: boolean;
  onSelect: (injectId: InjectId) => void;
}) {
  const { answer, isNew, onSelect } = props;
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const inject = view.injects[answer.injectId];
  const choice =
    answer.kind === 'choice' ? inject?.choices.find(({ id }) => id === answer.choiceId) : undefined;
  return (
    <div style={{ position: 'relative' }}>
      <UnstyledButton className={classes.answer} onClick={() => onSelect(answer.injectId)}>
        <Group gap={6} wrap="nowrap">
          <Text span size="xs" c="dimmed" className="tabular">
            {formatPlayTime(answer.playMs)}
          </Text>
          <Text span size="sm" fw={700} truncate="end">
            {names.table(answer.tableId)}
          </Text>
          <Badge size="sm" radius="sm" variant="light" tt="none" style={{ flexShrink: 0 }}>
            {t(`answers.${answer.kind}`)}
          </Badge>
          {isNew ? (
            <Badge
              size="sm"
              radius="sm"
              color="orange.4"
              variant="filled"
              tt="none"
              style={{ flexShrink: 0 }}
            >
              {t('answers.new')}
            </Badge>
          ) : null}
        </Group>
        <Text size="xs" c="dimmed" truncate="end">
          {inject === undefined
            ? answer.injectId
            : t('moment.inject', { number: inject.number, title: names.text(inject.title) })}
          {' · '}
          {names.seat(answer.seatId)}
        </Text>
        <Text size="sm" mt={2} lineClamp={6} style={{ whiteSpace: 'pre-wrap' }}>
          {answer.kind === 'choice'
            ? choice === undefined
              ? answer.choiceId
              : t('answers.chose', { choice: names.text(choice.label), points: choice.points })
            : names.text(answer.text)}
        </Text>
      </UnstyledButton>
      {answer.kind === 'choice' ? null : (
        <div style={{ position: 'absolute', insetInlineEnd: 8, top: 6 }}>
          <RemoveText factSeq={answer.seq} text={answer.text} />
        </div>
      )}
    </div>
  );
}
