/** The list of injects, newest first: what is new, what is due, what is done; by channel and word. */
import { Badge, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconInbox } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ChannelIcon } from '../../ui/channel-icon';
import { Countdown, ScenarioTime } from '../../ui/clocks';
import { EmptyState } from '../../ui/empty-state';
import { LocalizedLine } from '../../ui/localized-line';
import { TlpBadge } from '../../ui/tlp-badge';
import { InboxFilters } from './inbox-filters';
import type { InboxRow } from './inbox-model';
import classes from './player.module.css';
import { useInbox } from './use-inbox';
import { usePlace } from './use-place';
import { ownParty, usePlayer } from './use-player';

export function Inbox() {
  const { t } = useTranslation('player');
  const inbox = useInbox();
  const { rows, shown } = inbox;

  return (
    <>
      <InboxFilters inbox={inbox} />
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
      data-unread={isUnread || undefined}
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

/** What is due about it, or what was done. */
function Standing({ row }: { row: InboxRow }) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const { inject, dueAtMs, isMissed, isDone, deed } = row;
  if (inject.isRecalled) return <Mark color="gray" text={t('inbox.recalled')} />;
  if (dueAtMs !== null && view.exercise.stage === 'live') {
    return <Countdown clock={view.clock} dueAtMs={dueAtMs} />;
  }
  if (isMissed) return <Mark color="red" text={t('inbox.overdue')} />;
  if (deed !== null) return <Mark color="teal" text={t(`inbox.deeds.${deed}`)} isDone />;
  return isDone ? <Mark color="teal" text={t('inbox.done')} isDone /> : null;
}

function Mark({ color, text, isDone = false }: { color: string; text: string; isDone?: boolean }) {
  return (
    <Badge
      size="sm"
      variant="light"
      color={color}
      tt="none"
      leftSection={isDone ? <IconCheck size={12} aria-hidden /> : undefined}
    >
      {text}
    </Badge>
  );
}
