/** What follows at once from a fact: each consequence a fact of its own. */
import { activePhases, initialPhases, phaseMachine } from '../machines/phases.js';
import type { InjectId, PhaseId, TableId } from '../protocol/ids.js';
import { type ExitRef, exitOf } from '../scenario/playbook.js';
import type { ExpectationKind } from '../scenario/schema.js';
import { dueTime } from '../triggers/trigger-rules.js';
import type { Fact, FactBody, FactOf } from './facts.js';
import {
  delivery,
  type ExerciseState,
  type ExpectationState,
  exitKey,
  expectationKey,
  injectState,
} from './state.js';

/** The direct consequences of `fact`, seen from the state it led to. */
export function reactions(fact: Fact, state: ExerciseState): FactBody[] {
  switch (fact.type) {
    case 'ExerciseStarted':
      return [enterFirstPhases(state)];
    case 'PhaseChanged':
      return onPhaseChanged(fact, state);
    case 'InjectReleased':
      return armListeners(fact.injectId, state);
    case 'InjectRecalled':
      return openExpectations(state, (expectation) => expectation.injectId === fact.injectId).map(
        (expectation) => waive(expectation, 'recalled'),
      );
    case 'InjectAcknowledged':
      return meet(fact, 'acknowledge', state);
    case 'ResponseSent':
      return [
        ...implyAcknowledged(fact, state),
        ...meet(fact, 'respond', state),
        ...armListeners(fact.injectId, state),
      ];
    case 'ChoiceMade':
      return [
        ...implyAcknowledged(fact, state),
        ...meet(fact, 'choose', state),
        ...armListeners(fact.injectId, state),
      ];
    case 'ExpectationMissed':
      return armListeners(fact.injectId, state);
    case 'RealWorldRaised':
      return wasRunning(state)
        ? [{ type: 'ClockPaused', machine: fact.machine, cause: 'realWorld', reason: fact.reason }]
        : [];
    case 'ExerciseEnded':
      return openExpectations(state, () => true).map((expectation) => waive(expectation, 'ended'));
    default:
      return [];
  }
}

/** The machine already shows the clock paused; the clock itself has still to be stopped. */
function wasRunning(state: ExerciseState): boolean {
  return state.lifecycle.clock === 'paused' && state.clock.pause === null;
}

function enterFirstPhases(state: ExerciseState): FactBody {
  const phases = initialPhases(phaseMachine(state.playbook.scenario));
  return { type: 'PhaseChanged', phases, left: [], entered: activePhases(phases) };
}

function onPhaseChanged(fact: FactOf<'PhaseChanged'>, state: ExerciseState): FactBody[] {
  const { playbook } = state;
  return [
    ...fact.left.flatMap((phaseId) => skipWhatWaited(phaseId, state)),
    ...fact.entered.flatMap((phaseId) => [
      ...(playbook.injectsOfPhase.get(phaseId) ?? []).flatMap((injectId) => arm(injectId, state)),
      ...(playbook.phases.get(phaseId)?.phase.exits ?? []).flatMap((_, exit) =>
        armExit({ phaseId, exit }, state),
      ),
    ]),
  ];
}

/** What a module had not got to when it ended is skipped; a controller may still release it by hand. */
function skipWhatWaited(phaseId: PhaseId, state: ExerciseState): FactBody[] {
  return (state.playbook.injectsOfPhase.get(phaseId) ?? [])
    .filter((injectId) => {
      const { status, isHeld } = injectState(state, injectId);
      return !isHeld && (status === 'waiting' || status === 'armed');
    })
    .map((injectId) => ({ type: 'InjectSkipped', injectId, cause: 'phaseLeft', reason: '' }));
}

function armListeners(source: InjectId, state: ExerciseState): FactBody[] {
  const listeners = state.playbook.listeners.get(source);
  if (listeners === undefined) return [];
  return [
    ...listeners.injects.flatMap((injectId) => arm(injectId, state)),
    ...listeners.exits.flatMap((ref) => armExit(ref, state)),
  ];
}

function arm(injectId: InjectId, state: ExerciseState): FactBody[] {
  const inject = state.playbook.injects.get(injectId);
  if (inject === undefined || injectState(state, injectId).status !== 'waiting') return [];
  const dueAtMs = dueTime(inject.release, state, inject.phase);
  return dueAtMs === null ? [] : [{ type: 'InjectArmed', injectId, dueAtMs }];
}

function armExit(ref: ExitRef, state: ExerciseState): FactBody[] {
  const exit = exitOf(state.playbook, ref);
  if (exit === null || state.exits.has(exitKey(ref))) return [];
  const dueAtMs = dueTime(exit.when, state, ref.phaseId);
  return dueAtMs === null ? [] : [{ type: 'ExitArmed', ...ref, dueAtMs }];
}

/** Whoever answers has seen it. */
function implyAcknowledged(
  fact: { injectId: InjectId; tableId: TableId },
  state: ExerciseState,
): FactBody[] {
  return delivery(state, fact.injectId, fact.tableId).acknowledged === null
    ? [{ type: 'InjectAcknowledged', injectId: fact.injectId, tableId: fact.tableId }]
    : [];
}

function meet(
  fact: { injectId: InjectId; tableId: TableId; playMs: number },
  kind: ExpectationKind,
  state: ExerciseState,
): FactBody[] {
  const { injectId, tableId } = fact;
  const expectations = state.playbook.injects.get(injectId)?.expectations ?? [];
  return expectations
    .filter((expectation) => expectation.kind === kind)
    .map((expectation) => state.expectations.get(expectationKey(injectId, tableId, expectation.id)))
    .filter((expectation) => expectation?.status === 'open' || expectation?.status === 'missed')
    .map((expectation) => ({
      type: 'ExpectationMet',
      injectId,
      tableId,
      expectationId: (expectation as ExpectationState).expectationId,
      isLate: expectation?.status === 'missed',
    }));
}

function openExpectations(
  state: ExerciseState,
  matches: (expectation: ExpectationState) => boolean,
): ExpectationState[] {
  return [...state.openDeadlines.keys()]
    .sort()
    .map((key) => state.expectations.get(key))
    .filter((expectation) => expectation !== undefined)
    .filter(matches);
}

function waive(
  { injectId, tableId, expectationId }: ExpectationState,
  cause: 'recalled' | 'ended',
): FactBody {
  return { type: 'ExpectationWaived', injectId, tableId, expectationId, cause };
}
