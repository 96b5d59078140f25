/** Messages: a thread with each table, as control or as any contact, and one among staff. */
import { Badge, Button, Group, NavLink, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconArrowLeft, IconLock, IconMessage } from '@tabler/icons-react';
import type { ContactId, TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorMessage } from '@trilogue/engine/views/facilitator-view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { formatPlayTime } from '../../../ui/format-time';
import { type Names, useRoom } from '../hooks/use-room';
import { useStored } from '../hooks/use-stored';
import {
  messageThreads,
  type ReadMarks,
  staffThread,
  type Thread,
  type ThreadKey,
} from '../logic/message-threads';
import { RemoveText } from './remove-text';
import { classes } from './styles';

export function useThreads() {
  const { view, seatId } = useRoom();
  const { cast, messages, exercise } = view;
  const [marks, setMarks] = useStored<ReadMarks>(`trilogue.read.${exercise.exerciseId ?? ''}`, {});
  const threads = useMemo(
    () => messageThreads({ cast, messages }, marks, seatId),
    [cast, messages, marks, seatId],
  );
  return { threads, setMarks, unread: threads.reduce((sum, thread) => sum + thread.unread, 0) };
}

export type Threads = ReturnType<typeof useThreads>;

export function MessagesPanel({ threads: { threads, setMarks } }: { threads: Threads }) {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  const [open, setOpen] = useState<ThreadKey | null>(null);
  const thread = threads.find(({ key }) => key === open);
  const lastId = thread?.messages.at(-1)?.id ?? 0;
  useEffect(() => {
    if (open !== null) setMarks((marks) => ({ ...marks, [open]: lastId }));
  }, [open, lastId, setMarks]);

  if (thread !== undefined) return <OpenThread thread={thread} onBack={() => setOpen(null)} />;
  return (
    <section className={classes.scroll} aria-label={t('messages.title')}>
      {threads.map(({ key, messages, unread }) => (
        <NavLink
          key={key}
          component="button"
          label={threadName(t, names, key)}
          description={
            messages.length === 0
              ? t('messages.none')
              : names.text(messages.at(-1)?.text ?? '').slice(0, 90)
          }
          leftSection={
            key === staffThread ? (
              <IconLock size={18} aria-hidden />
            ) : (
              <IconMessage size={18} aria-hidden />
            )
          }
          rightSection={
            unread === 0 ? null : (
              <Badge color="orange.4" variant="filled" radius="sm" tt="none">
                {t('messages.unread', { count: unread })}
              </Badge>
            )
          }
          onClick={() => setOpen(key)}
        />
      ))}
    </section>
  );
}

function OpenThread({ thread, onBack }: { thread: Thread; onBack: () => void }) {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  const end = useRef<HTMLDivElement>(null);
  const { length } = thread.messages;
  useEffect(() => {
    if (length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [length]);
  return (
    <section className={classes.panel} aria-label={threadName(t, names, thread.key)}>
      <Group className={classes.panelHead} gap="xs" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={onBack}
        >
          {t('messages.back')}
        </Button>
        <Title order={3} size="h6" lineClamp={1}>
          {threadName(t, names, thread.key)}
        </Title>
      </Group>
      <Stack className={classes.scroll} gap={8} p="xs" role="log">
        {length === 0 ? <EmptyState title={t('messages.none')} /> : null}
        {thread.messages.map((message) => (
          <Bubble key={message.id} message={message} />
        ))}
        <div ref={end} />
      </Stack>
      <Compose key={thread.key} threadKey={thread.key} />
    </section>
  );
}

function Bubble({ message }: { message: FacilitatorMessage }) {
  const { t } = useTranslation('facilitator');
  const { names } = useRoom();
  const isMine = message.from === 'staff';
  const who = names.seat(message.seatId);
  return (
    <div className={classes.bubble} data-mine={isMine || undefined}>
      <Group gap={4} justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed" className="tabular">
          {formatPlayTime(message.playMs)}{' '}
          {message.as === null
            ? who
            : t('messages.as', { contact: names.text(message.as.name), who })}
        </Text>
        <RemoveText factSeq={message.id} text={message.text} />
      </Group>
      <Text size="sm">{names.text(message.text)}</Text>
    </div>
  );
}

function Compose({ threadKey }: { threadKey: ThreadKey }) {
  const { t } = useTranslation('facilitator');
  const { view, names, act } = useRoom();
  const [text, setText] = useState('');
  const [as, setAs] = useState<ContactId | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isStaff = threadKey === staffThread;
  const send = async () => {
    if (text.trim() === '') return;
    setIsBusy(true);
    const isSent = await act({
      type: 'SendMessage',
      thread: isStaff ? { kind: 'staff' } : { kind: 'table', tableId: threadKey as TableId },
      text,
      ...(as === null ? {} : { as }),
    });
    setIsBusy(false);
    if (isSent) setText('');
  };
  return (
    <Stack gap={6} p="xs" style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
      {isStaff ? null : (
        <Select
          size="xs"
          clearable
          searchable
          aria-label={t('messages.speakAs')}
          placeholder={t('messages.asControl')}
          data={view.cast.contacts.map(({ id, name, role }) => ({
            value: id,
            label: t('messages.contact', { name: names.text(name), role: names.text(role) }),
          }))}
          value={as}
          onChange={(value) => setAs(value as ContactId | null)}
        />
      )}
      <Group gap={6} wrap="nowrap" align="flex-end">
        <Textarea
          flex={1}
          size="sm"
          autosize
          minRows={1}
          maxRows={5}
          maxLength={10_000}
          aria-label={t('messages.write')}
          placeholder={t('messages.write')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
        <Button
          size="sm"
          px="sm"
          loading={isBusy}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          {t('messages.send')}
        </Button>
      </Group>
    </Stack>
  );
}

function threadName(
  t: ReturnType<typeof useTranslation<'facilitator'>>['t'],
  names: Names,
  key: ThreadKey,
): string {
  return key === staffThread ? t('messages.staff') : names.table(key as TableId);
}
