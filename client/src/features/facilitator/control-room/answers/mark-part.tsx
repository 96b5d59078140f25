/** What was expected here: whether it stands as met, and an evaluator's criteria, each met or not. */
import {
  Badge,
  Button,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { InjectId, TableId } from '@trilogue/engine/protocol/ids';
import type {
  FacilitatorExpectation,
  FacilitatorInject,
} from '@trilogue/engine/views/facilitator-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../hooks/use-may';
import { type Command, useRoom } from '../../hooks/use-room';

type Rule = FacilitatorInject['expectations'][number];
export interface Markable {
  readonly now: FacilitatorExpectation;
  readonly rule: Rule;
}
type Mark = Extract<Command, { type: 'MarkExpectation' }>['as'];
const marks: readonly Mark[] = ['met', 'late', 'missed', 'waived'];

/** What is expected of the table in an inject, as far as whoever looks may judge it. */
export function useMarkable(injectId: InjectId | null, tableId: TableId): readonly Markable[] {
  const { view } = useRoom();
  const may = useMay();
  const rules = injectId === null ? [] : (view.injects[injectId]?.expectations ?? []);
  const mayJudge = may.table('MarkExpectation', tableId);
  const mayTick = may.table('MarkCriterion', tableId);
  return rules.flatMap((rule) => {
    const now = view.expectations[`${injectId} ${tableId} ${rule.id}`];
    const isMine = mayJudge || (mayTick && rule.criteria.length > 0);
    return now === undefined || !isMine ? [] : [{ now, rule }];
  });
}

export function MarkPart({ expectations }: { expectations: readonly Markable[] }) {
  return (
    <Stack gap="sm">
      {expectations.map((one) => (
        <Expected key={one.rule.id} {...one} />
      ))}
    </Stack>
  );
}

function Expected({ now, rule }: Markable) {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  const may = useMay();
  const mayTick = may.table('MarkCriterion', now.tableId);
  return (
    <Stack gap={6}>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {t(`common:expectationKinds.${rule.kind}`)}
        </Text>
        <Badge size="sm" radius="sm" variant="default" tt="none">
          {t(`expectationStatus.${now.status}`)}
        </Badge>
        {now.reason === '' ? null : (
          <Text size="xs" c="dimmed">
            {now.reason}
          </Text>
        )}
      </Group>
      {mayTick
        ? rule.criteria.map(({ id, text }) => (
            <Criterion key={id} now={now} criterionId={id} label={names.text(text)} />
          ))
        : null}
      {may.table('MarkExpectation', now.tableId) ? <Judge now={now} /> : null}
    </Stack>
  );
}

function Criterion(props: {
  now: FacilitatorExpectation;
  criterionId: Rule['criteria'][number]['id'];
  label: string;
}) {
  const { now, criterionId, label } = props;
  const { t } = useTranslation('facilitator');
  const { view, act } = useRoom();
  const { injectId, tableId, expectationId } = now;
  const mark = view.criteria[`${injectId} ${tableId} ${expectationId} ${criterionId}`];
  const value = mark === undefined ? 'none' : mark.isMet ? 'met' : 'unmet';
  return (
    <div>
      <Text size="sm" mb={2}>
        {label}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={value}
        onChange={(next) =>
          void act({
            type: 'MarkCriterion',
            injectId,
            tableId,
            expectationId,
            criterionId,
            isMet: next === 'none' ? null : next === 'met',
          })
        }
        data={[
          { value: 'met', label: t('feed.criterion.met') },
          { value: 'unmet', label: t('feed.criterion.unmet') },
          { value: 'none', label: t('feed.criterion.none') },
        ]}
      />
    </div>
  );
}

function Judge({ now }: { now: FacilitatorExpectation }) {
  const { t } = useTranslation('facilitator');
  const { act } = useRoom();
  const [as, setAs] = useState<Mark | null>(null);
  const [reason, setReason] = useState('');
  const { injectId, tableId, expectationId } = now;
  const judge = async () => {
    if (as === null) return;
    const mark = { type: 'MarkExpectation', injectId, tableId, expectationId, as, reason } as const;
    if (await act(mark)) {
      setAs(null);
      setReason('');
    }
  };
  return (
    <Group gap={6} align="flex-end">
      <Select
        size="xs"
        w={150}
        label={t('feed.judge')}
        placeholder={t('feed.judgeAs')}
        data={marks
          .filter((mark) => mark !== now.status)
          .map((value) => ({ value, label: t(`expectationStatus.${value}`) }))}
        value={as}
        onChange={(value) => setAs(value as Mark | null)}
      />
      <TextInput
        size="xs"
        flex={1}
        miw={140}
        maxLength={300}
        label={t('feed.why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button size="xs" disabled={as === null || reason.trim() === ''} onClick={() => void judge()}>
        {t('feed.judgeSave')}
      </Button>
    </Group>
  );
}
