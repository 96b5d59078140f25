/** What each command touches and when it is legal: one row per command. Who may use it stands in `command-rights`. */
import type { LifecycleEvent } from '../machines/lifecycle.js';
import { commandRights, type Reach } from './command-rights.js';
import type { Command, CommandOf, CommandType } from './commands.js';
import { type Rejection, reject } from './rejections.js';
import { staffRoles } from './settings.js';
import type { ExerciseState } from './state.js';
import type { Seat } from './state-parts.js';
import {
  isFromDeck,
  isWithinParty,
  type Touched,
  type Touches,
  touchesAnswer,
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
  touchesWords,
} from './touched.js';

export interface CommandRow<Type extends CommandType = CommandType> {
  readonly touches: Touches<CommandOf<Type>>;
  /** What the lifecycle machine is asked; null for what is legal at any stage. */
  readonly event: LifecycleEvent | null | ((command: Command) => LifecycleEvent);
}

/** Staff may come while an exercise is still being prepared; everyone else once its lobby is open. */
function joinEvent(command: Command): LifecycleEvent {
  const isStaff = command.type === 'JoinExercise' && staffRoles.includes(command.role);
  return isStaff ? 'STAFF' : 'PEOPLE';
}

export const commandTable: { readonly [Type in CommandType]: CommandRow<Type> } = {
  CreateExercise: { touches: touchesExercise, event: null },
  CastTeams: { touches: touchesExercise, event: 'PREPARE' },
  OpenLobby: { touches: touchesExercise, event: 'OPEN_LOBBY' },
  SetPace: { touches: touchesExercise, event: 'STAFF' },
  JoinExercise: { touches: touchesExercise, event: joinEvent },
  MoveSeat: { touches: touchesSeat, event: 'PEOPLE' },
  LeaveExercise: { touches: touchesLeaver, event: 'STAFF' },
  StartCommsCheck: { touches: touchesExercise, event: 'CHECK' },
  AcknowledgeCommsCheck: { touches: touchesSelf, event: 'CHECK' },
  StartExercise: { touches: touchesExercise, event: 'START' },
  PauseClock: { touches: touchesExercise, event: 'PAUSE' },
  ResumeClock: { touches: touchesExercise, event: 'RESUME' },
  SetSpeed: { touches: touchesExercise, event: 'SPEED' },
  JumpToNext: { touches: touchesExercise, event: 'JUMP' },
  AdvanceClock: { touches: touchesExercise, event: 'TICK' },
  RecoverClock: { touches: touchesExercise, event: 'PAUSE' },
  Confirm: { touches: touchesDueItem, event: 'CONDUCT' },
  ReleaseInject: { touches: touchesInject, event: 'CONDUCT' },
  HoldInject: { touches: touchesInject, event: 'CONDUCT' },
  UnholdInject: { touches: touchesInject, event: 'CONDUCT' },
  MoveInject: { touches: touchesInject, event: 'CONDUCT' },
  SkipInject: { touches: touchesInject, event: 'CONDUCT' },
  RecallInject: { touches: touchesInject, event: 'CONDUCT' },
  TakeExit: { touches: touchesExercise, event: 'CONDUCT' },
  ExtendDeadline: { touches: touchesTable, event: 'CONDUCT' },
  SetAsset: { touches: touchesExercise, event: 'CONDUCT' },
  SetIndicator: { touches: touchesExercise, event: 'CONDUCT' },
  ReachMilestone: { touches: touchesExercise, event: 'CONDUCT' },
  EditInject: { touches: touchesInject, event: 'CONDUCT' },
  ImproviseInject: { touches: touchesRecipients, event: 'CONDUCT' },
  ChooseVariant: { touches: touchesInject, event: 'CONDUCT' },
  MarkExpectation: { touches: touchesTable, event: 'EVALUATE' },
  AdjustScore: { touches: touchesTable, event: 'EVALUATE' },
  ClaimAnswer: { touches: touchesAnswer, event: 'EVALUATE' },
  OpenPosition: { touches: touchesPosition, event: 'CONDUCT' },
  ExtendPosition: { touches: touchesPosition, event: 'CONDUCT' },
  OverridePosition: { touches: touchesPosition, event: 'CONDUCT' },
  StartObligation: { touches: touchesObligation, event: 'CONDUCT' },
  Rewind: { touches: touchesExercise, event: 'REWIND' },
  ShowScores: { touches: touchesExercise, event: 'STAFF' },
  OpenInject: { touches: touchesSelf, event: 'PLAY' },
  AcknowledgeInject: { touches: touchesTable, event: 'PLAY' },
  SendResponse: { touches: touchesTable, event: 'PLAY' },
  MakeChoice: { touches: touchesTable, event: 'PLAY' },
  ShareInformation: { touches: touchesTable, event: 'PLAY' },
  RequestInformation: { touches: touchesTable, event: 'PLAY' },
  RequestPermission: { touches: touchesTable, event: 'PLAY' },
  AnswerRequest: { touches: touchesRequest, event: 'PLAY' },
  TakeStance: { touches: touchesVoice, event: 'PLAY' },
  DraftText: { touches: touchesTable, event: 'PLAY' },
  CommentOnDraft: { touches: touchesTable, event: 'PLAY' },
  FileReport: { touches: touchesTable, event: 'PLAY' },
  MarkCriterion: { touches: touchesTable, event: 'EVALUATE' },
  NoteObservation: { touches: touchesNote, event: 'EVALUATE' },
  ReleaseObservation: { touches: touchesNoted, event: 'EVALUATE' },
  RateObjective: { touches: touchesTable, event: 'EVALUATE' },
  ConfirmRating: { touches: touchesTable, event: 'EVALUATE' },
  AddTranslation: { touches: touchesText, event: 'TALK' },
  // The evening before, too, and for who reads on after EndEx.
  TranslateScenario: { touches: touchesWords, event: 'STAFF' },
  SendMessage: { touches: touchesThread, event: 'TALK' },
  RedactContent: { touches: touchesRedacted, event: 'STAFF' },
  ErasePerson: { touches: touchesLeaver, event: 'STAFF' },
  RaiseRealWorld: { touches: touchesSelf, event: 'RAISE' },
  LiftRealWorld: { touches: touchesExercise, event: 'LIFT' },
  EndExercise: { touches: touchesExercise, event: 'END' },
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
  const reach = commandRights[command.type][seat === null ? 'host' : seat.role];
  if (reach === undefined) return notAllowed();
  return reachRules[reach]({ command, state, seat, touched: row.touches(command, state, seat) });
}

function notAllowed(): Rejection {
  return reject('command/not-allowed', 'this seat may not do that');
}

function outOfScope(message: string): Rejection {
  return reject('command/out-of-scope', message);
}
