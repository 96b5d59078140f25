/** Who may do what to whom: one row per command. The host is the clock, recovery and setting up. */
import type { LifecycleEvent } from '../machines/lifecycle.js';
import type { Command, CommandOf, CommandType } from './commands.js';
import { type Rejection, reject } from './rejections.js';
import { type Role, rolesSchema, staffRoles } from './settings.js';
import type { ExerciseState } from './state.js';
import type { Seat } from './state-parts.js';
import {
  isFromDeck,
  isWithinParty,
  type Touched,
  type Touches,
  touchesDueItem,
  touchesExercise,
  touchesInject,
  touchesLeaver,
  touchesNote,
  touchesNoted,
  touchesObligation,
  touchesPosition,
  touchesRecipients,
  touchesRedacted,
  touchesRequest,
  touchesSeat,
  touchesSelf,
  touchesTable,
  touchesText,
  touchesThread,
  touchesVoice,
} from './touched.js';

export type Doer = Role | 'host';

/**
 * How far a right goes. seat: as far as the seat does (a facilitator's may end at one party). own: the
 * handler knows a player's own table. self: the seat itself. control: teams that control plays, and
 * contacts. deck: injects of the deck, and those made up in play.
 */
export type Reach = 'seat' | 'own' | 'self' | 'control' | 'deck';

export interface CommandRow<Type extends CommandType = CommandType> {
  readonly may: { readonly [D in Doer]?: Reach };
  readonly touches: Touches<CommandOf<Type>>;
  /** What the lifecycle machine is asked; null for what is legal at any stage. */
  readonly event: LifecycleEvent | null | ((command: Command) => LifecycleEvent);
}

/** Staff may come while an exercise is still being prepared; everyone else once its lobby is open. */
function joinEvent(command: Command): LifecycleEvent {
  const isStaff = command.type === 'JoinExercise' && staffRoles.includes(command.role);
  return isStaff ? 'STAFF' : 'PEOPLE';
}

type May = CommandRow['may'];

const hostOnly: May = { host: 'seat' };
/**
 * What ends, takes back or unfreezes everybody's exercise, or tells players their scores, is one
 * person's word. All else that running one needs, a facilitator may do.
 */
const director: May = { director: 'seat', host: 'seat' };
const staff: May = { ...director, facilitator: 'seat' };
/** Players for their own table; staff for any, as control; the SimCell where control plays. */
const tables: May = { player: 'own', director: 'seat', facilitator: 'seat', simcell: 'control' };
const evaluators: May = { evaluator: 'seat', director: 'seat', facilitator: 'seat' };
const players: May = { player: 'own' };
const everySeat = (reach: Reach): May =>
  Object.fromEntries([...rolesSchema.options.map((role) => [role, reach]), ['host', 'seat']]);

export const commandTable: { readonly [Type in CommandType]: CommandRow<Type> } = {
  CreateExercise: { may: hostOnly, touches: touchesExercise, event: null },
  CastTeams: { may: staff, touches: touchesExercise, event: 'PREPARE' },
  OpenLobby: { may: staff, touches: touchesExercise, event: 'OPEN_LOBBY' },
  SetPace: { may: staff, touches: touchesExercise, event: 'STAFF' },
  JoinExercise: { may: hostOnly, touches: touchesExercise, event: joinEvent },
  MoveSeat: { may: staff, touches: touchesSeat, event: 'PEOPLE' },
  // Everybody may go; those who run the exercise may send others away.
  LeaveExercise: {
    may: { ...everySeat('self'), ...staff },
    touches: touchesLeaver,
    event: 'STAFF',
  },
  StartCommsCheck: { may: staff, touches: touchesExercise, event: 'CHECK' },
  AcknowledgeCommsCheck: { may: players, touches: touchesSelf, event: 'CHECK' },
  StartExercise: { may: staff, touches: touchesExercise, event: 'START' },
  PauseClock: { may: staff, touches: touchesExercise, event: 'PAUSE' },
  ResumeClock: { may: staff, touches: touchesExercise, event: 'RESUME' },
  SetSpeed: { may: staff, touches: touchesExercise, event: 'SPEED' },
  JumpToNext: { may: staff, touches: touchesExercise, event: 'JUMP' },
  AdvanceClock: { may: staff, touches: touchesExercise, event: 'TICK' },
  RecoverClock: { may: hostOnly, touches: touchesExercise, event: 'PAUSE' },
  Confirm: { may: staff, touches: touchesDueItem, event: 'CONDUCT' },
  ReleaseInject: { may: { ...staff, simcell: 'deck' }, touches: touchesInject, event: 'CONDUCT' },
  HoldInject: { may: staff, touches: touchesInject, event: 'CONDUCT' },
  UnholdInject: { may: staff, touches: touchesInject, event: 'CONDUCT' },
  MoveInject: { may: staff, touches: touchesInject, event: 'CONDUCT' },
  SkipInject: { may: staff, touches: touchesInject, event: 'CONDUCT' },
  RecallInject: { may: staff, touches: touchesInject, event: 'CONDUCT' },
  TakeExit: { may: staff, touches: touchesExercise, event: 'CONDUCT' },
  ExtendDeadline: { may: staff, touches: touchesTable, event: 'CONDUCT' },
  // What fails at one nation's is felt across borders: the world is everybody's.
  SetAsset: { may: staff, touches: touchesExercise, event: 'CONDUCT' },
  SetIndicator: { may: staff, touches: touchesExercise, event: 'CONDUCT' },
  ReachMilestone: { may: staff, touches: touchesExercise, event: 'CONDUCT' },
  EditInject: { may: staff, touches: touchesInject, event: 'CONDUCT' },
  ImproviseInject: {
    may: { ...staff, simcell: 'seat' },
    touches: touchesRecipients,
    event: 'CONDUCT',
  },
  ChooseVariant: { may: staff, touches: touchesInject, event: 'CONDUCT' },
  MarkExpectation: { may: staff, touches: touchesTable, event: 'EVALUATE' },
  AdjustScore: { may: staff, touches: touchesTable, event: 'EVALUATE' },
  OpenPosition: { may: staff, touches: touchesPosition, event: 'CONDUCT' },
  ExtendPosition: { may: staff, touches: touchesPosition, event: 'CONDUCT' },
  OverridePosition: { may: staff, touches: touchesPosition, event: 'CONDUCT' },
  StartObligation: { may: staff, touches: touchesObligation, event: 'CONDUCT' },
  Rewind: { may: director, touches: touchesExercise, event: 'REWIND' },
  ShowScores: { may: director, touches: touchesExercise, event: 'STAFF' },
  OpenInject: { may: players, touches: touchesSelf, event: 'PLAY' },
  AcknowledgeInject: { may: tables, touches: touchesTable, event: 'PLAY' },
  SendResponse: { may: tables, touches: touchesTable, event: 'PLAY' },
  MakeChoice: { may: tables, touches: touchesTable, event: 'PLAY' },
  ShareInformation: { may: tables, touches: touchesTable, event: 'PLAY' },
  RequestInformation: { may: tables, touches: touchesTable, event: 'PLAY' },
  RequestPermission: { may: tables, touches: touchesTable, event: 'PLAY' },
  AnswerRequest: { may: tables, touches: touchesRequest, event: 'PLAY' },
  TakeStance: { may: tables, touches: touchesVoice, event: 'PLAY' },
  DraftText: { may: tables, touches: touchesTable, event: 'PLAY' },
  CommentOnDraft: { may: tables, touches: touchesTable, event: 'PLAY' },
  FileReport: { may: tables, touches: touchesTable, event: 'PLAY' },
  MarkCriterion: { may: evaluators, touches: touchesTable, event: 'EVALUATE' },
  NoteObservation: { may: evaluators, touches: touchesNote, event: 'EVALUATE' },
  ReleaseObservation: { may: evaluators, touches: touchesNoted, event: 'EVALUATE' },
  RateObjective: { may: evaluators, touches: touchesTable, event: 'EVALUATE' },
  ConfirmRating: { may: evaluators, touches: touchesTable, event: 'EVALUATE' },
  AddTranslation: {
    may: { translator: 'seat', director: 'seat', facilitator: 'seat', simcell: 'seat' },
    touches: touchesText,
    event: 'TALK',
  },
  SendMessage: {
    may: { ...tables, simcell: 'seat', evaluator: 'seat', translator: 'seat' },
    touches: touchesThread,
    event: 'TALK',
  },
  RedactContent: { may: director, touches: touchesRedacted, event: 'STAFF' },
  ErasePerson: { may: director, touches: touchesLeaver, event: 'STAFF' },
  RaiseRealWorld: { may: everySeat('seat'), touches: touchesSelf, event: 'RAISE' },
  LiftRealWorld: { may: director, touches: touchesExercise, event: 'LIFT' },
  EndExercise: { may: director, touches: touchesExercise, event: 'END' },
};

interface Ask {
  readonly command: Command;
  readonly touched: Touched;
  readonly state: ExerciseState;
  readonly seat: Seat | null;
}

const reachRules: Readonly<Record<Reach, (ask: Ask) => Rejection | null>> = {
  seat: ({ touched, state, seat }) =>
    seat === null || seat.partyId === null || isWithinParty(touched, seat.partyId, state)
      ? null
      : outOfScope('this seat acts for one party’s teams'),
  own: () => null,
  self: ({ touched }) => (touched.kind === 'self' ? null : notAllowed()),
  control: ({ touched }) =>
    touched.kind === 'teams' && touched.isControl
      ? null
      : outOfScope('this seat acts for the teams that control plays'),
  deck: ({ command, state }) =>
    'injectId' in command && isFromDeck(command.injectId, state)
      ? null
      : outOfScope('this seat plays injects of the deck'),
};

/**
 * @param seat whoever asks, with a seat that is there; null for the host.
 * Rejections: `command/not-allowed`, `command/out-of-scope`.
 */
export function checkRight(
  state: ExerciseState,
  seat: Seat | null,
  command: Command,
): Rejection | null {
  // The row of a type takes commands of that type.
  const row = commandTable[command.type] as CommandRow;
  const reach = row.may[seat === null ? 'host' : seat.role];
  if (reach === undefined) return notAllowed();
  return reachRules[reach]({ command, state, seat, touched: row.touches(command, state, seat) });
}

function notAllowed(): Rejection {
  return reject('command/not-allowed', 'this seat may not do that');
}

function outOfScope(message: string): Rejection {
  return reject('command/out-of-scope', message);
}
