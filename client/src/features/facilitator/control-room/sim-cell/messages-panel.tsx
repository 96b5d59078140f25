/** Messages: a thread with each table, side by side with the one that is open where there is room. */
import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { useRoom } from '../../hooks/use-room';
import { useThreads } from '../../hooks/use-threads';
import { staffThread, type Thread, type ThreadKey } from '../../logic/message-threads';
import { desk } from '../desk-styles';
import { ThreadView } from './thread-view';
import { useThreadName } from './use-thread-name';

interface MessagesPanelProps {
  /** Beside the thread's name: what else can be sent there. */
  readonly onWrite?: (key: ThreadKey) => void;
  /** Where the staff's own line stands elsewhere. */
  readonly isOfTables?: boolean;
}

export function MessagesPanel({ onWrite, isOfTables = false }: MessagesPanelProps) {
  const { t } = useTranslation('facilitator');
  const { threads } = useThreads();
  const nameOf = useThreadName();
  const [open, setOpen] = useState<ThreadKey | null>(null);
  const shown = isOfTables ? threads.filter(({ key }) => key !== staffThread) : threads;
  const thread = shown.find(({ key }) => key === open);
  return (
    <section className={desk.panel} aria-label={t('messages.title')}>
      <div className={desk.split}>
        <div className={desk.splitSide} data-behind={thread === undefined ? undefined : true}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
          <div className={desk.scroll} tabIndex={0}>
            {shown.map((one) => (
              <ThreadPick
                key={one.key}
                thread={one}
                isOpen={one.key === open}
                onOpen={() => setOpen(one.key)}
              />
            ))}
          </div>
        </div>
        <div className={desk.splitMain} data-behind={thread === undefined ? true : undefined}>
          {thread === undefined ? (
            <Text c="dimmed" size="sm" p="md" ta="center">
              {t('messages.choose')}
            </Text>
          ) : (
            <>
              <div className={desk.head}>
                <span className={desk.onlyNarrow}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    leftSection={<IconArrowLeft size={16} aria-hidden />}
                    onClick={() => setOpen(null)}
                  >
                    {t('messages.back')}
                  </Button>
                </span>
                <Text fw={650}>{nameOf(thread.key)}</Text>
                {onWrite === undefined || thread.key === staffThread ? null : (
                  <span className={desk.push}>
                    <Button
                      size="compact-sm"
                      variant="default"
                      leftSection={<IconPencil size={16} aria-hidden />}
                      onClick={() => onWrite(thread.key)}
                    >
                      {t('cell.writeInject')}
                    </Button>
                  </span>
                )}
              </div>
              <ThreadView key={thread.key} thread={thread} />
            </>
          )}
        </div>
      </div>
    </section>
  );
}

/** Beside a staff line that stands on its own. */
export function TableMessages() {
  return <MessagesPanel isOfTables />;
}

function ThreadPick(props: { thread: Thread; isOpen: boolean; onOpen: () => void }) {
  const { thread, isOpen, onOpen } = props;
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  const nameOf = useThreadName();
  const last = thread.messages.at(-1);
  return (
    <UnstyledButton className={desk.pick} aria-current={isOpen || undefined} onClick={onOpen}>
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text size="sm" fw={thread.unread > 0 ? 700 : 500}>
          {nameOf(thread.key)}
        </Text>
        {thread.unread === 0 ? null : (
          <Badge color="orange.4" variant="filled" radius="sm" tt="none" style={{ flexShrink: 0 }}>
            {t('messages.unread', { count: thread.unread })}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed" lineClamp={1}>
        {last === undefined
          ? t('messages.none')
          : `${formatPlayTime(last.playMs)} ${names.text(last.text)}`}
      </Text>
    </UnstyledButton>
  );
}
