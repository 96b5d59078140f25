/**
 * Who may do what, and how far: one row per command. Plain data, for the engine that decides and for
 * screens that show each person only what is theirs. The host is the clock, recovery and setting up.
 */
import type { CommandType } from './commands.js';
import type { Role } from './settings.js';

export type Doer = Role | 'host';

/**
 * How far a right goes. seat: as far as the seat does (a facilitator's may end at one party). own: the
 * handler knows a player's own table. self: the seat itself. control: teams that control plays, and
 * contacts. deck: injects of the deck, and those made up in play.
 */
export type Reach = 'seat' | 'own' | 'self' | 'control' | 'deck';

export type May = { readonly [D in Doer]?: Reach };

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
/** Whoever answers tables, and whoever rates what they answered. */
const answerers: May = { ...evaluators, simcell: 'seat' };
const translators: May = {
  translator: 'seat',
  director: 'seat',
  facilitator: 'seat',
  simcell: 'seat',
};
const players: May = { player: 'own' };
const everySeat = (reach: Reach) =>
  ({
    player: reach,
    director: reach,
    facilitator: reach,
    simcell: reach,
    evaluator: reach,
    translator: reach,
    observer: reach,
    host: 'seat',
  }) satisfies Required<May>;

export const commandRights: { readonly [Type in CommandType]: May } = {
  CreateExercise: hostOnly,
  CastTeams: staff,
  OpenLobby: staff,
  SetPace: staff,
  JoinExercise: hostOnly,
  MoveSeat: staff,
  // Everybody may go; those who run the exercise may send others away.
  LeaveExercise: { ...everySeat('self'), ...staff },
  StartCommsCheck: staff,
  AcknowledgeCommsCheck: players,
  StartExercise: staff,
  PauseClock: staff,
  ResumeClock: staff,
  SetSpeed: staff,
  JumpToNext: staff,
  AdvanceClock: staff,
  RecoverClock: hostOnly,
  Confirm: staff,
  ReleaseInject: { ...staff, simcell: 'deck' },
  HoldInject: staff,
  UnholdInject: staff,
  MoveInject: staff,
  SkipInject: staff,
  RecallInject: staff,
  TakeExit: staff,
  ExtendDeadline: staff,
  // What fails at one nation's is felt across borders: the world is everybody's.
  SetAsset: staff,
  SetIndicator: staff,
  ReachMilestone: staff,
  EditInject: staff,
  ImproviseInject: { ...staff, simcell: 'seat' },
  ChooseVariant: staff,
  MarkExpectation: staff,
  AdjustScore: staff,
  ClaimAnswer: answerers,
  OpenPosition: staff,
  ExtendPosition: staff,
  OverridePosition: staff,
  StartObligation: staff,
  Rewind: director,
  ShowScores: director,
  OpenInject: players,
  AcknowledgeInject: tables,
  SendResponse: tables,
  MakeChoice: tables,
  ShareInformation: tables,
  RequestInformation: tables,
  RequestPermission: tables,
  AnswerRequest: tables,
  TakeStance: tables,
  DraftText: tables,
  CommentOnDraft: tables,
  FileReport: tables,
  MarkCriterion: evaluators,
  NoteObservation: evaluators,
  ReleaseObservation: evaluators,
  RateObjective: evaluators,
  ConfirmRating: evaluators,
  AddTranslation: translators,
  TranslateScenario: translators,
  SendMessage: { ...tables, simcell: 'seat', evaluator: 'seat', translator: 'seat' },
  RedactContent: director,
  ErasePerson: director,
  RaiseRealWorld: everySeat('seat'),
  LiftRealWorld: director,
  EndExercise: director,
};
