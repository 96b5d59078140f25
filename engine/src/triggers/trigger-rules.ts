/** When each kind of trigger came true. A new kind does not compile until its rule stands here. */
import {
  delivery,
  type ExerciseState,
  injectState,
  isPhaseActive,
  tablesActing,
} from '../exercise/state.js';
import type { PhaseId } from '../protocol/ids.js';
import { type ExitRef, exitWatch, type WatchKey } from '../scenario/playbook.js';
import type { Trigger, TriggerKind, TriggerOf } from '../scenario/trigger-schema.js';

type TriggerRule<Kind extends TriggerKind> = (
  trigger: TriggerOf<Kind>,
  state: ExerciseState,
  phaseId: PhaseId,
  /** The watch that follows the trigger's condition, where it has one. */
  watch: WatchKey,
) => number | null;

/**
 * The play time in ms at which a trigger is due, its delay included; null while it is not known.
 * `at` and its like are known from the moment their phase is entered.
 */
const triggerRules: { [Kind in TriggerKind]: TriggerRule<Kind> } = {
  at: (trigger, state, phaseId) => {
    const from =
      trigger.from === 'startEx' ? 0 : (state.phaseVisits.get(phaseId)?.enteredPlayMs ?? null);
    return from === null ? null : from + toMs(trigger.minutes);
  },
  afterInject: (trigger, state) => {
    const source = injectState(state, trigger.inject);
    if (source.status === 'recalled') return null;
    const since = {
      released: source.releasedPlayMs,
      answered: source.answeredPlayMs,
      overdue: source.overduePlayMs,
    }[trigger.event];
    return since === null ? null : since + toMs(trigger.delayMinutes);
  },
  whenChoice: (trigger, state) => {
    if (injectState(state, trigger.inject).status === 'recalled') return null;
    const since = tablesActing(state, trigger.inject, trigger.by)
      .map((tableId) => delivery(state, trigger.inject, tableId).choice)
      .filter((choice) => choice?.choiceId === trigger.choice)
      .map((choice) => choice?.playMs ?? 0);
    return since.length === 0 ? null : Math.min(...since) + toMs(trigger.delayMinutes);
  },
  when: (trigger, state, phaseId, watch) => {
    const truth = state.truths.get(watch);
    const enteredPlayMs = state.phaseVisits.get(phaseId)?.enteredPlayMs;
    if (!truth?.isTrue || enteredPlayMs === undefined) return null;
    const becameTrue = truth.sincePlayMs !== null && truth.sincePlayMs >= enteredPlayMs;
    if (!becameTrue && trigger.mode === 'edge') return null;
    return Math.max(truth.sincePlayMs ?? 0, enteredPlayMs) + toMs(trigger.delayMinutes);
  },
  onPhase: (trigger, state, phaseId) => {
    const visit = state.phaseVisits.get(trigger.phase ?? phaseId);
    return visit === undefined ? null : visit.enteredPlayMs + toMs(trigger.delayMinutes);
  },
  without: (trigger, state) => {
    const source = injectState(state, trigger.inject);
    if (source.releasedPlayMs === null || source.status === 'recalled') return null;
    const isDone = tablesActing(state, trigger.inject, trigger.by).some((tableId) => {
      const { acknowledged, response, choice } = delivery(state, trigger.inject, tableId);
      return { acknowledge: acknowledged, respond: response, choose: choice }[trigger.action];
    });
    return isDone ? null : source.releasedPlayMs + toMs(trigger.minutes);
  },
  manual: () => null,
  deck: () => null,
};

/** Due time in ms of play of a trigger that belongs to a phase; null while that phase is not active. */
export function dueTime(
  trigger: Trigger,
  state: ExerciseState,
  phaseId: PhaseId,
  watch: WatchKey,
): number | null {
  if (!isPhaseActive(state, phaseId)) return null;
  const rule = triggerRules[trigger.kind] as TriggerRule<TriggerKind>;
  return rule(trigger, state, phaseId, watch);
}

/**
 * As `dueTime`, for a way out of a phase. Only what happens while the phase is under way opens it:
 * else two phases that wait for the same choice would hand over to each other without end.
 */
export function exitDueTime(trigger: Trigger, state: ExerciseState, ref: ExitRef): number | null {
  const dueAtMs = dueTime(trigger, state, ref.phaseId, exitWatch(ref));
  if (dueAtMs === null || (trigger.kind !== 'afterInject' && trigger.kind !== 'whenChoice')) {
    return dueAtMs;
  }
  const enteredPlayMs = state.phaseVisits.get(ref.phaseId)?.enteredPlayMs ?? 0;
  const sinceMs = dueAtMs - toMs(trigger.delayMinutes);
  return sinceMs > enteredPlayMs || enteredPlayMs === 0 ? dueAtMs : null;
}

function toMs(minutes: number): number {
  return Math.round(minutes * 60_000);
}
