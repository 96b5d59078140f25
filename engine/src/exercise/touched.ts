/** What a command touches: nobody but whoever sends it, some teams, or the exercise as a whole. */
import type { InjectId, PartyId, SeatId, TableId, TeamId } from '../protocol/ids.js';
import { teamsAddressed } from '../scenario/playbook.js';
import type { JointPosition } from '../scenario/position-schema.js';
import { injectAt } from '../scenario/words.js';
import type { Recipient } from '../scenario/world-schema.js';
import { answerAt } from './answers.js';
import type { MessageThread, ReleaseScope } from './command-parts.js';
import type { CommandOf } from './commands.js';
import type { Fact } from './facts.js';
import { type ExerciseState, injectOf, recipientsOf } from './state.js';
import { controlTableId, type Seat } from './state-parts.js';
import { factAt } from './written-texts.js';

export type Touched =
  | { readonly kind: 'self' }
  | {
      readonly kind: 'teams';
      readonly teamIds: readonly TeamId[];
      /** Done in the name of control's own table, or of a contact. */
      readonly isControl: boolean;
    }
  | { readonly kind: 'exercise' };

/** @param seat whoever sends it; null for the host. */
export type Touches<Command> = (
  command: Command,
  state: ExerciseState,
  seat: Seat | null,
) => Touched;

const self: Touched = { kind: 'self' };
const exercise: Touched = { kind: 'exercise' };

/** Its sender alone; REAL WORLD too, which no scope may stop. */
export const touchesSelf: Touches<unknown> = () => self;
export const touchesExercise: Touches<unknown> = () => exercise;

/** Whoever reads the inject. One that is unknown, or goes to nobody, is everyone's. */
export const touchesInject: Touches<{ readonly injectId: InjectId }> = ({ injectId }, state) =>
  teams(recipientsOf(state, injectId));

export const touchesDueItem: Touches<CommandOf<'Confirm'>> = ({ item }, state, seat) =>
  item.kind === 'inject' ? touchesInject(item, state, seat) : exercise;

export const touchesRecipients: Touches<{ readonly to: readonly Recipient[] }> = ({ to }, state) =>
  teams(teamsAddressed(state.playbook.scenario, to));

/** The table that is named, the sender's own where none is; null means all of them. */
export const touchesTable: Touches<{ readonly tableId?: TableId | null | undefined }> = (
  { tableId },
  state,
  seat,
) => {
  if (tableId === null) return exercise;
  const at = tableId ?? seat?.tableId ?? null;
  return at === null ? exercise : teams(teamsAt(state, at), at === controlTableId);
};

export const touchesVoice: Touches<{ readonly teamId: TeamId }> = ({ teamId }, state) =>
  teams([teamId], state.casting.tableOf.get(teamId) === controlTableId);

export const touchesPosition: Touches<
  CommandOf<'OpenPosition' | 'ExtendPosition' | 'OverridePosition'>
> = ({ positionId }, state) => {
  const position = state.playbook.positions.get(positionId);
  return position === undefined ? exercise : teams(teamsTakingPart(state, position));
};

export const touchesObligation: Touches<CommandOf<'StartObligation'>> = (
  { obligationId },
  { playbook },
) => teams(playbook.obligations.get(obligationId)?.teams ?? []);

/** The table left and the one come to. */
export const touchesSeat: Touches<CommandOf<'MoveSeat'>> = ({ seatId, tableId }, state) => {
  const from = state.seats.get(seatId)?.tableId ?? null;
  return from === null ? exercise : both(atTable(state, from), atTable(state, tableId));
};

/** A player is their table's; staff and walls are everyone's. */
export const touchesLeaver: Touches<{ readonly seatId: SeatId }> = ({ seatId }, state, seat) => {
  if (seat?.seatId === seatId) return self;
  const from = state.seats.get(seatId)?.tableId ?? null;
  return from === null ? exercise : atTable(state, from);
};

/** What control answers reaches whoever asked; what a table answers is that table's. */
export const touchesRequest: Touches<CommandOf<'AnswerRequest'>> = (command, state, seat) => {
  if (command.tableId !== undefined || seat?.role === 'player') {
    return touchesTable(command, state, seat);
  }
  const request = state.requests.get(String(command.requestSeq));
  if (request === undefined) return exercise;
  const asked = request.kind === 'permission' ? [request.originatorId] : request.to.tableIds;
  const isControl = asked.every((tableId) => tableId === null || tableId === controlTableId);
  return teams(teamsAt(state, request.tableId), isControl);
};

export const touchesThread: Touches<{ readonly thread: MessageThread }> = ({ thread }, state) =>
  thread.kind === 'table' ? atTable(state, thread.tableId) : self;

/** Whom a note is about, and who is to read it. */
export const touchesNote: Touches<CommandOf<'NoteObservation'>> = (
  { tableId, release },
  state,
  seat,
) => both(touchesTable({ tableId }, state, seat), readers(release, state));

export const touchesNoted: Touches<CommandOf<'ReleaseObservation'>> = (
  { noteSeq, release },
  state,
  seat,
) => {
  const tableId = state.observations.get(String(noteSeq))?.tableId ?? null;
  return both(touchesTable({ tableId }, state, seat), readers(release, state));
};

/** Whose answer it is. */
export const touchesAnswer: Touches<CommandOf<'ClaimAnswer'>> = ({ answerSeq }, state, seat) => {
  const answer = answerAt(state, answerSeq);
  if (answer === null) return exercise;
  return answer.type === 'MessageSent'
    ? touchesThread(answer, state, seat)
    : touchesTable(answer, state, seat);
};

/** Whose text it is and, as far as the text itself says so, who reads it. */
export const touchesText: Touches<CommandOf<'AddTranslation'>> = ({ of }, state, seat) => {
  const fact = factAt(state, of);
  return fact === null ? exercise : touchedBy(fact, state, seat);
};

/** Whoever reads the inject; the team or the party that they are about. All else is everyone's. */
export const touchesWords: Touches<CommandOf<'TranslateScenario'>> = ({ place }, state, seat) => {
  const at = injectAt(place);
  if (at !== null) return touchesInject(at, state, seat);
  const [part, id] = place.split('/');
  const isOfSome = (part === 'teams' || part === 'parties') && id !== undefined;
  return isOfSome ? teams(teamsAddressed(state.playbook.scenario, [id as Recipient])) : exercise;
};

export const touchesRedacted: Touches<CommandOf<'RedactContent'>> = ({ factSeq }, state, seat) => {
  const fact = factAt(state, factSeq);
  return fact === null ? exercise : touchedBy(fact, state, seat);
};

/** Who has a voice in it, and who takes part without one; whether anybody plays them or not. */
export function teamsTakingPart(
  { playbook }: ExerciseState,
  { voices, participants }: JointPosition,
): TeamId[] {
  return [...new Set([...voices, ...teamsAddressed(playbook.scenario, participants)])];
}

/** Whether all that is touched belongs to one party. */
export function isWithinParty(touched: Touched, partyId: PartyId, { playbook }: ExerciseState) {
  if (touched.kind !== 'teams') return touched.kind === 'self';
  return touched.teamIds.every((teamId) => playbook.teams.get(teamId)?.party === partyId);
}

/** One that waits in the deck, or was made up in play. */
export function isFromDeck(injectId: InjectId, state: ExerciseState): boolean {
  const isMadeUp = !state.playbook.injects.has(injectId);
  const inject = injectOf(state, injectId);
  return inject !== undefined && (isMadeUp || inject.release.kind === 'deck');
}

function touchedBy(fact: Fact, state: ExerciseState, seat: Seat | null): Touched {
  if (fact.type === 'MessageSent') return touchesThread(fact, state, seat);
  if (fact.type === 'InjectEdited' || fact.type === 'InjectImprovised') {
    return touchesInject(fact, state, seat);
  }
  if (!('tableId' in fact)) return exercise;
  const own = touchesTable(fact, state, seat);
  const isSent = fact.type === 'InformationShared' || fact.type === 'InformationRequested';
  if (!isSent) return own;
  return fact.to.tableIds.reduce((all, tableId) => both(all, atTable(state, tableId)), own);
}

function readers(release: ReleaseScope, { playbook }: ExerciseState): Touched {
  if (release.kind === 'kept') return self;
  return release.kind === 'all'
    ? exercise
    : teams(teamsAddressed(playbook.scenario, [release.partyId]));
}

function atTable(state: ExerciseState, tableId: TableId): Touched {
  return teams(teamsAt(state, tableId), tableId === controlTableId);
}

function teamsAt({ casting }: ExerciseState, tableId: TableId): readonly TeamId[] {
  return casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [];
}

/** Of nobody in particular means of everybody. */
function teams(teamIds: readonly TeamId[], isControl = false): Touched {
  return teamIds.length === 0 ? exercise : { kind: 'teams', teamIds, isControl };
}

function both(one: Touched, other: Touched): Touched {
  if (one.kind === 'self') return other;
  if (other.kind === 'self') return one;
  if (one.kind === 'exercise' || other.kind === 'exercise') return exercise;
  return teams([...one.teamIds, ...other.teamIds], one.isControl && other.isControl);
}
