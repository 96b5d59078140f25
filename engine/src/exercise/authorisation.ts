/** Who may do what: one row per command. The host is the clock, recovery and setting up. */
import type { LifecycleEvent } from '../machines/lifecycle.js';
import type { Command, CommandType } from './commands.js';
import { type Role, rolesSchema, staffRoles } from './settings.js';

export type Doer = Role | 'host';

export interface CommandRow {
  readonly may: readonly Doer[];
  /** What the lifecycle machine is asked; null for what is legal at any stage. */
  readonly event: LifecycleEvent | null | ((command: Command) => LifecycleEvent);
}

/** Staff may come while an exercise is still being prepared; everyone else once its lobby is open. */
function joinEvent(command: Command): LifecycleEvent {
  const isStaff = command.type === 'JoinExercise' && staffRoles.includes(command.role);
  return isStaff ? 'STAFF' : 'PEOPLE';
}

const staff: readonly Doer[] = ['facilitator', 'host'];
const everySeat: readonly Doer[] = [...rolesSchema.options, 'host'];
/** Players for their own table; staff for any, as control. */
const tables: readonly Doer[] = ['player', 'facilitator'];
const evaluators: readonly Doer[] = ['evaluator', 'facilitator'];

export const commandTable: Record<CommandType, CommandRow> = {
  CreateExercise: { may: ['host'], event: null },
  CastTeams: { may: staff, event: 'PREPARE' },
  OpenLobby: { may: staff, event: 'OPEN_LOBBY' },
  SetPace: { may: staff, event: 'STAFF' },
  JoinExercise: { may: ['host'], event: joinEvent },
  MoveSeat: { may: staff, event: 'PEOPLE' },
  LeaveExercise: { may: everySeat, event: 'STAFF' },
  StartCommsCheck: { may: staff, event: 'CHECK' },
  AcknowledgeCommsCheck: { may: ['player'], event: 'CHECK' },
  StartExercise: { may: staff, event: 'START' },
  PauseClock: { may: staff, event: 'PAUSE' },
  ResumeClock: { may: staff, event: 'RESUME' },
  SetSpeed: { may: staff, event: 'SPEED' },
  JumpToNext: { may: staff, event: 'JUMP' },
  AdvanceClock: { may: staff, event: 'TICK' },
  RecoverClock: { may: ['host'], event: 'PAUSE' },
  Confirm: { may: staff, event: 'CONDUCT' },
  ReleaseInject: { may: staff, event: 'CONDUCT' },
  HoldInject: { may: staff, event: 'CONDUCT' },
  UnholdInject: { may: staff, event: 'CONDUCT' },
  MoveInject: { may: staff, event: 'CONDUCT' },
  SkipInject: { may: staff, event: 'CONDUCT' },
  RecallInject: { may: staff, event: 'CONDUCT' },
  TakeExit: { may: staff, event: 'CONDUCT' },
  ExtendDeadline: { may: staff, event: 'CONDUCT' },
  SetAsset: { may: staff, event: 'CONDUCT' },
  SetIndicator: { may: staff, event: 'CONDUCT' },
  ReachMilestone: { may: staff, event: 'CONDUCT' },
  EditInject: { may: staff, event: 'CONDUCT' },
  ImproviseInject: { may: staff, event: 'CONDUCT' },
  ChooseVariant: { may: staff, event: 'CONDUCT' },
  MarkExpectation: { may: staff, event: 'EVALUATE' },
  AdjustScore: { may: staff, event: 'EVALUATE' },
  OpenPosition: { may: staff, event: 'CONDUCT' },
  ExtendPosition: { may: staff, event: 'CONDUCT' },
  OverridePosition: { may: staff, event: 'CONDUCT' },
  StartObligation: { may: staff, event: 'CONDUCT' },
  Rewind: { may: staff, event: 'REWIND' },
  ShowScores: { may: staff, event: 'STAFF' },
  OpenInject: { may: ['player'], event: 'PLAY' },
  AcknowledgeInject: { may: tables, event: 'PLAY' },
  SendResponse: { may: tables, event: 'PLAY' },
  MakeChoice: { may: tables, event: 'PLAY' },
  ShareInformation: { may: tables, event: 'PLAY' },
  RequestInformation: { may: tables, event: 'PLAY' },
  RequestPermission: { may: tables, event: 'PLAY' },
  AnswerRequest: { may: tables, event: 'PLAY' },
  TakeStance: { may: tables, event: 'PLAY' },
  DraftText: { may: tables, event: 'PLAY' },
  CommentOnDraft: { may: tables, event: 'PLAY' },
  FileReport: { may: tables, event: 'PLAY' },
  MarkCriterion: { may: evaluators, event: 'EVALUATE' },
  NoteObservation: { may: evaluators, event: 'EVALUATE' },
  ReleaseObservation: { may: evaluators, event: 'EVALUATE' },
  RateObjective: { may: evaluators, event: 'EVALUATE' },
  ConfirmRating: { may: evaluators, event: 'EVALUATE' },
  AddTranslation: { may: ['translator', 'facilitator'], event: 'TALK' },
  SendMessage: { may: [...tables, 'evaluator', 'translator'], event: 'TALK' },
  RaiseRealWorld: { may: everySeat, event: 'RAISE' },
  LiftRealWorld: { may: staff, event: 'LIFT' },
  EndExercise: { may: staff, event: 'END' },
};
