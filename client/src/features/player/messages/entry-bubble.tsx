/** One thing that was written: who, when, under which marking, and what may be done about it. */
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../ui/format-time';
import { LocalizedLine } from '../../../ui/localized-line';
import { TlpBadge } from '../../../ui/tlp-badge';
import { PlayText } from '../exchange/parts';
import { AnswerRequestForm } from '../holdings/answer-request-form';
import type { Conversation, Entry } from '../messages-model';
import { useNameOf, usePlayer } from '../use-player';
import { AlsoTo } from './also-to';
import { ConversationName } from './conversation-name';
import classes from './messages.module.css';

interface BubbleProps {
  readonly entry: Entry;
  readonly conversation: Conversation;
  /** Null where the table may not act. */
  readonly onReply: ((seq: number) => void) | null;
}

export function EntryBubble({ entry, conversation, onReply }: BubbleProps) {
  const { isOurs, playMs } = entry;
  return (
    <Stack gap={3} align={isOurs ? 'flex-end' : 'flex-start'}>
      <Text size="xs" c="dimmed">
        <Author entry={entry} conversation={conversation} />
        <span className="tabular">{` · ${formatPlayTime(playMs)}`}</span>
      </Text>
      <div className={`${classes.bubble} ${isOurs ? classes.bubbleOwn : ''}`}>
        <Content entry={entry} conversation={conversation} />
      </div>
      {entry.kind === 'request' && !isOurs && entry.request.answer === null && onReply !== null && (
        <RequestActions entry={entry} onReply={onReply} />
      )}
    </Stack>
  );
}

function Author({ entry, conversation }: Pick<BubbleProps, 'entry' | 'conversation'>) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const nameOf = useNameOf();
  if (entry.kind === 'message') {
    const { as, seatId } = entry.message;
    if (as !== null) {
      return (
        <>
          <LocalizedLine text={as.name} defaultLanguage={defaultLanguage} />
          {' · '}
          <LocalizedLine text={as.role} defaultLanguage={defaultLanguage} />
        </>
      );
    }
    return entry.isOurs ? nameOf(seatId) : t('people.control');
  }
  if (!entry.isOurs) return <ConversationName conversation={conversation} />;
  // Of an answer the view doesn't say which of the table's people gave it.
  if (entry.kind === 'answer') return t('messages.ourTable');
  return nameOf(entry.kind === 'share' ? entry.share.seatId : entry.request.seatId);
}

function Content({ entry, conversation }: Pick<BubbleProps, 'entry' | 'conversation'>) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  switch (entry.kind) {
    case 'message':
      return <PlayText text={entry.message.text} textIn={entry.message.textIn} />;
    case 'share': {
      const { marking, channel, items, facts, factsIn, ask, askIn, confidence, inReplyTo } =
        entry.share;
      return (
        <>
          <Group gap={6} mb={6}>
            <TlpBadge label={marking} />
            <Tag text={t(`common:shareChannels.${channel}`)} />
            {inReplyTo !== null && <Tag text={t('messages.isReply')} />}
            {confidence !== null && <Tag text={t(`messages.confidence.${confidence}`)} />}
          </Group>
          <PlayText text={facts} textIn={factsIn} />
          {items.length > 0 && (
            <ul className={classes.items}>
              {items.map(({ itemId, form, title }) => (
                <li key={`${itemId} ${form}`}>
                  <LocalizedLine text={title} defaultLanguage={defaultLanguage} />
                  {form === 'sanitised' && ` (${t('messages.sanitised')})`}
                </li>
              ))}
            </ul>
          )}
          {ask !== '' && (
            <div className={classes.ask}>
              <Text size="xs" fw={650}>
                {t('messages.asks')}
              </Text>
              <PlayText text={ask} textIn={askIn} />
            </div>
          )}
          <AlsoTo share={entry.share} conversation={conversation} />
        </>
      );
    }
    case 'request': {
      const { kind, marking, channel, text, textIn, item } = entry.request;
      return (
        <>
          <Group gap={6} mb={6}>
            <Tag
              text={t(kind === 'information' ? 'messages.asked' : 'messages.kinds.permission')}
            />
            {marking !== null && <TlpBadge label={marking} />}
            {channel !== null && <Tag text={t(`common:shareChannels.${channel}`)} />}
          </Group>
          {item !== null && (
            <Text size="sm" fw={650}>
              <LocalizedLine text={item.title} defaultLanguage={defaultLanguage} />
            </Text>
          )}
          <PlayText text={text} textIn={textIn} />
        </>
      );
    }
    case 'answer': {
      const { isGranted, text, textIn } = entry.request.answer;
      return (
        <>
          <Tag text={t(isGranted ? 'messages.granted' : 'messages.declined')} />
          {text !== '' && <PlayText text={text} textIn={textIn} />}
        </>
      );
    }
  }
}

function Tag({ text }: { text: string }) {
  return (
    <Badge size="sm" variant="default" tt="none" radius="sm">
      {text}
    </Badge>
  );
}

/** Giving it is a message in reply; a permission is given or not, and so is no answer at all. */
function RequestActions(props: {
  readonly entry: Extract<Entry, { kind: 'request' }>;
  readonly onReply: (seq: number) => void;
}) {
  const { t } = useTranslation('player');
  const { entry, onReply } = props;
  const { request } = entry;
  const [isGranting, setGranting] = useState<boolean | null>(null);
  if (isGranting !== null) {
    return (
      <div className={classes.answering}>
        <AnswerRequestForm
          request={request}
          isGranted={isGranting}
          onClose={() => setGranting(null)}
        />
      </div>
    );
  }
  return (
    <Group gap="xs">
      {request.kind === 'information' ? (
        <Button size="compact-sm" onClick={() => onReply(request.seq)}>
          {t('messages.reply')}
        </Button>
      ) : (
        <Button size="compact-sm" onClick={() => setGranting(true)}>
          {t('messages.grant')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" onClick={() => setGranting(false)}>
        {t('messages.decline')}
      </Button>
    </Group>
  );
}
