/** Who may do what: one row per command. The host is the clock, recovery and setting up. */
import type { LifecycleEvent } from '../machines/lifecycle.js';
import type { Command, CommandType } from './commands.js';
import type { Role } from './settings.js';

export type Doer = Role | 'host';

export interface CommandRow {
  readonly may: readonly Doer[];
  /** What the lifecycle machine is asked; null for what is legal at any stage. */
  readonly event: LifecycleEvent | null | ((command: Command) => LifecycleEvent);
}

/** Staff may come while an exercise is still being prepared; everyone else once its lobby is open. */
function joinEvent(command: Command): LifecycleEvent {
  return command.type === 'JoinExercise' && command.role === 'facilitator' ? 'STAFF' : 'PEOPLE';
}

const staff: readonly Doer[] = ['facilitator', 'host'];
const everySeat: readonly Doer[] = ['player', 'facilitator', 'observer', 'host'];

export const commandTable: Record<CommandType, CommandRow> = {
  CreateExercise: { may: ['host'], event: null },
  CastTeams: { may: staff, event: 'PREPARE' },
  OpenLobby: { may: staff, event: 'OPEN_LOBBY' },
  SetPace: { may: staff, event: 'STAFF' },
  JoinExercise: { may: ['host'], event: joinEvent },
  MoveSeat: { may: staff, event: 'PEOPLE' },
  LeaveExercise: { may: everySeat, event: 'STAFF' },
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
  ShowScores: { may: staff, event: 'STAFF' },
  OpenInject: { may: ['player'], event: 'PLAY' },
  AcknowledgeInject: { may: ['player', 'facilitator'], event: 'PLAY' },
  SendResponse: { may: ['player', 'facilitator'], event: 'PLAY' },
  MakeChoice: { may: ['player', 'facilitator'], event: 'PLAY' },
  SendMessage: { may: ['player', 'facilitator'], event: 'TALK' },
  RaiseRealWorld: { may: everySeat, event: 'RAISE' },
  LiftRealWorld: { may: staff, event: 'LIFT' },
  EndExercise: { may: staff, event: 'END' },
};
