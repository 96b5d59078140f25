/** The allow-list behind the staff's view, and what each kind of fact may change in it. */

import { explain } from '../conditions/condition-rules.js';
import { touchedSubjects } from '../conditions/watch.js';
import type { Fact } from '../exercise/facts.js';
import {
  controlTableId,
  type DeliveryKey,
  deliveryKey,
  dependencyKey,
  type ExerciseState,
  type ExitKey,
  type ExpectationKey,
  exitKey,
  expectationKey,
  injectState,
} from '../exercise/state.js';
import type {
  AssetId,
  EndingId,
  ExpectationId,
  InjectId,
  MilestoneId,
  PhaseId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import { choiceKey } from '../scoring/score.js';
import type { FacilitatorAudience } from './audience.js';
import type {
  FacilitatorAsset,
  FacilitatorCast,
  FacilitatorInject,
  FacilitatorInjectBody,
  FacilitatorPhase,
  FacilitatorView,
} from './facilitator-view.js';
import {
  clockPart,
  messageView,
  noteView,
  partiesPart,
  scenarioClockPart,
} from './shared-parts.js';
import { defineProjection, type Touch } from './view-model.js';
import { assetItem, indicatorItem } from './world-parts.js';

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
    ['scores', choiceKey(fact)],
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
        const { phaseId, exit: index, status, dueAtMs } = exit;
        return { phaseId, exit: index, status, dueAtMs };
      },
    },
    injects: {
      ids: (state) => state.playbook.injects.keys(),
      item: (state, _, id) => injectItem(state, id as InjectId),
    },
    events: {
      ids: (state) => state.playbook.injects.keys(),
      item: (state, _, id) => {
        const found = injectState(state, id as InjectId);
        const { status, isHeld, dueAtMs, releasedPlayMs, releasedAtMs, tableIds, reason } = found;
        return { status, isHeld, dueAtMs, releasedPlayMs, releasedAtMs, tableIds, reason };
      },
    },
    deliveries: {
      ids: (state) => state.deliveries.keys(),
      item: (state, _, id) => {
        const found = state.deliveries.get(id as DeliveryKey);
        if (found === undefined) return null;
        const [injectId, tableId] = id.split(' ') as [InjectId, TableId];
        const { openedBy, acknowledged, response, choice } = found;
        return { injectId, tableId, openedBy, acknowledged, response, choice };
      },
    },
    expectations: {
      ids: (state) => state.expectations.keys(),
      item: (state, _, id) => {
        const found = state.expectations.get(id as ExpectationKey);
        if (found === undefined) return null;
        const { injectId, tableId, expectationId, status, dueAtMs, settledPlayMs } = found;
        return { injectId, tableId, expectationId, status, dueAtMs, settledPlayMs };
      },
    },
    notes: {
      ids: (state) => state.notes.keys(),
      item: (state, _, id) => {
        const note = state.notes.get(id);
        return note === undefined ? null : { ...noteView(note), tableId: note.tableId };
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
    ResponseNoted: ({ seq }) => [['notes', String(seq)]],
    ChoiceMade: (fact) => [deliveryTouch(fact), ['scores', choiceKey(fact)]],
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
    ExerciseEnded: (_, state) => [
      'exercise',
      'clock',
      ...each('assets', state.assets.keys()),
      ...each(
        'exits',
        [...state.playbook.phases.keys()].flatMap((phaseId) => exitKeysOf(state, phaseId)),
      ),
    ],
    ExerciseQuarantined: () => ['exercise', 'clock'],
  },
  watchTouches,
);

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
  const { phase, parentId, order } = entry;
  const visit = state.phaseVisits.get(phase.id);
  return {
    id: phase.id,
    order,
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
