/** One thread from its first message to the last, which is kept in sight; what is seen counts as read. */
import { Group, Stack, Text } from '@mantine/core';
import type { FacilitatorMessage, FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../../ui/empty-state';
import { formatPlayTime } from '../../../../ui/format-time';
import { useMay } from '../../hooks/use-may';
import { type Names, useRoom } from '../../hooks/use-room';
import { useThreads } from '../../hooks/use-threads';
import { staffThread, type Thread } from '../../logic/message-threads';
import { RemoveText } from '../../parts/remove-text';
import { Written } from '../../parts/written';
import { desk } from '../desk-styles';
import { Compose } from './compose';

/** The latest; earlier ones follow at a press. */
const pageSize = 40;

export function ThreadView({ thread }: { thread: Thread }) {
  const { t } = useTranslation('facilitator');
  const { view, names } = useRoom();
  const { markRead } = useThreads();
  const may = useMay();
  const [size, setSize] = useState(pageSize);
  const list = useRef<HTMLDivElement>(null);
  const { key, messages } = thread;
  const lastId = messages.at(-1)?.id ?? 0;
  useEffect(() => {
    markRead(key, lastId);
    const at = list.current;
    if (at !== null && lastId > 0) at.scrollTop = at.scrollHeight;
  }, [key, lastId, markRead]);
  const earlier = messages.length - size;
  const mayWrite = key === staffThread || mayWriteTo(may, key);
  return (
    <>
      <div
        ref={list}
        className={desk.scroll}
        role="log"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        aria-label={t('messages.log')}
      >
        <Stack gap={8} p="xs">
          {messages.length === 0 ? (
            <EmptyState title={t('messages.none')} text={t('messages.noneText')} />
          ) : null}
          {earlier > 0 ? (
            <Text
              component="button"
              size="sm"
              td="underline"
              onClick={() => setSize(size + pageSize)}
              style={{ background: 'none', border: 0, cursor: 'pointer', color: 'inherit' }}
            >
              {t('messages.earlier', { count: earlier })}
            </Text>
          ) : null}
          {messages.slice(-size).map((message) => (
            <Bubble
              key={message.id}
              message={message}
              names={names}
              translations={view.translations[`${message.id} text`]}
            />
          ))}
        </Stack>
      </div>
      {mayWrite ? (
        <div className={desk.compose}>
          <Compose
            key={key}
            thread={key === staffThread ? { kind: 'staff' } : { kind: 'table', tableId: key }}
          />
        </div>
      ) : null}
    </>
  );
}

/** Evaluators and translators write to their colleagues only. */
function mayWriteTo(may: ReturnType<typeof useMay>, key: Exclude<Thread['key'], '#staff'>) {
  const isVoice = may.seat?.role !== 'evaluator' && may.seat?.role !== 'translator';
  return isVoice && may.table('SendMessage', key);
}

const Bubble = memo(function Bubble(props: {
  message: FacilitatorMessage;
  names: Names;
  translations: FacilitatorView['translations'][string] | undefined;
}) {
  const { message, names, translations } = props;
  const { t } = useTranslation('facilitator');
  const who = names.seat(message.seatId);
  return (
    <div className={desk.bubble} data-mine={message.from === 'staff' || undefined}>
      <Group gap={6} justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="xs" c="dimmed" className="tabular">
          {formatPlayTime(message.playMs)}{' '}
          {message.as === null
            ? who
            : t('messages.as', { contact: names.text(message.as.name), who })}
        </Text>
        <RemoveText factSeq={message.id} text={message.text} />
      </Group>
      <Written text={message.text} translations={translations} />
    </div>
  );
});
