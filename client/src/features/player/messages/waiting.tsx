/** What was written in a conversation and is still on its way. */
import { Stack } from '@mantine/core';
import type { CommandInput } from '../../../connection/outbox';
import { type Conversation, withControl } from '../messages-model';
import { QueuedNote } from '../outgoing';
import { usePlayer } from '../use-player';
import { textWaitingIn } from './waiting-model';

export function Waiting({ conversation }: { conversation: Conversation }) {
  const { outgoing } = usePlayer().connection;
  const texts = outgoing
    .map((command: CommandInput) =>
      textWaitingIn(command, {
        isControl: conversation.key === withControl,
        ids: [
          ...conversation.teams.map(({ id }) => id),
          ...(conversation.contact === null ? [] : [conversation.contact.id]),
        ],
      }),
    )
    .filter((text) => text !== null);
  if (texts.length === 0) return null;
  return (
    <Stack px="md" pb="md" gap="xs" maw={900} mx="auto">
      {texts.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may wait twice
        <QueuedNote key={`${index} ${text}`} text={text} />
      ))}
    </Stack>
  );
}
