/** What the exercise's staff see: the whole events list, every table, every answer. */

import { type Explanation, explain } from '../conditions/condition-rules.js';
import { touchedSubjects } from '../conditions/watch.js';
import type { MessageThread } from '../exercise/commands.js';
import type { Fact } from '../exercise/facts.js';
import type { Mode, Pace, Role } from '../exercise/settings.js';
import {
  controlTableId,
  type DeliveryKey,
  deliveryKey,
  dependencyKey,
  type ExerciseState,
  type ExitKey,
  type ExpectationKey,
  type ExpectationStatus,
  exitKey,
  expectationKey,
  type InjectStatus,
  injectState,
  type Quarantine,
  type Stamp,
} from '../exercise/state.js';
import type { LifecycleValue } from '../machines/lifecycle.js';
import type {
  AssetId,
  ChoiceId,
  ContactId,
  EndingId,
  ExerciseId,
  ExpectationId,
  InjectId,
  MilestoneId,
  PartyId,
  PhaseId,
  ScenarioId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { ExitRef } from '../scenario/playbook.js';
import type { Channel, ExpectationKind, InjectKind, TlpLabel } from '../scenario/schema.js';
import type { Trigger } from '../scenario/trigger-schema.js';
import type { AssetStatus } from '../scenario/world-schema.js';
import type { ScoreEntry } from '../scoring/score.js';
import type { FacilitatorAudience } from './audience.js';
import type { ClockView, ScenarioClockView } from './clock-view.js';
import { type MessageView, messageView } from './player-view.js';
import {
  clockPart,
  type PartyView,
  partiesPart,
  type RealWorldView,
  scenarioClockPart,
} from './shared-parts.js';
import { type Collection, defineProjection, type Touch } from './view-model.js';
import { type AssetView, assetItem, type IndicatorView, indicatorItem } from './world-parts.js';

export interface FacilitatorView {
  readonly exercise: FacilitatorExercise;
  readonly clock: ClockView;
  readonly scenarioClock: ScenarioClockView;
  readonly parties: readonly PartyView[];
  readonly cast: FacilitatorCast;
  readonly seats: Collection<FacilitatorSeat>;
  readonly phases: Collection<FacilitatorPhase>;
  /** By "phase exit": ways out that are armed or due. */
  readonly exits: Collection<FacilitatorExit>;
  /** The events list as written. */
  readonly injects: Collection<FacilitatorInject>;
  /** By inject id: where it stands now. */
  readonly events: Collection<FacilitatorEvent>;
  /** By "inject table". */
  readonly deliveries: Collection<FacilitatorDelivery>;
  /** By "inject table expectation". */
  readonly expectations: Collection<FacilitatorExpectation>;
  readonly messages: Collection<FacilitatorMessage>;
  /** By "inject …" or "exit … 0": how the parts of the condition stand that it waits for. */
  readonly watches: Collection<Explanation>;
  readonly milestones: Collection<FacilitatorMilestone>;
  readonly assets: Collection<FacilitatorAsset>;
  readonly indicators: Collection<IndicatorView>;
  readonly endings: Collection<FacilitatorEnding>;
  readonly scores: Collection<FacilitatorScore>;
}

export interface FacilitatorExercise {
  readonly exerciseId: ExerciseId | null;
  readonly title: string;
  readonly scenarioId: ScenarioId;
  readonly scenarioTitle: LocalizedText;
  readonly summary: LocalizedText;
  readonly stage: LifecycleValue['stage'];
  readonly pace: Pace;
  readonly mode: Mode;
  readonly realWorld: RealWorldView | null;
  readonly quarantine: Quarantine | null;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly scoresShown: { readonly players: boolean; readonly observers: boolean };
  readonly endedBecause: string | null;
}

export interface FacilitatorCast {
  readonly tables: readonly {
    readonly tableId: TableId;
    readonly name: string;
    readonly language: string | null;
    readonly teamIds: readonly TeamId[];
    /** Whether it is the staff's own table for teams that nobody else plays. */
    readonly isControl: boolean;
  }[];
  readonly teams: readonly {
    readonly id: TeamId;
    readonly partyId: PartyId;
    readonly name: LocalizedText;
    readonly sector: LocalizedText;
    readonly mission: LocalizedText;
  }[];
  readonly contacts: readonly {
    readonly id: ContactId;
    readonly name: LocalizedText;
    readonly role: LocalizedText;
  }[];
}

export interface FacilitatorSeat {
  readonly seatId: SeatId;
  readonly role: Role;
  readonly tableId: TableId | null;
}

export interface FacilitatorPhase {
  readonly id: PhaseId;
  /** Place in the scenario, outer phases before inner ones. */
  readonly order: number;
  readonly parentId: PhaseId | null;
  readonly title: LocalizedText;
  readonly briefing: LocalizedText | null;
  readonly questions: readonly LocalizedText[];
  readonly exits: readonly { readonly to: PhaseId; readonly when: Trigger }[];
  readonly enteredPlayMs: number | null;
  readonly leftPlayMs: number | null;
}

export interface FacilitatorExit extends ExitRef {
  readonly status: 'armed' | 'due';
  readonly dueAtMs: number;
}

export interface FacilitatorInject {
  readonly id: InjectId;
  /** Place in the scenario. */
  readonly order: number;
  readonly number: string;
  readonly title: LocalizedText;
  readonly kind: InjectKind;
  readonly channel: Channel;
  readonly from: LocalizedText;
  readonly tlp: TlpLabel;
  readonly phaseId: PhaseId;
  readonly trigger: Trigger;
  /** Tables it will reach as the teams are cast now. */
  readonly to: readonly TableId[];
  /** Recipient teams nobody plays: their part is waived. */
  readonly droppedTeams: readonly TeamId[];
  readonly choices: readonly {
    readonly id: ChoiceId;
    readonly label: LocalizedText;
    readonly points: number;
  }[];
  readonly expectations: readonly {
    readonly id: ExpectationId;
    readonly kind: ExpectationKind;
    readonly withinMinutes: number;
    readonly points: number;
    readonly isAnnounced: boolean;
  }[];
}

export interface FacilitatorEvent {
  readonly status: InjectStatus;
  readonly isHeld: boolean;
  readonly dueAtMs: number | null;
  readonly releasedPlayMs: number | null;
  readonly releasedAtMs: number | null;
  readonly tableIds: readonly TableId[];
  readonly reason: string;
}

export interface FacilitatorDelivery {
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly openedBy: readonly SeatId[];
  readonly acknowledged: Stamp | null;
  readonly response: (Stamp & { readonly text: string }) | null;
  readonly choice: (Stamp & { readonly choiceId: ChoiceId }) | null;
  readonly notes: readonly (Stamp & { readonly seq: number; readonly text: string })[];
}

export interface FacilitatorExpectation {
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly expectationId: ExpectationId;
  readonly status: ExpectationStatus;
  readonly dueAtMs: number;
  readonly settledPlayMs: number | null;
}

export interface FacilitatorMessage extends MessageView {
  readonly thread: MessageThread;
}

export interface FacilitatorMilestone {
  readonly title: LocalizedText;
  /** Play time at which it was reached; null until then. */
  readonly reachedPlayMs: number | null;
}

export interface FacilitatorAsset extends AssetView {
  /** As set by an effect or by hand, apart from what it feels. */
  readonly own: AssetStatus;
  /** Systems whose failure it feels now. */
  readonly feels: readonly AssetId[];
  /** What it will feel, or cease to feel, and when. */
  readonly ahead: readonly {
    readonly from: AssetId;
    readonly isFelt: boolean;
    readonly dueAtMs: number;
  }[];
}

export interface FacilitatorEnding {
  readonly title: LocalizedText;
  readonly reachedPlayMs: number | null;
  /** What holds of its condition and what is still missing. */
  readonly missing: Explanation;
}

export interface FacilitatorScore extends ScoreEntry {
  readonly objective: LocalizedText | null;
}

type T = Touch<FacilitatorView>;
type ManyPart = Exclude<T, string>[0];

const each = (part: ManyPart, ids: Iterable<string>): T[] => [...ids].map((id) => [part, id]);
const event = ({ injectId }: { injectId: InjectId }): T[] => [['events', injectId]];
const deliveryTouch = (fact: { injectId: InjectId; tableId: TableId }): T => [
  'deliveries',
  deliveryKey(fact.injectId, fact.tableId),
];
const settled = (fact: {
  injectId: InjectId;
  tableId: TableId;
  expectationId: ExpectationId;
}): T[] => {
  const key = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
  return [
    ['expectations', key],
    ['scores', key],
    ['scores', `${fact.injectId} ${fact.tableId} #choice`],
  ];
};

export const facilitatorProjection = defineProjection<FacilitatorView, FacilitatorAudience>(
  {
    exercise: {
      one: (state) => ({
        exerciseId: state.exerciseId,
        title: state.title,
        scenarioId: state.playbook.scenario.id,
        scenarioTitle: state.playbook.scenario.title,
        summary: state.playbook.scenario.summary,
        stage: state.lifecycle.stage,
        pace: state.pace,
        mode: state.mode,
        realWorld: state.realWorld,
        quarantine: state.quarantine,
        languages: state.playbook.scenario.languages,
        defaultLanguage: state.playbook.scenario.defaultLanguage,
        scoresShown: state.scoresShown,
        endedBecause: state.endedBecause,
      }),
    },
    clock: { one: clockPart },
    scenarioClock: { one: scenarioClockPart },
    parties: { one: partiesPart },
    cast: { one: castPart },
    seats: {
      ids: (state) => state.seats.keys(),
      item: (state, _, id) => {
        const seat = state.seats.get(id as SeatId);
        if (seat === undefined || seat.isGone) return null;
        const { seatId, role, tableId } = seat;
        return { seatId, role, tableId };
      },
    },
    phases: {
      ids: (state) => state.playbook.phases.keys(),
      item: (state, _, id) => phaseItem(state, id),
    },
    exits: {
      ids: (state) => state.exits.keys(),
      item: (state, _, id) => {
        const exit = state.exits.get(id as ExitKey);
        if (exit === undefined) return null;
        const { armedBy: _armedBy, ...rest } = exit;
        return rest;
      },
    },
    injects: {
      ids: (state) => state.playbook.injects.keys(),
      item: (state, _, id) => injectItem(state, id as InjectId),
    },
    events: {
      ids: (state) => state.playbook.injects.keys(),
      item: (state, _, id) => {
        const {
          armedBy: _1,
          answeredPlayMs: _2,
          overduePlayMs: _3,
          releasedScenarioMs: _4,
          isForced: _5,
          ...rest
        } = injectState(state, id as InjectId);
        return rest;
      },
    },
    deliveries: {
      ids: (state) => state.deliveries.keys(),
      item: (state, _, id) => {
        const found = state.deliveries.get(id as DeliveryKey);
        const [injectId, tableId] = id.split(' ') as [InjectId, TableId];
        return found === undefined ? null : { injectId, tableId, ...found };
      },
    },
    expectations: {
      ids: (state) => state.expectations.keys(),
      item: (state, _, id) => {
        const found = state.expectations.get(id as ExpectationKey);
        if (found === undefined) return null;
        const { openedBy: _openedBy, ...rest } = found;
        return rest;
      },
    },
    messages: {
      ids: (state) => state.messages.keys(),
      item: (state, _, id) => {
        const message = state.messages.get(id);
        return message === undefined
          ? null
          : { ...messageView(state, message), thread: message.thread };
      },
    },
    watches: {
      ids: (state) => state.playbook.watches.keys(),
      item: (state, _, id) => {
        const watch = state.playbook.watches.get(id);
        return watch === undefined || watch.of.kind === 'ending'
          ? null
          : explain(watch.condition, state);
      },
    },
    milestones: {
      ids: (state) => state.playbook.milestones.keys(),
      item: (state, _, id) => {
        const milestone = state.playbook.milestones.get(id as MilestoneId);
        if (milestone === undefined) return null;
        const reachedPlayMs = state.milestones.get(milestone.id) ?? null;
        return { title: milestone.title, reachedPlayMs };
      },
    },
    assets: {
      ids: (state) => state.assets.keys(),
      item: (state, _, id) => facilitatorAsset(state, id as AssetId),
    },
    indicators: {
      ids: (state) => state.indicators.keys(),
      item: (state, _, id) => indicatorItem(state, allTeams(state), id),
    },
    endings: {
      ids: (state) => state.playbook.endings.keys(),
      item: (state, _, id) => {
        const ending = state.playbook.endings.get(id as EndingId);
        if (ending === undefined) return null;
        const reachedPlayMs = state.endings.get(ending.id) ?? null;
        return { title: ending.title, reachedPlayMs, missing: explain(ending.when, state) };
      },
    },
    scores: {
      ids: (state) => state.scores.keys(),
      item: (state, _, id) => {
        const entry = state.scores.get(id);
        if (entry === undefined) return null;
        const objective =
          entry.objectiveId === null ? undefined : state.playbook.objectives.get(entry.objectiveId);
        return { ...entry, objective: objective?.title ?? null };
      },
    },
  },
  {
    ExerciseCreated: 'everything',
    TeamsCast: 'everything',
    LobbyOpened: () => ['exercise'],
    PaceSet: () => ['exercise'],
    SeatJoined: ({ seatId }) => [['seats', seatId]],
    SeatMoved: ({ seatId }) => [['seats', seatId]],
    SeatLeft: ({ seatId }) => [['seats', seatId]],
    ExerciseStarted: () => ['exercise', 'clock'],
    ClockPaused: () => ['clock'],
    ClockResumed: () => ['clock'],
    SpeedSet: () => ['clock'],
    ClockJumped: () => ['clock'],
    PhaseChanged: ({ left, entered }, state) => [
      'scenarioClock',
      ...each('phases', [...left, ...entered]),
      ...each(
        'exits',
        left.flatMap((phaseId) => exitKeysOf(state, phaseId)),
      ),
    ],
    ExitArmed: (fact) => [['exits', exitKey(fact)]],
    ExitDue: (fact) => [['exits', exitKey(fact)]],
    InjectArmed: event,
    InjectDue: event,
    InjectReleased: ({ injectId, tableIds }, state) => [
      ['events', injectId],
      ...each(
        'expectations',
        tableIds.flatMap((tableId) =>
          (state.playbook.injects.get(injectId)?.expectations ?? []).map(({ id }) =>
            expectationKey(injectId, tableId, id),
          ),
        ),
      ),
    ],
    InjectHeld: event,
    InjectUnheld: event,
    InjectMoved: event,
    InjectSkipped: event,
    InjectRecalled: event,
    InjectOpened: (fact) => [deliveryTouch(fact)],
    InjectAcknowledged: (fact) => [deliveryTouch(fact)],
    ResponseSent: (fact) => [deliveryTouch(fact)],
    ResponseNoted: (fact) => [deliveryTouch(fact)],
    ChoiceMade: (fact) => [
      deliveryTouch(fact),
      ['scores', `${fact.injectId} ${fact.tableId} #choice`],
    ],
    ExpectationMet: settled,
    ExpectationMissed: settled,
    ExpectationWaived: settled,
    DeadlineExtended: settled,
    InjectDisarmed: event,
    ExitDisarmed: (fact) => [['exits', exitKey(fact)]],
    ConditionTurned: () => [],
    MomentReached: () => [],
    MilestoneReached: ({ milestoneId }) => [['milestones', milestoneId]],
    AssetSet: ({ assetId }) => [['assets', assetId]],
    DependencyArmed: ({ assetId }) => [['assets', assetId]],
    DependencyFelt: ({ assetId }) => [['assets', assetId]],
    AssetChanged: ({ assetId }) => [['assets', assetId]],
    IndicatorChanged: ({ indicatorId }) => [['indicators', indicatorId]],
    PointsAwarded: ({ seq }) => [['scores', `award ${seq}`]],
    EndingReached: ({ endingId }) => [['endings', endingId]],
    MessageSent: ({ seq }) => [['messages', String(seq)]],
    ScoresShown: () => ['exercise'],
    RealWorldRaised: () => ['exercise', 'clock'],
    RealWorldLifted: () => ['exercise', 'clock'],
    ExerciseEnded: (_, state) => ['exercise', 'clock', ...each('assets', state.assets.keys())],
    ExerciseQuarantined: () => ['exercise'],
  },
  watchTouches,
);

/** All that staff may read of an inject, fetched when it is opened. */
export interface FacilitatorInjectBody {
  readonly injectId: InjectId;
  readonly body: LocalizedText;
  readonly attack: readonly string[];
  readonly choices: readonly {
    readonly id: ChoiceId;
    readonly label: LocalizedText;
    readonly points: number;
    readonly rationale: LocalizedText | null;
  }[];
  readonly expectations: readonly {
    readonly id: ExpectationId;
    readonly kind: ExpectationKind;
    readonly withinMinutes: number;
    readonly points: number;
    readonly latePoints: number;
    readonly isAnnounced: boolean;
    readonly action: LocalizedText | null;
    readonly objective: LocalizedText | null;
  }[];
}

export function facilitatorInjectBody(
  { playbook }: ExerciseState,
  injectId: InjectId,
): FacilitatorInjectBody | null {
  const inject = playbook.injects.get(injectId);
  if (inject === undefined) return null;
  return {
    injectId,
    body: inject.body,
    attack: inject.attack,
    choices: (inject.choices ?? []).map(({ id, label, points, rationale }) => ({
      id,
      label,
      points,
      rationale: rationale ?? null,
    })),
    expectations: inject.expectations.map((expectation) => ({
      id: expectation.id,
      kind: expectation.kind,
      withinMinutes: expectation.withinMinutes,
      points: expectation.points,
      latePoints: expectation.latePoints,
      isAnnounced: expectation.announced,
      action: expectation.action ?? null,
      objective:
        (expectation.objective && playbook.objectives.get(expectation.objective)?.title) ?? null,
    })),
  };
}

/** Whatever waits for a subject that the fact touched may explain itself anew. */
function watchTouches(fact: Fact, state: ExerciseState): T[] {
  const keys = touchedSubjects(fact, state).flatMap(
    (subject) => state.playbook.listeners.get(subject)?.watches ?? [],
  );
  return [...new Set(keys)].flatMap((key): T[] => {
    const of = state.playbook.watches.get(key)?.of;
    return [of?.kind === 'ending' ? ['endings', of.endingId] : ['watches', key]];
  });
}

function allTeams({ playbook }: ExerciseState): TeamId[] {
  return [...playbook.teams.keys()];
}

function facilitatorAsset(state: ExerciseState, assetId: AssetId): FacilitatorAsset | null {
  const seen = assetItem(state, allTeams(state), assetId);
  const now = state.assets.get(assetId);
  const dependencies = state.playbook.assets.get(assetId)?.dependsOn ?? [];
  if (seen === null || now === undefined) return null;
  return {
    ...seen,
    own: now.own,
    feels: now.felt.flatMap((index) => dependencies[index]?.asset ?? []),
    ahead: dependencies.flatMap(({ asset }, dependency) => {
      const armed = state.armedDependencies.get(dependencyKey({ assetId, dependency }));
      return armed === undefined
        ? []
        : [{ from: asset, isFelt: armed.isFelt, dueAtMs: armed.dueAtMs }];
    }),
  };
}

function castPart({ casting, playbook }: ExerciseState): FacilitatorCast {
  return {
    tables: casting.tables.map((table) => ({
      ...table,
      isControl: table.tableId === controlTableId,
    })),
    teams: playbook.scenario.teams.map(({ id, party, name, sector, mission }) => ({
      id,
      partyId: party,
      name,
      sector,
      mission,
    })),
    contacts: playbook.scenario.contacts.map(({ id, name, role }) => ({ id, name, role })),
  };
}

function phaseItem(state: ExerciseState, id: string): FacilitatorPhase | null {
  const { phases } = state.playbook;
  const entry = phases.get(id as PhaseId);
  if (entry === undefined) return null;
  const { phase, parentId } = entry;
  const visit = state.phaseVisits.get(phase.id);
  return {
    id: phase.id,
    order: [...phases.keys()].indexOf(phase.id),
    parentId,
    title: phase.title,
    briefing: phase.briefing ?? null,
    questions: phase.questions,
    exits: phase.exits,
    enteredPlayMs: visit?.enteredPlayMs ?? null,
    leftPlayMs: visit?.leftPlayMs ?? null,
  };
}

function exitKeysOf(state: ExerciseState, phaseId: PhaseId): ExitKey[] {
  const exits = state.playbook.phases.get(phaseId)?.phase.exits ?? [];
  return exits.map((_, exit) => exitKey({ phaseId, exit }));
}

function injectItem(state: ExerciseState, id: InjectId): FacilitatorInject | null {
  const { playbook, casting } = state;
  const inject = playbook.injects.get(id);
  if (inject === undefined) return null;
  const recipients = playbook.recipients.get(id) ?? [];
  const played = recipients.filter((teamId) => casting.tableOf.has(teamId));
  return {
    id,
    order: playbook.order.get(id) ?? 0,
    number: inject.number,
    title: inject.title,
    kind: inject.kind,
    channel: inject.channel,
    from: playbook.contacts.get(inject.from)?.name ?? '',
    tlp: inject.tlp,
    phaseId: inject.phase,
    trigger: inject.release,
    to: casting.tables
      .filter(({ teamIds }) => teamIds.some((teamId) => played.includes(teamId)))
      .map(({ tableId }) => tableId),
    droppedTeams: recipients.filter((teamId) => !casting.tableOf.has(teamId)),
    choices: (inject.choices ?? []).map(({ id, label, points }) => ({ id, label, points })),
    expectations: inject.expectations.map(({ id, kind, withinMinutes, points, announced }) => ({
      id,
      kind,
      withinMinutes,
      points,
      isAnnounced: announced,
    })),
  };
}
