/** An exercise as its log tells it. Persistent collections: a fact copies what it touches and no more. */
import { Map as IMap } from 'immutable';
import { initialLifecycle, type LifecycleValue } from '../machines/lifecycle.js';
import type {
  AssetId,
  ChoiceId,
  ContactId,
  EndingId,
  ExerciseId,
  ExpectationId,
  IndicatorId,
  InjectId,
  MilestoneId,
  PhaseId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import {
  type DependencyRef,
  type ExitRef,
  type MomentSource,
  type Playbook,
  toPlaybook,
  type WatchKey,
} from '../scenario/playbook.js';
import type { Scenario } from '../scenario/schema.js';
import type { AssetStatus } from '../scenario/world-schema.js';
import type { ScoreEntry } from '../scoring/score.js';
import type { MessageThread } from './commands.js';
import type { MachineValue, PauseCause, SkipCause } from './facts.js';
import type { Mode, Pace, Role } from './settings.js';

export interface ExerciseState {
  readonly playbook: Playbook;
  readonly exerciseId: ExerciseId | null;
  readonly title: string;
  readonly seed: number;
  readonly pace: Pace;
  readonly mode: Mode;
  readonly scoringVersion: number;

  /** seq of the last fact; 0 before the first. */
  readonly seq: number;
  readonly epoch: number;
  /** Wall and play time of the last fact, ms. Neither ever goes back within an epoch. */
  readonly lastAtMs: number;
  readonly lastPlayMs: number;

  readonly lifecycle: LifecycleValue;
  readonly clock: Clock;
  readonly realWorld: RealWorld | null;
  readonly endedBecause: string | null;
  readonly quarantine: Quarantine | null;

  readonly casting: CastState;
  readonly seats: IMap<SeatId, Seat>;

  readonly phases: MachineValue | null;
  readonly phaseVisits: IMap<PhaseId, PhaseVisit>;
  readonly scenarioClock: ScenarioClock | null;
  readonly exits: IMap<ExitKey, ExitState>;

  readonly injects: IMap<InjectId, InjectState>;
  readonly deliveries: IMap<DeliveryKey, Delivery>;
  readonly expectations: IMap<ExpectationKey, ExpectationState>;
  /** By the seq of their fact, as text. */
  readonly messages: IMap<string, Message>;
  /** Answers that came after the first one, by the seq of their fact. */
  readonly notes: IMap<string, Note>;
  /** What a wall can tell of, by the seq of its fact. */
  readonly happenings: IMap<string, HappeningRef>;

  readonly milestones: IMap<MilestoneId, number>;
  readonly assets: IMap<AssetId, AssetState>;
  readonly indicators: IMap<IndicatorId, number>;
  /** Endings reached, with their play time. */
  readonly endings: IMap<EndingId, number>;
  readonly truths: IMap<WatchKey, Truth>;
  readonly scoresShown: { readonly players: boolean; readonly observers: boolean };
  readonly scores: IMap<string, ScoreEntry>;

  /** What has a moment at which it comes due, so that the clock need not look at all the rest. */
  readonly armedInjects: IMap<InjectId, number>;
  readonly armedExits: IMap<ExitKey, number>;
  readonly openDeadlines: IMap<ExpectationKey, number>;
  readonly armedDependencies: IMap<DependencyKey, ArmedDependency>;
  readonly armedMoments: IMap<MomentKey, ArmedMoment>;
}

export interface Clock {
  /** Play time runs from this pair: `playMs + (now - atMs) * speed` while the clock runs. */
  readonly anchorPlayMs: number;
  readonly anchorAtMs: number;
  readonly speed: number;
  readonly pause: { readonly cause: PauseCause; readonly reason: string } | null;
}

export interface ScenarioClock {
  readonly phaseId: PhaseId;
  /** Scenario date and hour, ms since 1970 UTC, at play time `fromPlayMs`. */
  readonly startsAtMs: number;
  readonly fromPlayMs: number;
  /** Minutes of scenario time in a minute of play time. */
  readonly rate: number;
}

export interface RealWorld {
  readonly seatId: SeatId | null;
  readonly reason: string;
  readonly atMs: number;
}

export interface Quarantine {
  readonly code: string;
  readonly detail: string;
}

/** The table at which staff play the teams that nobody else plays. */
export const controlTableId = 'control' as TableId;

export interface CastTable {
  readonly tableId: TableId;
  readonly name: string;
  readonly language: string | null;
  readonly teamIds: readonly TeamId[];
}

export interface CastState {
  /** In the facilitator's order; the control table last, where some team is controlled. */
  readonly tables: readonly CastTable[];
  readonly tableOf: ReadonlyMap<TeamId, TableId>;
}

export interface Seat {
  readonly seatId: SeatId;
  readonly role: Role;
  readonly tableId: TableId | null;
  readonly isGone: boolean;
}

export interface PhaseVisit {
  readonly enteredPlayMs: number;
  readonly leftPlayMs: number | null;
}

export type ExitKey = string & { readonly __key: 'exit' };
export type DeliveryKey = string & { readonly __key: 'delivery' };
export type ExpectationKey = string & { readonly __key: 'expectation' };

export interface ExitState extends ExitRef {
  readonly status: 'armed' | 'due';
  readonly dueAtMs: number;
  readonly armedBy: number;
}

/** due: its moment came and a controller's confirmation is awaited. */
export type InjectStatus = 'waiting' | 'armed' | 'due' | 'released' | 'skipped' | 'recalled';

export interface InjectState {
  readonly status: InjectStatus;
  readonly isHeld: boolean;
  /** ms of play time; null while it waits for something other than the clock. */
  readonly dueAtMs: number | null;
  /** seq of the fact that armed it or made it due. */
  readonly armedBy: number | null;
  /** Moved by a controller, or released by an effect: its trigger no longer has a say. */
  readonly isForced: boolean;
  readonly skipCause: SkipCause | null;
  /** seq of its release. */
  readonly releasedSeq: number | null;
  readonly releasedPlayMs: number | null;
  readonly releasedAtMs: number | null;
  /** Scenario date and hour of the release, ms since 1970 UTC. */
  readonly releasedScenarioMs: number | null;
  readonly tableIds: readonly TableId[];
  /** Play time of the first answer of any table, and of the first deadline missed. */
  readonly answeredPlayMs: number | null;
  readonly overduePlayMs: number | null;
  /** For a recall or a skip. */
  readonly reason: string;
}

export const waitingInject: InjectState = {
  status: 'waiting',
  isHeld: false,
  dueAtMs: null,
  armedBy: null,
  isForced: false,
  skipCause: null,
  releasedSeq: null,
  releasedPlayMs: null,
  releasedAtMs: null,
  releasedScenarioMs: null,
  tableIds: [],
  answeredPlayMs: null,
  overduePlayMs: null,
  reason: '',
};

export interface AssetState {
  /** As set by an effect or a person. */
  readonly own: AssetStatus;
  /** Indexes of the dependencies whose failure is felt now. */
  readonly felt: readonly number[];
  /** What it comes to: the worse of its own status and what is felt. */
  readonly status: AssetStatus;
  readonly sincePlayMs: number;
}

/** What a watched condition last turned to. */
export interface Truth {
  readonly isTrue: boolean;
  /** Play time of the turn; null for what held from the start and so never became true. */
  readonly sincePlayMs: number | null;
}

export type DependencyKey = string & { readonly __key: 'dependency' };
export interface ArmedDependency extends DependencyRef {
  readonly isFelt: boolean;
  readonly dueAtMs: number;
  readonly armedBy: number;
}

export type MomentKey = string & { readonly __key: 'moment' };
export interface ArmedMoment {
  readonly since: MomentSource;
  readonly afterMs: number;
  readonly dueAtMs: number;
}

export interface Stamp {
  readonly seatId: SeatId | null;
  readonly atMs: number;
  readonly playMs: number;
}

/** What one table did about one inject. */
export interface Delivery {
  readonly openedBy: readonly SeatId[];
  readonly acknowledged: Stamp | null;
  readonly response: (Stamp & { readonly text: string }) | null;
  readonly choice: (Stamp & { readonly choiceId: ChoiceId }) | null;
  /** Seqs of its notes, the oldest first. */
  readonly noteSeqs: readonly number[];
}

/** An answer that came after the first one. */
export interface Note extends Stamp {
  readonly seq: number;
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly text: string;
}

/** Most notes kept of one table about one inject. */
export const maxNotes = 20;

export type HappeningRef =
  | { readonly kind: 'inject'; readonly injectId: InjectId }
  | { readonly kind: 'response' | 'choice'; readonly tableId: TableId; readonly playMs: number }
  | { readonly kind: 'phase'; readonly phaseId: PhaseId; readonly playMs: number };

export const emptyDelivery: Delivery = {
  openedBy: [],
  acknowledged: null,
  response: null,
  choice: null,
  noteSeqs: [],
};

export type ExpectationStatus = 'open' | 'met' | 'late' | 'missed' | 'waived';

export interface ExpectationState {
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly expectationId: ExpectationId;
  readonly status: ExpectationStatus;
  /** ms of play time. */
  readonly dueAtMs: number;
  /** seq of the fact that set this deadline. */
  readonly openedBy: number;
  readonly settledPlayMs: number | null;
}

export interface Message {
  /** seq of the fact. */
  readonly id: number;
  readonly thread: MessageThread;
  readonly from: 'table' | 'staff';
  readonly as: ContactId | null;
  readonly seatId: SeatId | null;
  readonly text: string;
  readonly atMs: number;
  readonly playMs: number;
}

export function exitKey({ phaseId, exit }: ExitRef): ExitKey {
  return `${phaseId} ${exit}` as ExitKey;
}

export function deliveryKey(injectId: InjectId, tableId: TableId): DeliveryKey {
  return `${injectId} ${tableId}` as DeliveryKey;
}

export function expectationKey(
  injectId: InjectId,
  tableId: TableId,
  expectationId: ExpectationId,
): ExpectationKey {
  return `${injectId} ${tableId} ${expectationId}` as ExpectationKey;
}

export function dependencyKey({ assetId, dependency }: DependencyRef): DependencyKey {
  return `${assetId} ${dependency}` as DependencyKey;
}

export function momentKey(since: MomentSource, afterMs: number): MomentKey {
  return `${since} ${afterMs}` as MomentKey;
}

export function emptyExercise(scenario: Scenario | Playbook): ExerciseState {
  const playbook = 'scenario' in scenario ? scenario : toPlaybook(scenario);
  return {
    playbook,
    exerciseId: null,
    title: '',
    seed: 0,
    pace: 'confirm',
    mode: 'coach',
    scoringVersion: 1,
    seq: 0,
    epoch: 0,
    lastAtMs: 0,
    lastPlayMs: 0,
    lifecycle: initialLifecycle,
    clock: { anchorPlayMs: 0, anchorAtMs: 0, speed: 1, pause: null },
    realWorld: null,
    endedBecause: null,
    quarantine: null,
    casting: { tables: [], tableOf: new Map() },
    seats: IMap(),
    phases: null,
    phaseVisits: IMap(),
    scenarioClock: null,
    exits: IMap(),
    injects: IMap(playbook.scenario.injects.map(({ id }) => [id, waitingInject])),
    deliveries: IMap(),
    expectations: IMap(),
    messages: IMap(),
    notes: IMap(),
    happenings: IMap(),
    milestones: IMap(),
    assets: IMap(
      playbook.scenario.assets.map(({ id, status }) => [
        id,
        { own: status, felt: [], status, sincePlayMs: 0 },
      ]),
    ),
    indicators: IMap(playbook.scenario.indicators.map(({ id, start }) => [id, start])),
    endings: IMap(),
    truths: IMap(),
    scoresShown: { players: false, observers: false },
    scores: IMap(),
    armedInjects: IMap(),
    armedExits: IMap(),
    openDeadlines: IMap(),
    armedDependencies: IMap(),
    armedMoments: IMap(),
  };
}

/** Play time at wall time `nowMs`, in ms. */
export function playTimeAt(state: ExerciseState, nowMs: number): number {
  const { anchorPlayMs, anchorAtMs, speed } = state.clock;
  if (state.lifecycle.clock !== 'running') return Math.max(anchorPlayMs, state.lastPlayMs);
  return Math.max(state.lastPlayMs, anchorPlayMs + Math.max(0, nowMs - anchorAtMs) * speed);
}

/** Scenario date and hour at a play time, ms since 1970 UTC; null before StartEx. */
export function scenarioTimeAt(clock: ScenarioClock | null, playMs: number): number | null {
  return clock === null ? null : clock.startsAtMs + (playMs - clock.fromPlayMs) * clock.rate;
}

export function injectState(state: ExerciseState, injectId: InjectId): InjectState {
  return state.injects.get(injectId) ?? waitingInject;
}

/** The tables whose action about an inject counts: the one of the team named, else every recipient's. */
export function tablesActing(
  state: ExerciseState,
  injectId: InjectId,
  by: TeamId | undefined,
): readonly TableId[] {
  if (by === undefined) return injectState(state, injectId).tableIds;
  const tableId = state.casting.tableOf.get(by);
  return tableId === undefined ? [] : [tableId];
}

export function delivery(state: ExerciseState, injectId: InjectId, tableId: TableId): Delivery {
  return state.deliveries.get(deliveryKey(injectId, tableId)) ?? emptyDelivery;
}

export function isPhaseActive(state: ExerciseState, phaseId: PhaseId): boolean {
  const visit = state.phaseVisits.get(phaseId);
  return visit !== undefined && visit.leftPlayMs === null;
}
