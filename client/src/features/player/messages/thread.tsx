/** One conversation: what was written, latest at the bottom, and the box to write in. */
import { Stack } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state';
import { type Conversation, withControl } from '../messages-model';
import { ScrollPart } from '../scroll-part';
import { usePlayer } from '../use-player';
import { markShown } from '../use-unread';
import { ControlComposer } from './control-composer';
import { EntryBubble } from './entry-bubble';
import { TeamComposer } from './team-composer';
import { Waiting } from './waiting';

export function Thread({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation('player');
  const { seatId, canAct } = usePlayer();
  const { key, entries } = conversation;
  const newest = entries.at(-1)?.seq ?? 0;
  const end = useRef<HTMLDivElement>(null);
  const [replyTo, setReplyTo] = useState<number | null>(null);
  const isControl = key === withControl;

  useEffect(() => {
    if (seatId !== null && newest > 0) markShown(seatId, key, newest);
    end.current?.scrollIntoView({ block: 'end' });
  }, [newest, key, seatId]);

  return (
    <>
      <ScrollPart>
        <div role="log" aria-label={t('messages.thread')}>
          {entries.length === 0 ? (
            <EmptyState
              icon={<IconMessages size={34} stroke={1.4} aria-hidden />}
              title={t('messages.empty.title')}
              text={t(isControl ? 'messages.empty.text' : 'messages.empty.others')}
            />
          ) : (
            <Stack p="md" gap="md" maw={900} mx="auto">
              {entries.map((entry) => (
                <EntryBubble
                  key={entry.seq}
                  entry={entry}
                  conversation={conversation}
                  onReply={canAct ? setReplyTo : null}
                />
              ))}
            </Stack>
          )}
          <Waiting conversation={conversation} />
          <div ref={end} />
        </div>
      </ScrollPart>
      {isControl ? (
        <ControlComposer />
      ) : (
        canAct && (
          <TeamComposer
            conversation={conversation}
            replyTo={replyTo}
            onReplied={() => setReplyTo(null)}
          />
        )
      )}
    </>
  );
}
