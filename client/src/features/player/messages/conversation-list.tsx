/** All conversations, or, while words are looked for, what was written with them in it. */
import { Badge, CloseButton, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocalizedText, useWrittenText } from '../../../i18n/use-localized-text';
import { EmptyState } from '../../../ui/empty-state';
import { formatPlayTime } from '../../../ui/format-time';
import {
  type Conversation,
  type Entry,
  type FoundEntry,
  findEntries,
  textsOf,
  unreadIn,
} from '../messages-model';
import classesOfPlayer from '../player.module.css';
import { usePlace } from '../use-place';
import { usePlayer } from '../use-player';
import { useMarks } from '../use-unread';
import { ConversationName, ConversationPlace } from './conversation-name';
import classes from './messages.module.css';

export function ConversationList(props: {
  readonly conversations: readonly Conversation[];
  readonly openKey: string | null;
  readonly words: string;
  readonly onWords: (words: string) => void;
}) {
  const { conversations, openKey, words, onWords } = props;
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const found = findEntries(conversations, words, (text) => read(text, defaultLanguage).text);
  return (
    <>
      <div className={classes.search}>
        <TextInput
          type="search"
          size="sm"
          data-search
          aria-label={t('messages.search')}
          placeholder={t('messages.search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={
            words === '' ? null : (
              <CloseButton size="sm" aria-label={t('inbox.clear')} onClick={() => onWords('')} />
            )
          }
          value={words}
          onChange={({ currentTarget: { value } }) => onWords(value)}
        />
      </div>
      <div className={classesOfPlayer.scroll}>
        {words.trim() === '' ? (
          conversations.map((conversation) => (
            <ConversationRow
              key={conversation.key}
              conversation={conversation}
              isOpen={conversation.key === openKey}
            />
          ))
        ) : found.length === 0 ? (
          <EmptyState title={t('messages.noneFound')} />
        ) : (
          found.map((one) => (
            <FoundRow key={`${one.conversation.key} ${one.entry.seq}`} found={one} />
          ))
        )}
      </div>
    </>
  );
}

function ConversationRow(props: { conversation: Conversation; isOpen: boolean }) {
  const { conversation, isOpen } = props;
  const { t } = useTranslation('player');
  const { openConversation } = usePlace();
  const unread = unreadIn(conversation, useMarks());
  const last = conversation.entries.at(-1);
  return (
    <UnstyledButton
      className={classesOfPlayer.row ?? ''}
      aria-current={isOpen}
      onClick={() => openConversation(conversation.key)}
    >
      <Group justify="space-between" gap={8} wrap="nowrap" align="flex-start">
        <Text size="sm" fw={unread > 0 ? 700 : 600} lh={1.35} style={{ minWidth: 0 }}>
          <ConversationName conversation={conversation} />
        </Text>
        {unread > 0 ? (
          <Badge
            circle
            size="md"
            color="red.9"
            aria-label={t('unread', { count: unread })}
            style={{ flexShrink: 0 }}
          >
            {unread}
          </Badge>
        ) : (
          last !== undefined && (
            <Text span size="xs" c="dimmed" className="tabular">
              {formatPlayTime(last.playMs)}
            </Text>
          )
        )}
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {last === undefined ? (
          <ConversationPlace conversation={conversation} />
        ) : (
          <Excerpt entry={last} />
        )}
      </Text>
    </UnstyledButton>
  );
}

function FoundRow({ found: { conversation, entry } }: { found: FoundEntry }) {
  const { openConversation } = usePlace();
  return (
    <UnstyledButton
      className={classesOfPlayer.row ?? ''}
      onClick={() => openConversation(conversation.key)}
    >
      <Group justify="space-between" gap={8} wrap="nowrap" align="flex-start">
        <Text size="sm" fw={600} lh={1.35} style={{ minWidth: 0 }}>
          <ConversationName conversation={conversation} />
        </Text>
        <Text span size="xs" c="dimmed" className="tabular">
          {formatPlayTime(entry.playMs)}
        </Text>
      </Group>
      <Text size="xs" lineClamp={3}>
        <Excerpt entry={entry} />
      </Text>
    </UnstyledButton>
  );
}

function Excerpt({ entry }: { entry: Entry }) {
  const { t } = useTranslation('player');
  const { defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const written = useWrittenText();
  const [text = ''] = textsOf(entry, (one) => read(one, defaultLanguage).text);
  const said = entry.kind === 'answer' && text === '' ? t(wordOfAnswer(entry)) : written(text);
  return entry.isOurs ? t('messages.ours', { text: said }) : said;
}

function wordOfAnswer({ request }: Extract<Entry, { kind: 'answer' }>) {
  return request.answer.isGranted ? 'messages.granted' : 'messages.declined';
}
