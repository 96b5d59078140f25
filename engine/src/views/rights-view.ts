/** What a seat may ask for, as a screen needs it to show each person only the controls that are theirs. */
import { commandRights, type Reach } from '../exercise/command-rights.js';
import type { CommandType } from '../exercise/commands.js';
import type { Role } from '../exercise/settings.js';
import type { PartyId, TeamId } from '../protocol/ids.js';

export type { CommandType } from '../exercise/commands.js';

/** Whose right it is: a seat's role, and the only party that it acts for, if it is bound to one. */
export interface RightsSeat {
  readonly role: Role;
  readonly partyId: PartyId | null;
}

/**
 * What a command would touch. Without teams it touches everybody; `isControl`: done in the name of
 * control's own table or of a contact; `isFromDeck`: an inject of the deck, or one made up in play;
 * `isSelf`: nobody but whoever asks.
 */
export interface RightsSubject {
  readonly teams?: readonly { readonly id: TeamId; readonly partyId: PartyId }[];
  readonly isControl?: boolean;
  readonly isFromDeck?: boolean;
  readonly isSelf?: boolean;
}

/** How far a role's right goes; null for none. */
export function reachOf(role: Role, type: CommandType): Reach | null {
  return commandRights[type][role] ?? null;
}

/** Everything a role may ask for, at least of somebody. */
export function commandsOf(role: Role): readonly CommandType[] {
  return (Object.keys(commandRights) as CommandType[]).filter((type) => reachOf(role, type));
}

/** Whether the engine would let this seat do that to this subject, whatever the moment. */
export function mayDo(
  { role, partyId }: RightsSeat,
  type: CommandType,
  { teams = [], isControl = false, isFromDeck = false, isSelf = false }: RightsSubject = {},
): boolean {
  switch (reachOf(role, type)) {
    case null:
      return false;
    case 'seat':
      if (partyId === null || isSelf) return true;
      return teams.length > 0 && teams.every((team) => team.partyId === partyId);
    case 'own':
      return true;
    case 'self':
      return isSelf;
    case 'control':
      return isControl;
    case 'deck':
      return isFromDeck;
  }
}
