/** What each table did about an inject: opened, acknowledged, answered, chose; its deadlines and more time. */
import { Badge, Button, Divider, Group, Paper, Stack, Text } from '@mantine/core';
import type { TableId } from '@trilogue/engine/protocol/ids';
import type {
  FacilitatorDelivery,
  FacilitatorEvent,
  FacilitatorExpectation,
  FacilitatorInject,
} from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../../../ui/clocks';
import { formatPlayTime } from '../../../../ui/format-time';
import { useMay } from '../../hooks/use-may';
import { useRoom } from '../../hooks/use-room';
import { ControlAnswer } from '../sim-cell/control-answer';
import { MarkExpectation } from './mark-expectation';

interface InjectProps {
  readonly inject: FacilitatorInject;
  readonly event: FacilitatorEvent;
}

export function InjectTables({ inject, event }: InjectProps) {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  if (event.releasedPlayMs === null) {
    return (
      <Text size="sm">
        {inject.to.length === 0
          ? t('msel.reachesNobody')
          : t('inject.willReach', { tables: names.tables(inject.to) })}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {event.tableIds.map((tableId) => (
        <TableCard key={tableId} tableId={tableId} inject={inject} event={event} />
      ))}
    </Stack>
  );
}

function TableCard({ tableId, inject, event }: InjectProps & { tableId: TableId }) {
  const { t } = useTranslation('facilitator');
  const may = useMay();
  const { view, names } = useRoom();
  const delivery = view.deliveries[`${inject.id} ${tableId}`];
  const isControl = view.cast.tables.some((table) => table.tableId === tableId && table.isControl);
  const expectations = inject.expectations.flatMap(
    ({ id }) => view.expectations[`${inject.id} ${tableId} ${id}`] ?? [],
  );
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" gap="xs">
        <Text fw={700} size="sm">
          {names.table(tableId)}
        </Text>
        <Text size="xs" c="dimmed">
          {openedWords(t, delivery, names.seat)}
        </Text>
      </Group>
      {delivery === undefined ? null : <Done delivery={delivery} inject={inject} />}
      {expectations.length === 0 ? null : (
        <>
          <Divider my={6} />
          <Stack gap={4}>
            {expectations.map((expectation) => (
              <Expectation
                key={expectation.expectationId}
                expectation={expectation}
                inject={inject}
                isRecalled={event.status === 'recalled'}
              />
            ))}
          </Stack>
        </>
      )}
      {isControl && event.status === 'released' && may.table('SendResponse', tableId) ? (
        <ControlAnswer inject={inject} tableId={tableId} delivery={delivery} />
      ) : null}
    </Paper>
  );
}

function openedWords(
  t: ReturnType<typeof useTranslation<'facilitator'>>['t'],
  delivery: FacilitatorDelivery | undefined,
  nameOf: (seatId: FacilitatorDelivery['openedBy'][number]) => string,
): string {
  const opened = delivery?.openedBy ?? [];
  return opened.length === 0
    ? t('inject.unopened')
    : t('inject.openedBy', { names: opened.map(nameOf).join(t('listSeparator')) });
}

function Done({ delivery, inject }: { delivery: FacilitatorDelivery; inject: FacilitatorInject }) {
  const { t } = useTranslation('facilitator');
  const { names, view } = useRoom();
  const { acknowledged, choice, response } = delivery;
  const notes = Object.values(view.notes)
    .filter(({ injectId, tableId }) => injectId === inject.id && tableId === delivery.tableId)
    .sort((a, b) => a.seq - b.seq);
  const chosen = inject.choices.find(({ id }) => id === choice?.choiceId);
  return (
    <Stack gap={4} mt={4}>
      {acknowledged === null ? null : (
        <Text size="xs" c="dimmed" className="tabular">
          {t('inject.acknowledged', {
            time: formatPlayTime(acknowledged.playMs),
            who: names.seat(acknowledged.seatId),
          })}
        </Text>
      )}
      {choice === null ? null : (
        <Said
          label={t('answers.choice')}
          stamp={choice}
          text={
            chosen === undefined
              ? choice.choiceId
              : t('answers.chose', { choice: names.text(chosen.label), points: chosen.points })
          }
        />
      )}
      {response === null ? null : (
        <Said label={t('answers.response')} stamp={response} text={response.text} />
      )}
      {notes.map((note) => (
        <Said key={note.seq} label={t('answers.note')} stamp={note} text={note.text} />
      ))}
    </Stack>
  );
}

function Said(props: {
  label: string;
  stamp: NonNullable<FacilitatorDelivery['acknowledged']>;
  text: string;
}) {
  const { label, stamp, text } = props;
  const { names } = useRoom();
  return (
    <div>
      <Text size="xs" c="dimmed" className="tabular">
        {label} · {formatPlayTime(stamp.playMs)} · {names.seat(stamp.seatId)}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {names.text(text)}
      </Text>
    </div>
  );
}

const statusColors = {
  open: 'harbour',
  met: 'teal',
  late: 'yellow',
  missed: 'red',
  waived: 'gray',
} as const;

function Expectation(props: {
  expectation: FacilitatorExpectation;
  inject: FacilitatorInject;
  isRecalled: boolean;
}) {
  const { expectation, inject, isRecalled } = props;
  const { t } = useTranslation('facilitator');
  const { view, act } = useRoom();
  const may = useMay();
  const { status, dueAtMs, settledPlayMs, expectationId, injectId, tableId } = expectation;
  const rule = inject.expectations.find(({ id }) => id === expectationId);
  const isExtendable =
    view.exercise.stage === 'live' &&
    !isRecalled &&
    (status === 'open' || status === 'missed') &&
    may.table('ExtendDeadline', tableId);
  const what =
    rule === undefined
      ? expectationId
      : t('inject.task', {
          what: t(`common:expectationKinds.${rule.kind}`),
          minutes: rule.withinMinutes,
        });
  return (
    <Group gap={6} wrap="wrap">
      <Text size="sm">{what}</Text>
      <Badge size="sm" radius="sm" variant="light" tt="none" color={statusColors[status]}>
        {t(`expectationStatus.${status}`)}
      </Badge>
      {status === 'open' ? (
        <Countdown clock={view.clock} dueAtMs={dueAtMs} />
      ) : (
        <Text size="xs" c="dimmed" className="tabular">
          {settledPlayMs === null ? '' : formatPlayTime(settledPlayMs)}
        </Text>
      )}
      {isExtendable ? (
        <Group gap={2}>
          {[2, 5, 10].map((minutes) => (
            <Button
              key={minutes}
              size="compact-xs"
              variant="default"
              aria-label={t('inject.extendLabel', { count: minutes, what })}
              onClick={() =>
                void act({
                  type: 'ExtendDeadline',
                  injectId,
                  tableId,
                  expectationId,
                  byMs: minutes * 60_000,
                })
              }
            >
              {t('inject.extend', { count: minutes })}
            </Button>
          ))}
        </Group>
      ) : null}
      {may.table('MarkExpectation', tableId) ? (
        <MarkExpectation expectation={expectation} what={what} />
      ) : null}
      {expectation.reason === '' ? null : (
        <Text size="xs" w="100%">
          {t('mark.because', { reason: expectation.reason })}
        </Text>
      )}
    </Group>
  );
}
