/** The other parts of a table's screen, as lists: tasks, holdings, messages, decisions, the situation. */
import { Badge, Group, Stack, Table, Text } from '@mantine/core';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AssetStatusBadge } from '../../../../ui/asset-status';
import { EmptyState } from '../../../../ui/empty-state';
import { formatPlayTime } from '../../../../ui/format-time';
import { TlpBadge } from '../../../../ui/tlp-badge';
import { useTools } from '../../hooks/use-room';
import { useStaffWords } from '../../hooks/use-staff-words';
import { Written } from '../../parts/written';
import { desk } from '../desk-styles';

interface SeenProps {
  readonly view: PlayerView;
}

export function SeenTasks({ view }: SeenProps) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const tasks = Object.values(view.tasks).sort((a, b) => a.dueAtMs - b.dueAtMs);
  return (
    <Rows
      head={[t('seenAs.task'), t('seenAs.inject'), t('seenAs.due'), t('seenAs.state')]}
      rows={tasks.map((task) => [
        t(`common:expectationKinds.${task.kind}`),
        names.text(view.injects[task.injectId]?.title ?? task.injectId),
        formatPlayTime(task.dueAtMs),
        t(`expectationStatus.${task.status}`),
      ])}
    />
  );
}

export function SeenHoldings({ view }: SeenProps) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const words = useStaffWords();
  const holdings = Object.values(view.holdings);
  const shares = Object.values(view.shares).sort((a, b) => b.seq - a.seq);
  if (holdings.length + shares.length === 0) return <EmptyState title={t('seenAs.nothing')} />;
  return (
    <Stack gap="md">
      {holdings.map((held) => (
        <div key={`${held.itemId} ${held.form}`}>
          <Group gap={6}>
            <Text size="sm" fw={650}>
              {held.form === 'sanitised'
                ? t('feed.sanitised', { item: names.text(held.title) })
                : names.text(held.title)}
            </Text>
            <TlpBadge label={held.marking} size="xs" />
          </Group>
          <Text size="sm" className={desk.written}>
            {names.text(held.body)}
          </Text>
        </div>
      ))}
      {shares.map((share) => (
        <div key={share.seq}>
          <Group gap={6}>
            <Text size="xs" c="dimmed" className="tabular">
              {formatPlayTime(share.playMs)} · {names.table(share.fromTableId)} →{' '}
              {words.addressees(share.to.teams, share.to.contacts)}
            </Text>
            <TlpBadge label={share.marking} size="xs" />
          </Group>
          <Written text={share.facts} translations={share.factsIn} />
        </div>
      ))}
    </Stack>
  );
}

export function SeenMessages({ view }: SeenProps) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const messages = Object.values(view.messages).sort((a, b) => a.id - b.id);
  if (messages.length === 0) return <EmptyState title={t('messages.none')} />;
  return (
    <Stack gap={8}>
      {messages.map((message) => (
        <div
          key={message.id}
          className={desk.bubble}
          data-mine={message.from === 'table' || undefined}
        >
          <Text size="xs" c="dimmed" className="tabular">
            {formatPlayTime(message.playMs)}{' '}
            {message.as !== null
              ? names.text(message.as.name)
              : message.from === 'staff'
                ? t('control')
                : names.seat(message.seatId)}
          </Text>
          <Written text={message.text} translations={message.textIn} />
        </div>
      ))}
    </Stack>
  );
}

export function SeenTogether({ view }: SeenProps) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const words = useStaffWords();
  const positions = Object.values(view.positions);
  const duties = Object.values(view.obligations);
  if (positions.length + duties.length === 0) return <EmptyState title={t('seenAs.nothing')} />;
  return (
    <Stack gap="md">
      {positions.map((position) => (
        <div key={position.id}>
          <Group gap={6}>
            <Text size="sm" fw={650}>
              {names.text(position.title)}
            </Text>
            <Badge size="sm" radius="sm" variant="default" tt="none">
              {t(`seenAs.positions.${position.status}`)}
            </Badge>
          </Group>
          <Text size="sm">{names.text(position.question)}</Text>
          {position.stances.map(({ seq, teamId, stance }) => (
            <Text key={seq} size="sm" c="dimmed">
              {t(`feed.stanceOf.${stance}`, { team: words.team(teamId) })}
            </Text>
          ))}
        </div>
      ))}
      {duties.map((duty) => (
        <Group key={duty.id} gap={6}>
          <Text size="sm" fw={650}>
            {names.text(duty.title)}
          </Text>
          <Badge size="sm" radius="sm" variant="default" tt="none">
            {t(`expectationStatus.${duty.status}`)}
          </Badge>
        </Group>
      ))}
    </Stack>
  );
}

export function SeenSituation({ view }: SeenProps) {
  const { t } = useTranslation('facilitator');
  const { names } = useTools();
  const words = useStaffWords();
  return (
    <Stack gap="md">
      <Rows
        head={[t('seenAs.system'), t('seenAs.nation'), t('seenAs.state')]}
        rows={Object.values(view.assets).map((asset) => [
          names.text(asset.name),
          words.party(asset.partyId),
          <AssetStatusBadge key={asset.id} status={asset.status} />,
        ])}
      />
      {Object.keys(view.indicators).length === 0 ? null : (
        <Rows
          head={[t('seenAs.indicator'), t('seenAs.value')]}
          rows={Object.values(view.indicators).map(({ name, unit, value }) => [
            names.text(name),
            `${value} ${unit === null ? '' : names.text(unit)}`,
          ])}
        />
      )}
    </Stack>
  );
}

function Rows({ head, rows }: { head: readonly string[]; rows: readonly ReactNode[][] }) {
  const { t } = useTranslation('facilitator');
  if (rows.length === 0) return <EmptyState title={t('seenAs.nothing')} />;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {head.map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own
            <Table.Tr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                <Table.Td key={column}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
