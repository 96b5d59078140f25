/** The modules that everybody goes through, as players may know them beforehand. */
import type { PhaseId } from '../protocol/ids.js';
import type { Phase } from '../scenario/schema.js';
import type { Trigger } from '../scenario/trigger-schema.js';
import type { Edition } from './edition.js';

/** Outer phases that follow from the first by the clock or a controller's hand, in order. */
export function mainLineOf({ playbook }: Edition): Phase[] {
  const { phases } = playbook.scenario;
  const line: Phase[] = [];
  const open: (PhaseId | undefined)[] = [phases[0]?.id];
  while (open.length > 0) {
    const next = open.shift();
    const phase = phases.find(({ id }) => id === next);
    if (phase === undefined || line.includes(phase)) continue;
    line.push(phase);
    open.push(...phase.exits.filter(({ when }) => isForeseeable(when)).map(({ to }) => to));
  }
  return phases.filter((phase) => line.includes(phase));
}

/** Whether it comes whatever the players do. */
function isForeseeable(trigger: Trigger): boolean {
  if (trigger.kind === 'afterInject') return trigger.event !== 'overdue';
  return trigger.kind === 'at' || trigger.kind === 'onPhase' || trigger.kind === 'manual';
}

/** Minutes of play that each module takes as written; null where nothing says so. */
export function lengthsOf(
  { playbook, schedule }: Edition,
  line: readonly Phase[],
): (number | null)[] {
  const lengths = line.map(({ id }) => schedule.lengthOf(id));
  const open = lengths.filter((length) => length === null);
  const known = lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0);
  const rest = playbook.scenario.estimatedMinutes - known;
  // What is left of the usual length belongs to the one module that has no end of its own.
  return lengths.map((length) => length ?? (open.length === 1 && rest > 0 ? rest : null));
}
