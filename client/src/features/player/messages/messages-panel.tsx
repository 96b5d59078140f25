/** Conversations: with control, with other tables, with contacts; on a phone the list, then one. */
import '../exchange/words-ahead';
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconMessages } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { conversationsOf, withControl } from '../messages-model';
import { useIsWide } from '../top-bar';
import { usePlace } from '../use-place';
import { usePlayer } from '../use-player';
import { ConversationList } from './conversation-list';
import { ConversationName } from './conversation-name';
import classes from './messages.module.css';
import { Thread } from './thread';

export function MessagesPanel() {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const { conversation: asked, openConversation } = usePlace();
  const isWide = useIsWide();
  const [words, setWords] = useState('');
  const conversations = useMemo(() => conversationsOf(view), [view]);
  const key = asked ?? (isWide ? withControl : null);
  const open = conversations.find((one) => one.key === key);

  const list = (
    <section className={classes.list} aria-label={t('messages.list')}>
      <ConversationList
        conversations={conversations}
        openKey={open?.key ?? null}
        words={words}
        onWords={setWords}
      />
    </section>
  );
  if (!isWide && key === null) return list;
  const thread = (
    <section className={classes.thread} aria-label={t('messages.thread')}>
      {open === undefined ? (
        <EmptyState
          icon={<IconMessages size={34} stroke={1.4} aria-hidden />}
          title={t('messages.gone')}
        />
      ) : (
        <>
          <Group gap="xs" wrap="nowrap" className={classes.threadHead ?? ''}>
            {!isWide && (
              <ActionIcon
                variant="subtle"
                size={40}
                aria-label={t('messages.back')}
                onClick={() => openConversation(null)}
              >
                <IconArrowLeft size={20} aria-hidden />
              </ActionIcon>
            )}
            <Text component="h2" fw={650} lh={1.35} m={0} style={{ minWidth: 0 }}>
              <ConversationName conversation={open} />
            </Text>
          </Group>
          <Thread key={open.key} conversation={open} />
        </>
      )}
    </section>
  );
  if (!isWide) return thread;
  return (
    <div className={classes.split}>
      {list}
      {thread}
    </div>
  );
}
