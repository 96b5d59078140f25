/** What follows at once from a fact: each consequence a fact of its own. */
import { initialTruths } from '../conditions/watch.js';
import { settleAsset, spread } from '../impact/impact.js';
import { nextLifecycle } from '../machines/lifecycle.js';
import { startObligation } from '../obligations/obligation-facts.js';
import { openPosition } from '../positions/agreement.js';
import type { InjectId, PhaseId, TableId } from '../protocol/ids.js';
import { type ExitRef, exitOf, injectWatch, type Subject } from '../scenario/playbook.js';
import { giveItems } from '../sharing/sharing-facts.js';
import { dueTime, exitDueTime } from '../triggers/trigger-rules.js';
import type { Consequence } from './consequence.js';
import { draw } from './draw.js';
import { effectsOf as effects } from './effects.js';
import { closeExchange, exchangeReactions } from './exchange-reactions.js';
import type { Fact, FactBody, FactOf, FactType } from './facts.js';
import { metAtRelease } from './meetings.js';
import { meet, onMet, onMissed, waiveOpen, waiveUnmet } from './settling.js';
import { delivery, type ExerciseState, injectIds, injectOf, injectState } from './state.js';
import { exitKey } from './state-parts.js';
import { enterFirstPhases } from './steps.js';
import { languagesLacking } from './written-texts.js';

type Reaction<Type extends FactType> = (fact: FactOf<Type>, state: ExerciseState) => Consequence[];

/** The direct consequences of `fact`, in the order in which they happen. */
export function reactions(fact: Fact, state: ExerciseState): Consequence[] {
  const reaction = table[fact.type] as Reaction<FactType> | undefined;
  return reaction?.(fact, state) ?? [];
}

/** Kinds left out have no consequences. */
const table: { [Type in FactType]?: Reaction<Type> } = {
  ...exchangeReactions,
  ExerciseStarted: () => [
    drawVariants,
    (now) => giveItems(null, now),
    (now) => [enterFirstPhases(now, now.lastPlayMs)],
    initialTruths,
    // What has failed before the story begins is felt from its beginning.
    (now) => [...now.playbook.dependents.keys()].flatMap((assetId) => spread(now, assetId)),
  ],
  PaceSet: ({ pace }) => (pace === 'auto' ? [rearmWhatWaits] : []),
  InjectUnheld: ({ injectId }) => [(now) => skipIfPhaseLeft(injectId, now)],
  PhaseChanged: (fact, state) => onPhaseChanged(fact, state),
  InjectEdited: ({ injectId }) => [(now) => holdUntilTranslated(injectId, now)],
  InjectImprovised: ({ injectId }) => [(now) => holdUntilTranslated(injectId, now)],
  TextTranslated: ({ of }) => [(now) => releaseTranslated(of, now)],
  InjectReleased: ({ injectId }, state) => [
    (now) => giveItems(injectId, now),
    ...(state.playbook.positionsWith.get(injectId) ?? []).map(
      (positionId) => (now: ExerciseState) => openPosition(now, positionId, now.lastPlayMs),
    ),
    (now) => metAtRelease(injectId, now),
    ...effects(injectOf(state, injectId)?.effects, { injectId, tableId: null }),
    lookAgain(`inject ${injectId}`),
  ],
  InjectRecalled: ({ injectId }) => [
    (now) => waiveUnmet(injectId, now),
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
      injectOf(state, fact.injectId)?.choices?.find(({ id }) => id === fact.choiceId)?.effects,
      fact,
    ),
    lookAgain(`inject ${fact.injectId}`),
  ],
  ExpectationMet: onMet,
  // Done outside the tool, as a controller says: the story goes on as if it had been done in it.
  ExpectationMarked: (fact, state) => [
    ...(state.lifecycle.stage === 'live' && (fact.as === 'met' || fact.as === 'late')
      ? onMet(fact, state)
      : []),
    lookAgain(`inject ${fact.injectId}`),
  ],
  ExpectationMissed: (fact, state) => [
    ...onMissed(fact, state),
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
  // What went by itself since the room was set so goes by itself again.
  Rewound: (_, state) => (state.pace === 'auto' ? [rearmWhatWaits] : []),
  ExerciseEnded: () => [waiveOpen, closeExchange],
};

/** The machine already shows the clock paused; the clock itself has still to be stopped. */
function wasRunning(state: ExerciseState): boolean {
  return state.lifecycle.clock === 'paused' && state.clock.pause === null;
}

/** At StartEx, so that a controller sees what is to come and may choose another form. */
function drawVariants(state: ExerciseState): FactBody[] {
  return state.playbook.scenario.injects.flatMap(({ id, variants }): FactBody[] => {
    const drawn = variants && draw(state.seed, `variant ${id}`, variants);
    return drawn === undefined
      ? []
      : [{ type: 'VariantDrawn', injectId: id, variantId: drawn.id, cause: 'seed' }];
  });
}

function holdUntilTranslated(injectId: InjectId, state: ExerciseState): FactBody[] {
  const { awaits, isHeld } = injectState(state, injectId);
  return awaits.length > 0 && !isHeld ? [{ type: 'InjectHeld', injectId }] : [];
}

/** Lets an inject go once every language that it was held for is there. */
function releaseTranslated(seq: number, state: ExerciseState): FactBody[] {
  return [...state.written.keys()].sort().flatMap((injectId): FactBody[] => {
    const { writtenBy, awaits, isHeld } = injectState(state, injectId);
    if (writtenBy !== seq || !isHeld || awaits.length === 0) return [];
    const isThere = languagesLacking(state, injectId, awaits).length === 0;
    return isThere ? [{ type: 'InjectUnheld', injectId }] : [];
  });
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
      const isInDeck = injectOf(state, injectId)?.release.kind === 'deck';
      return !isHeld && !isInDeck && (status === 'waiting' || status === 'armed');
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
  const phaseId = injectOf(state, injectId)?.phase;
  const hasLeft = phaseId !== undefined && state.phaseVisits.get(phaseId)?.leftPlayMs != null;
  const isInDeck = injectOf(state, injectId)?.release.kind === 'deck';
  return hasLeft && !isInDeck && injectState(state, injectId).status === 'waiting'
    ? [{ type: 'InjectSkipped', injectId, cause: 'phaseLeft', reason: '' }]
    : [];
}

/** What waited for a controller fires by itself from now on, as soon as the clock runs. */
function rearmWhatWaits(state: ExerciseState): FactBody[] {
  const injects = injectIds(state).flatMap((injectId): FactBody[] => {
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
  const inject = injectOf(state, injectId);
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
  if (of.kind === 'obligation') {
    return state.truths.get(key)?.isTrue ? startObligation(state, of.obligationId) : [];
  }
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

/** Whoever answers has seen it. */
function implyAcknowledged(
  fact: { injectId: InjectId; tableId: TableId },
  state: ExerciseState,
): FactBody[] {
  return delivery(state, fact.injectId, fact.tableId).acknowledged === null
    ? [{ type: 'InjectAcknowledged', injectId: fact.injectId, tableId: fact.tableId }]
    : [];
}
