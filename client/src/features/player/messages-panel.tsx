/** The table's line to control. Staff may answer as themselves or as a contact of the scenario. */
import { ActionIcon, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconMessages, IconSend } from '@tabler/icons-react';
import type { MessageView } from '@trilogue/engine/views/player-view';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrittenText } from '../../i18n/use-localized-text';
import { EmptyState } from '../../ui/empty-state';
import { formatPlayTime } from '../../ui/format-time';
import { LocalizedLine } from '../../ui/localized-line';
import { keepMessage, keptMessage } from './device-memory';
import { longestText } from './limits';
import classes from './player.module.css';
import { useAct } from './use-act';
import { useNameOf, usePlayer } from './use-player';
import { markRead } from './use-unread';

export function MessagesPanel() {
  const { t } = useTranslation('player');
  const { view, seatId } = usePlayer();
  const messages = Object.values(view.messages).sort((a, b) => a.id - b.id);
  const newest = messages.at(-1)?.id ?? 0;
  const end = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (newest > 0) markRead(seatId ?? '', newest);
    end.current?.scrollIntoView({ block: 'end' });
  }, [newest, seatId]);

  return (
    <>
      <div className={classes.scroll} role="log" aria-label={t('messages.title')}>
        {messages.length === 0 ? (
          <EmptyState
            icon={<IconMessages size={34} stroke={1.4} aria-hidden />}
            title={t('messages.empty.title')}
            text={t('messages.empty.text')}
          />
        ) : (
          <Stack p="md" gap="sm">
            {messages.map((message) => (
              <Bubble key={message.id} message={message} />
            ))}
          </Stack>
        )}
        <div ref={end} />
      </div>
      <Composer />
    </>
  );
}

function Bubble({ message }: { message: MessageView }) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const nameOf = useNameOf();
  const written = useWrittenText();
  const { from, as, seatId, text, playMs } = message;
  const isOurs = from === 'table';
  return (
    <Stack gap={2} align={isOurs ? 'flex-end' : 'flex-start'}>
      <Text size="xs" c="dimmed">
        {as !== null ? (
          <>
            <LocalizedLine text={as.name} defaultLanguage={defaultLanguage} />
            {' · '}
            <LocalizedLine text={as.role} defaultLanguage={defaultLanguage} />
          </>
        ) : isOurs ? (
          nameOf(seatId)
        ) : (
          t('people.control')
        )}
        <span className="tabular">{` · ${formatPlayTime(playMs)}`}</span>
      </Text>
      <div className={`${classes.bubble} ${isOurs ? classes.bubbleOwn : ''}`}>{written(text)}</div>
    </Stack>
  );
}

function Composer() {
  const { t } = useTranslation('player');
  const { view, seatId } = usePlayer();
  const act = useAct();
  const seat = seatId ?? '';
  const [text, setText] = useState(() => keptMessage(seat));
  const [sending, setSending] = useState<string | null>(null);

  const write = (next: string) => {
    setText(next);
    keepMessage(seat, next);
  };

  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    const body = text.trim();
    if (body === '' || sending !== null) return;
    setSending(body);
    write('');
    const { tableId } = view.table;
    const answer = await act({
      type: 'SendMessage',
      thread: { kind: 'table', tableId },
      text: body,
    });
    setSending(null);
    if (!answer.ok) write(body);
  };

  return (
    <form
      onSubmit={(event) => void send(event)}
      style={{ flex: 'none', borderTop: '1px solid var(--mantine-color-default-border)' }}
    >
      {sending !== null && (
        <Text size="xs" c="dimmed" px="md" pt={6} truncate role="status">
          {t('messages.sending', { text: sending })}
        </Text>
      )}
      <Group p="sm" gap="xs" wrap="nowrap" align="flex-end">
        <Textarea
          aria-label={t('messages.write')}
          placeholder={t('messages.write')}
          value={text}
          maxLength={longestText}
          autosize
          minRows={1}
          maxRows={6}
          style={{ flex: 1 }}
          onChange={({ currentTarget: { value } }) => write(value)}
          onKeyDown={(event) => {
            // Enter alone ends a line, and a conversion in a Japanese keyboard.
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          }}
        />
        <ActionIcon
          type="submit"
          size={36}
          aria-label={t('messages.send')}
          disabled={text.trim() === ''}
        >
          <IconSend size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </form>
  );
}
