/** How commands on their way are called on a player's screen. */
import type { CommandInput } from '../../connection/outbox';

const named = [
  'AcknowledgeInject',
  'SendResponse',
  'MakeChoice',
  'SendMessage',
  'RaiseRealWorld',
  'ShareInformation',
  'RequestInformation',
  'RequestPermission',
  'AnswerRequest',
  'TakeStance',
  'DraftText',
  'CommentOnDraft',
  'FileReport',
  'AcknowledgeCommsCheck',
] as const;

export type OutgoingName = (typeof named)[number] | 'other';

export function nameOfCommand({ type }: Pick<CommandInput, 'type'>): OutgoingName {
  return named.find((name) => name === type) ?? 'other';
}

/** What a person wrote in it. */
export function textOfCommand(command: CommandInput): string | undefined {
  return 'text' in command ? command.text : 'facts' in command ? command.facts : undefined;
}

/** In the order they were sent. That somebody read something is nobody's errand and is left out. */
export function namesOfOutgoing(outgoing: readonly Pick<CommandInput, 'type'>[]): OutgoingName[] {
  return outgoing.filter(({ type }) => type !== 'OpenInject').map(nameOfCommand);
}
