/** When each kind of trigger came true. A new kind does not compile until its rule stands here. */
import { delivery, type ExerciseState, injectState, isPhaseActive } from '../exercise/state.js';
import type { PhaseId } from '../protocol/ids.js';
import type { Trigger, TriggerKind, TriggerOf } from '../scenario/trigger-schema.js';

type TriggerRule<Kind extends TriggerKind> = (
  trigger: TriggerOf<Kind>,
  state: ExerciseState,
  phaseId: PhaseId,
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
    const since = {
      released: source.releasedPlayMs,
      answered: source.answeredPlayMs,
      overdue: source.overduePlayMs,
    }[trigger.event];
    return since === null ? null : since + toMs(trigger.delayMinutes);
  },
  whenChoice: (trigger, state) => {
    const tables =
      trigger.by === undefined
        ? injectState(state, trigger.inject).tableIds
        : [state.casting.tableOf.get(trigger.by)].filter((tableId) => tableId !== undefined);
    const since = tables
      .map((tableId) => delivery(state, trigger.inject, tableId).choice)
      .filter((choice) => choice?.choiceId === trigger.choice)
      .map((choice) => choice?.playMs ?? 0);
    return since.length === 0 ? null : Math.min(...since) + toMs(trigger.delayMinutes);
  },
  manual: () => null,
};

/** Due time in ms of play of a trigger that belongs to a phase; null while that phase is not active. */
export function dueTime(trigger: Trigger, state: ExerciseState, phaseId: PhaseId): number | null {
  if (!isPhaseActive(state, phaseId)) return null;
  const rule = triggerRules[trigger.kind] as TriggerRule<TriggerKind>;
  return rule(trigger, state, phaseId);
}

function toMs(minutes: number): number {
  return Math.round(minutes * 60_000);
}
