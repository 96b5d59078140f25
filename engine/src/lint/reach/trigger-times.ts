/** From when on a trigger can come true. A new kind does not compile until its rule stands here. */
import type { Trigger, TriggerKind, TriggerOf } from '../../scenario/trigger-schema.js';
import type { Reach } from './reach.js';

const never = Number.POSITIVE_INFINITY;

/** Earliest minute of play, its delay included; Infinity for never. */
export type TriggerTime<Kind extends TriggerKind> = (
  trigger: TriggerOf<Kind>,
  phaseId: string,
  reach: Reach,
) => number;

export const triggerTimes: { readonly [Kind in TriggerKind]: TriggerTime<Kind> } = {
  at: ({ minutes, from }, phaseId, reach) => {
    const entered = reach.phase(phaseId);
    return from === 'phase' ? entered + minutes : Math.max(entered, minutes);
  },
  afterInject: (trigger, phaseId, reach) =>
    Math.max(reach.phase(phaseId), eventTime(trigger, reach) + trigger.delayMinutes),
  whenChoice: ({ inject, delayMinutes }, phaseId, reach) =>
    Math.max(reach.phase(phaseId), reach.inject(inject) + delayMinutes),
  when: ({ condition, mode, delayMinutes }, phaseId, reach) => {
    const { holds, fails } = reach.window(condition);
    // What holds from the start and never ceases does not become true.
    if (mode === 'edge' && fails === never) return never;
    return Math.max(reach.phase(phaseId), holds) + delayMinutes;
  },
  onPhase: ({ phase, delayMinutes }, phaseId, reach) =>
    Math.max(reach.phase(phaseId), reach.phase(phase ?? phaseId) + delayMinutes),
  without: ({ inject, minutes }, phaseId, reach) =>
    Math.max(reach.phase(phaseId), reach.inject(inject) + minutes),
  manual: (_, phaseId, reach) => reach.phase(phaseId),
  deck: () => 0,
};

/** When the event of another inject that a trigger waits for can first happen. */
function eventTime({ inject, event }: TriggerOf<'afterInject'>, reach: Reach): number {
  const released = reach.inject(inject);
  if (event !== 'overdue') return released;
  const expectations = reach.playbook.injects.get(inject)?.expectations ?? [];
  return released + Math.min(never, ...expectations.map(({ withinMinutes }) => withinMinutes));
}

/** Minutes that pass at least between the beginning of an inject's phase and its release. */
export function sinceEntry(
  trigger: Trigger,
  phaseId: string,
  sourceOffset: (injectId: string) => number | null,
  overdueAfter: (injectId: string) => number,
): number {
  switch (trigger.kind) {
    case 'at':
      return trigger.from === 'phase' ? trigger.minutes : 0;
    case 'onPhase':
      return (trigger.phase ?? phaseId) === phaseId ? trigger.delayMinutes : 0;
    case 'when':
      return trigger.delayMinutes;
    case 'afterInject': {
      const source = sourceOffset(trigger.inject);
      const wait = trigger.event === 'overdue' ? overdueAfter(trigger.inject) : 0;
      return source === null ? 0 : source + wait + trigger.delayMinutes;
    }
    case 'whenChoice': {
      const source = sourceOffset(trigger.inject);
      return source === null ? 0 : source + trigger.delayMinutes;
    }
    case 'without': {
      const source = sourceOffset(trigger.inject);
      return source === null ? 0 : source + trigger.minutes;
    }
    case 'manual':
    case 'deck':
      return 0;
  }
}
