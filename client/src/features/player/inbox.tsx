/** The list of injects, newest first: what is new, what is due, what is done. */
import { Badge, Group, SegmentedControl, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../../ui/channel-icon';
import { Countdown, ScenarioTime } from '../../ui/clocks';
import { EmptyState } from '../../ui/empty-state';
import { LocalizedLine } from '../../ui/localized-line';
import { TlpBadge } from '../../ui/tlp-badge';
import {
  filterRows,
  type InboxFilter,
  type InboxRow,
  inboxFilters,
  inboxRows,
} from './inbox-model';
import classes from './player.module.css';
import { usePlace } from './use-place';
import { ownParty, usePlayer } from './use-player';

export function Inbox() {
  const { t } = useTranslation('player');
  const { view, seatId } = usePlayer();
  const [filter, setFilter] = useState<InboxFilter>('all');
  const rows = useMemo(() => inboxRows(view, seatId), [view, seatId]);
  const shown = filterRows(rows, filter);

  return (
    <>
      <div style={{ padding: '10px 12px', flex: 'none' }}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('inbox.filter')}
          value={filter}
          onChange={(value) => setFilter(inboxFilters.find((name) => name === value) ?? 'all')}
          data={inboxFilters.map((name) => ({
            value: name,
            label: t(`inbox.filters.${name}`, { count: filterRows(rows, name).length }),
          }))}
        />
      </div>
      <div className={classes.scroll}>
        {shown.length === 0 ? (
          <EmptyState
            icon={<IconInbox size={34} stroke={1.4} aria-hidden />}
            title={t(rows.length === 0 ? 'inbox.empty.title' : 'inbox.noneHere')}
            {...(rows.length === 0 ? { text: t('inbox.empty.text') } : {})}
          />
        ) : (
          shown.map((row) => <Row key={row.inject.id} row={row} />)
        )}
      </div>
    </>
  );
}

function Row({ row }: { row: InboxRow }) {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const { injectId, openInject } = usePlace();
  const { inject, isUnread } = row;
  const party = ownParty(view);
  return (
    <UnstyledButton
      className={classes.row ?? ''}
      aria-current={injectId === inject.id}
      onClick={() => openInject(inject.id)}
    >
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <ChannelIcon channel={inject.channel} />
        <Stack gap={4} style={{ minWidth: 0, flex: 1 }}>
          <Group justify="space-between" gap={6} wrap="nowrap">
            <Text size="xs" c="dimmed" truncate>
              <LocalizedLine text={inject.from.name} defaultLanguage={defaultLanguage} />
            </Text>
            {party !== undefined && (
              <ScenarioTime
                atMs={inject.scenarioAtMs}
                zone={party}
                defaultLanguage={defaultLanguage}
                size="xs"
                c="dimmed"
                style={{ flexShrink: 0 }}
              />
            )}
          </Group>
          <Text
            size="sm"
            fw={isUnread ? 700 : 450}
            lh={1.4}
            td={inject.isRecalled ? 'line-through' : undefined}
          >
            <LocalizedLine text={inject.title} defaultLanguage={defaultLanguage} />
          </Text>
          <Group gap={6}>
            {isUnread && (
              <Badge size="sm" color="harbour" variant="filled" tt="none">
                {t('inbox.new')}
              </Badge>
            )}
            <TlpBadge label={inject.tlp} />
            <Standing row={row} />
          </Group>
        </Stack>
      </Group>
    </UnstyledButton>
  );
}

/** What is due about it, or how it ended. */
function Standing({ row }: { row: InboxRow }) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const { inject, dueAtMs, isMissed, isDone } = row;
  if (inject.isRecalled) return <Mark color="gray" text={t('inbox.recalled')} />;
  if (dueAtMs !== null && view.exercise.stage === 'live') {
    return <Countdown clock={view.clock} dueAtMs={dueAtMs} />;
  }
  if (isMissed) return <Mark color="red" text={t('inbox.overdue')} />;
  return isDone ? <Mark color="teal" text={t('inbox.done')} /> : null;
}

function Mark({ color, text }: { color: string; text: string }) {
  return (
    <Badge size="sm" variant="light" color={color} tt="none">
      {text}
    </Badge>
  );
}
