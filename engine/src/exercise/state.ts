/** An exercise as its log tells it. Persistent collections: a fact copies what it touches and no more. */
import { Map as IMap, List } from 'immutable';
import { initialLifecycle, type LifecycleValue } from '../machines/lifecycle.js';
import type {
  AssetId,
  EndingId,
  ExerciseId,
  IndicatorId,
  InjectId,
  ItemId,
  MilestoneId,
  PhaseId,
  PositionId,
  SeatId,
  TableId,
  TeamId,
  VariantId,
} from '../protocol/ids.js';
import type { Inject } from '../scenario/inject-schema.js';
import { type Playbook, teamsAddressed, toPlaybook, type WatchKey } from '../scenario/playbook.js';
import type { Scenario } from '../scenario/schema.js';
import { ScoreBook } from '../scoring/score-book.js';
import { Agenda } from './agenda.js';
import type { AnswerClaim } from './answers.js';
import type {
  CommsCheck,
  CriterionKey,
  CriterionMark,
  GivenRating,
  Observation,
  RatedKey,
  Translation,
  WrittenKey,
} from './evaluation-state.js';
import type {
  BrokenMarking,
  DraftComment,
  DraftKey,
  DraftVersion,
  Holding,
  HoldingKey,
  ObligationKey,
  ObligationState,
  PositionState,
  Request,
  Share,
} from './exchange-state.js';
import type { MachineValue } from './fact-shape.js';
import type { Fact } from './facts.js';
import type { Mode, Pace } from './settings.js';
import {
  type ArmedDependency,
  type ArmedMoment,
  type AssetState,
  type CastState,
  type Clock,
  type Delivery,
  type DeliveryKey,
  type DependencyKey,
  deliveryKey,
  type ExitKey,
  type ExitState,
  type ExpectationKey,
  type ExpectationState,
  emptyDelivery,
  type HappeningRef,
  type InjectState,
  type Message,
  type MomentKey,
  type Note,
  noTallies,
  type PhaseVisit,
  type Quarantine,
  type RealWorld,
  type ScenarioClock,
  type Seat,
  type Tallies,
  type Truth,
  waitingInject,
} from './state-parts.js';
import type { WrittenPlace } from './written-places.js';

export interface ExerciseState {
  /** As it reads now: with what was translated since. */
  readonly playbook: Playbook;
  /** As it was loaded: what a log is folded on. */
  readonly loaded: Playbook;
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
  /** Injects edited or made up during play, whole. The scenario has all others: see `injectOf`. */
  readonly written: IMap<InjectId, Inject>;
  readonly variants: IMap<InjectId, VariantId>;
  readonly deliveries: IMap<DeliveryKey, Delivery>;
  readonly expectations: IMap<ExpectationKey, ExpectationState>;
  /** By the seq of their fact, as text. */
  readonly messages: IMap<string, Message>;
  /** Answers that came after the first one, by the seq of their fact. */
  readonly notes: IMap<string, Note>;
  /** Texts in other languages of what was written in play. */
  readonly translations: IMap<WrittenKey, Readonly<Record<string, Translation>>>;
  /** Of all injects together. */
  readonly tallies: Tallies;
  /** What a wall can tell of, by the seq of its fact. */
  readonly happenings: IMap<string, HappeningRef>;

  readonly holdings: IMap<HoldingKey, Holding>;
  /** When an item was first in anybody's hands. */
  readonly itemsHeldSince: IMap<ItemId, number>;
  /** By the seq of their fact, as text. */
  readonly shares: IMap<string, Share>;
  readonly requests: IMap<string, Request>;
  readonly brokenMarkings: IMap<string, BrokenMarking>;
  /**
   * By "item table": the teams that a table has told of an item; by "item *": that any has; by
   * "* table": those it has written to at all.
   */
  readonly told: IMap<string, readonly TeamId[]>;
  /** By "item form table": teams the originator has permitted a table to give it to. */
  readonly permitted: IMap<HoldingKey, readonly TeamId[]>;
  /** Needs met, by "item need team". */
  readonly needsMet: IMap<string, number>;
  /** Seats that hold something their table does not, and so have a view of their own. */
  readonly privateSeats: IMap<SeatId, true>;

  readonly positions: IMap<PositionId, PositionState>;
  readonly draftVersions: IMap<DraftKey, DraftVersion>;
  /** By the seq of their fact, as text. */
  readonly draftComments: IMap<string, DraftComment>;
  readonly obligations: IMap<ObligationKey, ObligationState>;

  /** By the seq of the answer, as text. */
  readonly claims: IMap<string, AnswerClaim>;
  readonly criteria: IMap<CriterionKey, CriterionMark>;
  /** By the seq of their fact, as text. */
  readonly observations: IMap<string, Observation>;
  /** By "seat what": each evaluator's own. */
  readonly ratings: IMap<string, GivenRating>;
  readonly confirmedRatings: IMap<RatedKey, GivenRating>;
  readonly commsCheck: CommsCheck | null;

  readonly milestones: IMap<MilestoneId, number>;
  readonly assets: IMap<AssetId, AssetState>;
  readonly indicators: IMap<IndicatorId, number>;
  /** Endings reached, with their play time. */
  readonly endings: IMap<EndingId, number>;
  readonly truths: IMap<WatchKey, Truth>;
  readonly scoresShown: { readonly players: boolean; readonly observers: boolean };
  readonly scores: ScoreBook;

  /** What has a moment at which it comes due, so that the clock need not look at all the rest. */
  readonly armedInjects: Agenda<InjectId>;
  readonly armedExits: IMap<ExitKey, number>;
  readonly openDeadlines: Agenda<ExpectationKey>;
  readonly armedDependencies: IMap<DependencyKey, ArmedDependency>;
  readonly armedMoments: IMap<MomentKey, ArmedMoment>;
  readonly hiddenExpectations: Agenda<ExpectationKey>;
  readonly openPositions: IMap<PositionId, number>;
  /** By scenario time, ms since 1970 UTC: their play time moves when scenario time jumps. */
  readonly openObligations: IMap<ObligationKey, number>;

  /** Seats whose person was forgotten. */
  readonly erasedSeats: IMap<SeatId, true>;
  /** Where people wrote in what a rewind took back, by the seq of the fact: not what they wrote. */
  readonly takenBack: IMap<string, WrittenPlace>;

  /** The facts that this state is made of; those a rewind has taken back are gone. */
  readonly timeline: List<Fact>;
}

export function emptyExercise(scenario: Scenario | Playbook): ExerciseState {
  const playbook = 'scenario' in scenario ? scenario : toPlaybook(scenario);
  return {
    playbook,
    loaded: playbook,
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
    written: IMap(),
    variants: IMap(),
    translations: IMap(),
    holdings: IMap(),
    itemsHeldSince: IMap(),
    shares: IMap(),
    requests: IMap(),
    brokenMarkings: IMap(),
    told: IMap(),
    permitted: IMap(),
    needsMet: IMap(),
    privateSeats: IMap(),
    positions: IMap(),
    draftVersions: IMap(),
    draftComments: IMap(),
    obligations: IMap(),
    criteria: IMap(),
    claims: IMap(),
    observations: IMap(),
    ratings: IMap(),
    confirmedRatings: IMap(),
    commsCheck: null,
    notes: IMap(),
    tallies: noTallies,
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
    scores: ScoreBook.empty,
    armedInjects: Agenda.empty(),
    armedExits: IMap(),
    openDeadlines: Agenda.empty(),
    armedDependencies: IMap(),
    armedMoments: IMap(),
    hiddenExpectations: Agenda.empty(),
    openPositions: IMap(),
    openObligations: IMap(),
    erasedSeats: IMap(),
    takenBack: IMap(),
    timeline: List(),
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

/** Play time in ms at which scenario time reaches a moment; null while it stands still before it. */
export function playTimeOfScenario(clock: ScenarioClock | null, scenarioMs: number): number | null {
  if (clock === null) return null;
  if (clock.startsAtMs >= scenarioMs) return clock.fromPlayMs;
  if (clock.rate === 0) return null;
  return clock.fromPlayMs + Math.ceil((scenarioMs - clock.startsAtMs) / clock.rate);
}

/** An inject as it stands now: the scenario's, or as it was edited or made up during play. */
export function injectOf(
  { written, playbook }: ExerciseState,
  injectId: InjectId,
): Inject | undefined {
  return written.get(injectId) ?? playbook.injects.get(injectId);
}

/** The scenario as it reads now: its injects with what was translated and edited since. */
export function scenarioNow({ written, playbook: { scenario } }: ExerciseState): Scenario {
  if (written.isEmpty()) return scenario;
  return {
    ...scenario,
    injects: scenario.injects.map((inject) => written.get(inject.id) ?? inject),
  };
}

/** Every inject, the scenario's first. */
export function injectIds({ written, playbook }: ExerciseState): InjectId[] {
  const madeUp = [...written.keys()].filter((id) => !playbook.injects.has(id));
  return [...playbook.injects.keys(), ...madeUp.sort()];
}

/** Every team an inject is addressed to, in the scenario's order. */
export function recipientsOf(state: ExerciseState, injectId: InjectId): readonly TeamId[] {
  const known = state.playbook.recipients.get(injectId);
  if (known !== undefined) return known;
  return teamsAddressed(state.playbook.scenario, state.written.get(injectId)?.to ?? []);
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
