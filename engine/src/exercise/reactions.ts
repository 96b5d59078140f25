/** What follows at once from a fact: each consequence a fact of its own. */
import { initialTruths } from '../conditions/watch.js';
import { settleAsset, spread } from '../impact/impact.js';
import { nextLifecycle } from '../machines/lifecycle.js';
import type { InjectId, PhaseId, TableId } from '../protocol/ids.js';
import type { Effect } from '../scenario/effect-schema.js';
import {
  type ExitRef,
  exitOf,
  expectationOf,
  injectWatch,
  type Subject,
} from '../scenario/playbook.js';
import type { ExpectationKind } from '../scenario/schema.js';
import { dueTime, exitDueTime } from '../triggers/trigger-rules.js';
import { type EffectSource, effectFacts } from './effects.js';
import type { Fact, FactBody, FactOf, FactType } from './facts.js';
import {
  delivery,
  type ExerciseState,
  type ExpectationState,
  exitKey,
  expectationKey,
  injectState,
} from './state.js';
import { enterFirstPhases } from './steps.js';

/** Worked out when its turn comes, from the state as it is then: an earlier one may have changed it. */
export type Consequence = (state: ExerciseState) => FactBody[];

type Reaction<Type extends FactType> = (fact: FactOf<Type>, state: ExerciseState) => Consequence[];

/** The direct consequences of `fact`, in the order in which they happen. */
export function reactions(fact: Fact, state: ExerciseState): Consequence[] {
  const reaction = table[fact.type] as Reaction<FactType> | undefined;
  return reaction?.(fact, state) ?? [];
}

/** Kinds left out have no consequences. */
const table: { [Type in FactType]?: Reaction<Type> } = {
  ExerciseStarted: () => [(now) => [enterFirstPhases(now, now.lastPlayMs)], initialTruths],
  PaceSet: ({ pace }) => (pace === 'auto' ? [rearmWhatWaits] : []),
  InjectUnheld: ({ injectId }) => [(now) => skipIfPhaseLeft(injectId, now)],
  PhaseChanged: (fact, state) => onPhaseChanged(fact, state),
  InjectReleased: ({ injectId }, state) => [
    ...effects(state.playbook.injects.get(injectId)?.effects, { injectId, tableId: null }),
    lookAgain(`inject ${injectId}`),
  ],
  InjectRecalled: ({ injectId }) => [
    (now) => unmetOf(injectId, now).map((expectation) => waive(expectation, 'recalled')),
    lookAgain(`inject ${injectId}`),
  ],
  InjectAcknowledged: (fact) => [
    (now) => meet(fact, 'acknowledge', now),
    lookAgain(`inject ${fact.injectId}`),
  ],
  ResponseSent: (fact) => [
    (now) => implyAcknowledged(fact, now),
    (now) => meet(fact, 'respond', now),
    lookAgain(`inject ${fact.injectId}`),
  ],
  ChoiceMade: (fact, state) => [
    (now) => implyAcknowledged(fact, now),
    (now) => meet(fact, 'choose', now),
    ...effects(
      state.playbook.injects.get(fact.injectId)?.choices?.find(({ id }) => id === fact.choiceId)
        ?.effects,
      fact,
    ),
    lookAgain(`inject ${fact.injectId}`),
  ],
  ExpectationMet: (fact, state) => effects(ruleOf(fact, state)?.onMet, fact),
  ExpectationMissed: (fact, state) => [
    ...effects(ruleOf(fact, state)?.onMissed, fact),
    lookAgain(`inject ${fact.injectId}`),
  ],
  ConditionTurned: ({ watch }) => [(now) => onTurned(watch, now)],
  AssetSet: ({ assetId }) => [(now) => settleAsset(now, assetId)],
  DependencyFelt: ({ assetId }) => [(now) => settleAsset(now, assetId)],
  AssetChanged: ({ assetId }) => [(now) => spread(now, assetId)],
  EndingReached: ({ endingId }) => [(now) => endBecauseOf(endingId, now)],
  RealWorldRaised: (fact) => [
    (now) =>
      wasRunning(now)
        ? [{ type: 'ClockPaused', machine: fact.machine, cause: 'realWorld', reason: fact.reason }]
        : [],
  ],
  ExerciseEnded: () => [
    (now) => openExpectations(now).map((expectation) => waive(expectation, 'ended')),
  ],
};

/** The machine already shows the clock paused; the clock itself has still to be stopped. */
function wasRunning(state: ExerciseState): boolean {
  return state.lifecycle.clock === 'paused' && state.clock.pause === null;
}

function onPhaseChanged(fact: FactOf<'PhaseChanged'>, { playbook }: ExerciseState): Consequence[] {
  return [
    ...fact.left.map((phaseId) => (now: ExerciseState) => skipWhatWaited(phaseId, now)),
    ...fact.entered.flatMap((phaseId) =>
      effects(playbook.phases.get(phaseId)?.phase.onEnter, { tableId: null, injectId: null }),
    ),
    ...fact.entered.flatMap((phaseId) => [
      ...(playbook.injectsOfPhase.get(phaseId) ?? []).flatMap((injectId): Consequence[] => [
        (now) => bringBack(injectId, now),
        (now) => rearm(injectId, now),
      ]),
      ...(playbook.phases.get(phaseId)?.phase.exits ?? []).map(
        (_, exit) => (now: ExerciseState) => rearmExit({ phaseId, exit }, now),
      ),
      lookAgain(`phase ${phaseId}`),
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

/** In a phase that is entered again, what was skipped with it waits as before. */
function bringBack(injectId: InjectId, state: ExerciseState): FactBody[] {
  const { status, skipCause } = injectState(state, injectId);
  return status === 'skipped' && skipCause === 'phaseLeft'
    ? [{ type: 'InjectDisarmed', injectId }]
    : [];
}

/** Held over the end of its phase and then let go: it has missed its time. */
function skipIfPhaseLeft(injectId: InjectId, state: ExerciseState): FactBody[] {
  const phaseId = state.playbook.injects.get(injectId)?.phase;
  const hasLeft = phaseId !== undefined && state.phaseVisits.get(phaseId)?.leftPlayMs != null;
  return hasLeft && injectState(state, injectId).status === 'waiting'
    ? [{ type: 'InjectSkipped', injectId, cause: 'phaseLeft', reason: '' }]
    : [];
}

/** What waited for a controller fires by itself from now on, as soon as the clock runs. */
function rearmWhatWaits(state: ExerciseState): FactBody[] {
  const injects = [...state.playbook.injects.keys()].flatMap((injectId): FactBody[] => {
    const { status, dueAtMs } = injectState(state, injectId);
    if (status !== 'due') return [];
    return [{ type: 'InjectArmed', injectId, dueAtMs: dueAtMs ?? state.lastPlayMs }];
  });
  const exits = [...state.exits.values()]
    .filter(({ status }) => status === 'due')
    .map(({ phaseId, exit, dueAtMs }): FactBody => ({ type: 'ExitArmed', phaseId, exit, dueAtMs }));
  return [...injects, ...exits];
}

/** Arms and disarms whatever waits for a subject, as things are now. */
function lookAgain(subject: Subject): Consequence {
  return (state) => {
    const listeners = state.playbook.listeners.get(subject);
    if (listeners === undefined) return [];
    return [
      ...listeners.injects.flatMap((injectId) => rearm(injectId, state)),
      ...listeners.exits.flatMap((ref) => rearmExit(ref, state)),
    ];
  };
}

function rearm(injectId: InjectId, state: ExerciseState): FactBody[] {
  const inject = state.playbook.injects.get(injectId);
  const { status, isForced } = injectState(state, injectId);
  if (inject === undefined || isForced || (status !== 'waiting' && status !== 'armed')) return [];
  const dueAtMs = dueTime(inject.release, state, inject.phase, injectWatch(injectId));
  if (status === 'waiting') {
    return dueAtMs === null ? [] : [{ type: 'InjectArmed', injectId, dueAtMs }];
  }
  return dueAtMs === null ? [{ type: 'InjectDisarmed', injectId }] : [];
}

function rearmExit(ref: ExitRef, state: ExerciseState): FactBody[] {
  const exit = exitOf(state.playbook, ref);
  if (exit === null) return [];
  const status = state.exits.get(exitKey(ref))?.status;
  const dueAtMs = exitDueTime(exit.when, state, ref);
  if (status === undefined) return dueAtMs === null ? [] : [{ type: 'ExitArmed', ...ref, dueAtMs }];
  return status === 'armed' && dueAtMs === null ? [{ type: 'ExitDisarmed', ...ref }] : [];
}

function onTurned(key: string, state: ExerciseState): FactBody[] {
  const watch = state.playbook.watches.get(key);
  if (watch === undefined) return [];
  const { of } = watch;
  if (of.kind === 'inject') return rearm(of.injectId, state);
  if (of.kind === 'exit') return rearmExit(of.ref, state);
  return state.truths.get(key)?.isTrue && !state.endings.has(of.endingId)
    ? [{ type: 'EndingReached', endingId: of.endingId }]
    : [];
}

function endBecauseOf(
  endingId: FactOf<'EndingReached'>['endingId'],
  state: ExerciseState,
): FactBody[] {
  const machine = nextLifecycle(state.lifecycle, 'END');
  return state.playbook.endings.get(endingId)?.ends && machine !== null
    ? [{ type: 'ExerciseEnded', machine: { ...machine }, reason: '' }]
    : [];
}

function effects(list: readonly Effect[] | undefined, source: EffectSource): Consequence[] {
  return (list ?? []).map((effect) => (now) => effectFacts(effect, now, source));
}

function ruleOf(
  fact: Pick<FactOf<'ExpectationMet'>, 'injectId' | 'expectationId'>,
  { playbook }: ExerciseState,
) {
  const inject = playbook.injects.get(fact.injectId);
  return inject === undefined ? null : expectationOf(inject, fact.expectationId);
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
  fact: { injectId: InjectId; tableId: TableId },
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

function openExpectations(state: ExerciseState): ExpectationState[] {
  return [...state.openDeadlines.keys()]
    .sort()
    .map((key) => state.expectations.get(key))
    .filter((expectation) => expectation !== undefined);
}

/** What of an inject is open or was missed. */
function unmetOf(injectId: InjectId, state: ExerciseState): ExpectationState[] {
  const rules = state.playbook.injects.get(injectId)?.expectations ?? [];
  return injectState(state, injectId)
    .tableIds.flatMap((tableId) =>
      rules.map(({ id }) => state.expectations.get(expectationKey(injectId, tableId, id))),
    )
    .filter((expectation) => expectation !== undefined)
    .filter(({ status }) => status === 'open' || status === 'missed');
}

function waive(
  { injectId, tableId, expectationId }: ExpectationState,
  cause: 'recalled' | 'ended',
): FactBody {
  return { type: 'ExpectationWaived', injectId, tableId, expectationId, cause };
}
