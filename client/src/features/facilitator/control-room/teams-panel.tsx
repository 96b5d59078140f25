/** Each table at a glance: who is there, what is unread, open and overdue, and who needs help. */
import { Badge, Group, Table, Text, Title, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconZzz } from '@tabler/icons-react';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../../connection/exercise-context';
import { formatPlayTime } from '../../../ui/format-time';
import { useIsDirector } from '../hooks/use-is-director';
import { useRoom } from '../hooks/use-room';
import { hintOf, type TeamLoad, teamLoads } from '../logic/team-load';
import { alarmText } from '../parts/colors';
import { PeopleMenu, type Person } from './erase-person';
import { classes } from './styles';

export function TeamsPanel() {
  const { t } = useTranslation('facilitator');
  const { view, roster } = useRoom();
  const { cast, events, deliveries, expectations, notes, messages } = view;
  const loads = useMemo(
    () => teamLoads({ cast, events, deliveries, expectations, notes, messages }),
    [cast, events, deliveries, expectations, notes, messages],
  );
  const playMs = playMsAt(view.clock, useNow(5_000));
  return (
    <section className={classes.panel} aria-label={t('teams.title')}>
      <div className={classes.panelHead}>
        <Title order={2} size="h5">
          {t('teams.title')}
        </Title>
      </div>
      <div className={classes.scroll}>
        <Table verticalSpacing={4} horizontalSpacing={8} stickyHeader fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('teams.table')}</Table.Th>
              <Table.Th ta="right">{t('teams.connected')}</Table.Th>
              <Table.Th ta="right">{t('teams.unread')}</Table.Th>
              <Table.Th ta="right">{t('teams.open')}</Table.Th>
              <Table.Th ta="right">{t('teams.overdue')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {loads.map((load) => (
              <TeamRow
                key={load.tableId}
                load={load}
                playMs={playMs}
                seats={roster.filter(({ tableId }) => tableId === load.tableId)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

interface TeamRowProps {
  readonly load: TeamLoad;
  readonly playMs: number;
  readonly seats: readonly Person[];
}

function TeamRow({ load, playMs, seats }: TeamRowProps) {
  const { names, view } = useRoom();
  const { t } = useTranslation('facilitator');
  const isControl = view.cast.tables.some(
    ({ tableId, isControl: own }) => own && tableId === load.tableId,
  );
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={6} wrap="wrap">
          <Text span fw={600} size="sm">
            {names.table(load.tableId)}
          </Text>
          <Hint load={load} playMs={playMs} />
        </Group>
        <Text size="xs" c="dimmed" className="tabular">
          {activityWords(t, load)}
        </Text>
      </Table.Td>
      <Table.Td ta="right" className="tabular">
        {isControl ? '–' : <Here seats={seats} />}
      </Table.Td>
      <Count value={load.unread} isLoud={false} />
      <Count value={load.open} isLoud={false} />
      <Count value={load.overdue} isLoud />
    </Table.Tr>
  );
}

function Here({ seats }: { seats: readonly Person[] }) {
  const { t } = useTranslation('facilitator');
  const isDirector = useIsDirector();
  const online = seats.filter(({ isOnline }) => isOnline).length;
  const count = (
    <Text span size="sm" c={online === 0 ? alarmText : 'inherit'} fw={online === 0 ? 700 : 400}>
      {t('teams.seats', { online, seats: seats.length })}
    </Text>
  );
  return (
    <Tooltip label={seats.map(({ name }) => name).join(t('listSeparator')) || t('teams.nobody')}>
      {isDirector && seats.length > 0 ? (
        <span>
          <PeopleMenu people={seats}>{count}</PeopleMenu>
        </span>
      ) : (
        count
      )}
    </Tooltip>
  );
}

function activityWords(t: ReturnType<typeof useTranslation<'facilitator'>>['t'], load: TeamLoad) {
  return [
    load.nearestDeadlineMs === null
      ? null
      : t('teams.nearest', { time: formatPlayTime(load.nearestDeadlineMs) }),
    load.lastActivityMs === null
      ? load.nearestDeadlineMs === null
        ? t('teams.noActivity')
        : null
      : t('teams.lastActivity', { time: formatPlayTime(load.lastActivityMs) }),
  ]
    .filter((words) => words !== null)
    .join(' · ');
}

function Count({ value, isLoud }: { value: number; isLoud: boolean }) {
  return (
    <Table.Td ta="right" className="tabular">
      {isLoud && value > 0 ? (
        <Badge color="red.9" variant="filled" size="sm" radius="sm">
          {value}
        </Badge>
      ) : (
        <Text span size="sm" {...(value === 0 ? { c: 'dimmed' } : { fw: 600 })}>
          {value}
        </Text>
      )}
    </Table.Td>
  );
}

function Hint({ load, playMs }: { load: TeamLoad; playMs: number }) {
  const { t } = useTranslation('facilitator');
  const hint = hintOf(load, playMs);
  if (hint === 'steady') return null;
  const isDrowning = hint === 'drowning';
  const Icon = isDrowning ? IconAlertTriangle : IconZzz;
  return (
    <Tooltip label={t(`teams.${hint}Why`)} multiline maw={280}>
      <Badge
        size="sm"
        radius="sm"
        tt="none"
        color={isDrowning ? 'red' : 'yellow'}
        variant={isDrowning ? 'light' : 'outline'}
        leftSection={<Icon size={12} aria-hidden />}
      >
        {t(`teams.${hint}`)}
      </Badge>
    </Tooltip>
  );
}
