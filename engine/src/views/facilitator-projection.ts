/** The allow-list behind the staff's view, and what each kind of fact may change in it. */

import { explain } from '../conditions/condition-rules.js';
import { injectText } from '../exercise/inject-text.js';
import {
  type ExerciseState,
  injectIds,
  injectOf,
  injectState,
  recipientsOf,
} from '../exercise/state.js';
import {
  controlTableId,
  type DeliveryKey,
  dependencyKey,
  type ExitKey,
  type ExpectationKey,
} from '../exercise/state-parts.js';
import { languageOf } from '../exercise/written-texts.js';
import type {
  AssetId,
  EndingId,
  InjectId,
  MilestoneId,
  ObjectiveId,
  PhaseId,
  SeatId,
  TableId,
  TeamId,
} from '../protocol/ids.js';
import { attachmentViews } from './attachment-view.js';
import type { FacilitatorAudience } from './audience.js';
import { facilitatorExchangeModel } from './facilitator-exchange.js';
import { facilitatorTouches, watchTouches } from './facilitator-touches.js';
import type {
  FacilitatorAsset,
  FacilitatorCast,
  FacilitatorInject,
  FacilitatorInjectBody,
  FacilitatorPhase,
  FacilitatorView,
} from './facilitator-view.js';
import { injectLacks } from './lacks.js';
import { releaseCause } from './release-cause.js';
import {
  clockPart,
  messageView,
  noteView,
  partiesPart,
  scenarioClockPart,
  textRevision,
} from './shared-parts.js';
import { defineProjection } from './view-model.js';
import { assetItem, indicatorItem } from './world-parts.js';

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
        const { seatId, role, tableId, partyId } = seat;
        return { seatId, role, tableId, partyId };
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
    objectives: {
      ids: (state) => state.playbook.objectives.keys(),
      item: (state, _, id) => {
        const objective = state.playbook.objectives.get(id as ObjectiveId);
        if (objective === undefined) return null;
        const { title, capability, target = null, criticalTasks } = objective;
        return { id: objective.id, title, capability, target, criticalTasks };
      },
    },
    injects: {
      ids: (state) => injectIds(state),
      item: (state, _, id) => injectItem(state, id as InjectId),
    },
    events: {
      ids: (state) => injectIds(state),
      item: (state, _, id) => {
        // One that is yet to be made up does not wait.
        if (injectOf(state, id as InjectId) === undefined) return null;
        const found = injectState(state, id as InjectId);
        const { status, isHeld, dueAtMs, releasedPlayMs, releasedAtMs, tableIds, reason } = found;
        return {
          status,
          isHeld,
          dueAtMs,
          releasedPlayMs,
          releasedAtMs,
          release: releaseCause(state, id as InjectId),
          tableIds,
          reason,
          variantId: state.variants.get(id as InjectId) ?? null,
          awaits: found.awaits,
        };
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
        const { isRevealed, reason } = found;
        return {
          injectId,
          tableId,
          expectationId,
          status,
          dueAtMs,
          settledPlayMs,
          isRevealed,
          reason,
        };
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
    ...facilitatorExchangeModel,
  },
  facilitatorTouches,
  watchTouches,
);

export function facilitatorInjectBody(
  state: ExerciseState,
  injectId: InjectId,
): FacilitatorInjectBody | null {
  const { playbook } = state;
  const inject = injectOf(state, injectId);
  const text = injectText(state, injectId, null);
  if (inject === undefined || text === null) return null;
  return {
    injectId,
    body: text.body,
    variants: (inject.variants ?? []).map(({ id, body }) => ({ id, body: body ?? inject.body })),
    perRecipient: inject.perRecipient.map(({ to, title, body }) => ({
      to,
      title: title ?? text.title,
      body: body ?? text.body,
    })),
    attachments: attachmentViews(inject.attachments),
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

function castPart(state: ExerciseState): FacilitatorCast {
  const { casting, playbook } = state;
  return {
    tables: casting.tables.map((table) => ({
      ...table,
      reads: languageOf(state, table.tableId),
      isControl: table.tableId === controlTableId,
    })),
    teams: playbook.scenario.teams.map(({ id, party, name, sector, mission }) => ({
      id,
      partyId: party,
      name,
      sector,
      mission,
    })),
    contacts: playbook.scenario.contacts.map(({ id, name, role, reachable }) => ({
      id,
      name,
      role,
      isReachable: reachable,
    })),
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

function injectItem(state: ExerciseState, id: InjectId): FacilitatorInject | null {
  const { playbook, casting } = state;
  const inject = injectOf(state, id);
  const text = injectText(state, id, null);
  if (inject === undefined || text === null) return null;
  const runtime = injectState(state, id);
  const { writtenBy, filesBy, isImprovised } = runtime;
  const recipients = recipientsOf(state, id);
  const played = recipients.filter((teamId) => casting.tableOf.has(teamId));
  return {
    id,
    // What was made up comes after what was planned, in the order of its making.
    order: playbook.order.get(id) ?? playbook.order.size + (writtenBy ?? 0),
    number: inject.number,
    title: text.title,
    kind: inject.kind,
    channel: inject.channel,
    from: playbook.contacts.get(text.from)?.name ?? '',
    tlp: inject.tlp,
    phaseId: inject.phase,
    trigger: inject.release,
    writtenBy,
    filesBy,
    textRevision: textRevision(state, runtime),
    lacks: injectLacks(state, id),
    isImprovised,
    variants: (inject.variants ?? []).map(({ id, title }) => ({
      id,
      title: title ?? inject.title,
    })),
    to: casting.tables
      .filter(({ teamIds }) => teamIds.some((teamId) => played.includes(teamId)))
      .map(({ tableId }) => tableId),
    toTeams: recipients,
    droppedTeams: recipients.filter((teamId) => !casting.tableOf.has(teamId)),
    choices: (inject.choices ?? []).map(({ id, label, points }) => ({ id, label, points })),
    expectations: inject.expectations.map((expectation) => ({
      id: expectation.id,
      kind: expectation.kind,
      withinMinutes: expectation.withinMinutes,
      points: expectation.points,
      isAnnounced: expectation.announced,
      objectiveId: expectation.objective ?? null,
      criteria: expectation.criteria,
    })),
  };
}
