/** Which commands on their way belong to a conversation. */
import type { CommandInput } from '../../../connection/outbox';

export interface Counterpart {
  readonly isControl: boolean;
  /** Its teams and contact. */
  readonly ids: readonly string[];
}

/** What it says, or null where it goes elsewhere. */
export function textWaitingIn(
  command: CommandInput,
  { isControl, ids }: Counterpart,
): string | null {
  if (command.type === 'SendMessage') return isControl ? command.text : null;
  if (command.type !== 'ShareInformation' && command.type !== 'RequestInformation') return null;
  const { teams = [], contacts = [] } = command.to;
  const isHere = [...teams, ...contacts].some((id) => ids.includes(id));
  if (!isHere) return null;
  return command.type === 'ShareInformation' ? command.facts : command.text;
}
