/** How phases stand to each other. */
import type { Playbook } from '../../scenario/playbook.js';
import type { Phase, Scenario } from '../../scenario/schema.js';
import type { Trigger } from '../../scenario/trigger-schema.js';

/** A phase and the phases it is inside of, innermost first. */
export function lineOf(playbook: Playbook, phaseId: string): Phase[] {
  const line: Phase[] = [];
  for (let id: string | null = phaseId; id !== null; ) {
    const entry = playbook.phases.get(id as Phase['id']);
    if (entry === undefined) break;
    line.push(entry.phase);
    id = entry.parentId;
  }
  return line;
}

/** The outermost phase that holds a phase: a module of the exercise. */
export function moduleOf(playbook: Playbook, phaseId: string): string {
  return lineOf(playbook, phaseId).at(-1)?.id ?? phaseId;
}

/** Whether two phases can never be under way at once. */
export function areExclusive(playbook: Playbook, a: string, b: string): boolean {
  const above = lineOf(playbook, a).reverse();
  const beside = lineOf(playbook, b).reverse();
  const fork = above.findIndex((phase, depth) => phase.id !== beside[depth]?.id);
  // One of them is inside the other, or they are the same.
  if (fork === -1 || beside[fork] === undefined) return false;
  return above[fork - 1]?.mode !== 'parallel';
}

/** The phases that StartEx enters. */
export function firstPhases({ phases }: Scenario): string[] {
  const entered = (list: readonly Phase[]): string[] =>
    list.flatMap(({ id, mode, phases: inner = [] }) => [
      id,
      ...entered(mode === 'parallel' ? inner : inner.slice(0, 1)),
    ]);
  return entered(phases.slice(0, 1));
}

/** Whether ways out lead back to a phase, or to one around it. */
export function isReentrant(playbook: Playbook, phaseId: string): boolean {
  return lineOf(playbook, phaseId).some((phase) => leadsBack(playbook, phase));
}

/** The phases of the list that a phase stands in. */
export function siblingsOf(playbook: Playbook, phaseId: string): readonly Phase[] {
  const parentId = playbook.phases.get(phaseId as Phase['id'])?.parentId ?? null;
  return parentId === null
    ? playbook.scenario.phases
    : (playbook.phases.get(parentId)?.phase.phases ?? []);
}

/**
 * Minutes after its beginning at which a phase is over at the latest, as far as its own exits and
 * those of the phases around it say so by the clock; Infinity where none does.
 * @param entered the earliest minute of play at which a phase is entered
 */
export function longestStay(
  playbook: Playbook,
  phaseId: string,
  entered: (phaseId: string) => number,
): number {
  const stays = lineOf(playbook, phaseId).flatMap((phase) =>
    phase.exits.map(({ when }) => clockOf(when, phase.id, entered(phase.id))),
  );
  return Math.min(...stays, Number.POSITIVE_INFINITY);
}

/** Minutes after a phase's beginning at which the clock alone opens an exit of it. */
export function clockOf(trigger: Trigger, phaseId: string, entered: number): number {
  if (trigger.kind === 'at') {
    return trigger.from === 'phase' ? trigger.minutes : Math.max(0, trigger.minutes - entered);
  }
  const isOwn = trigger.kind === 'onPhase' && (trigger.phase ?? phaseId) === phaseId;
  return isOwn ? trigger.delayMinutes : Number.POSITIVE_INFINITY;
}

/**
 * The phases that can only be entered once a phase is over for good: each way to them leads through it,
 * and none leads back. Effects that open phases count as ways from anywhere.
 */
export function phasesAfter(playbook: Playbook, phaseId: string, jumps: ReadonlySet<string>) {
  const after = new Set<string>();
  for (const phase of lineOf(playbook, phaseId)) {
    const siblings = siblingsOf(playbook, phase.id);
    const parentId = playbook.phases.get(phase.id)?.parentId ?? null;
    const isSequence =
      parentId === null || playbook.phases.get(parentId)?.phase.mode !== 'parallel';
    if (!isSequence || leadsBack(playbook, phase)) continue;
    const hasJump = (sibling: Phase) =>
      [...jumps].some((id) => lineOf(playbook, id).some((one) => one.id === sibling.id));
    if (hasJump(phase)) continue;
    const before = new Set<string>([phase.id]);
    const open = siblings.filter((one, index) => index === 0 || hasJump(one)).map(({ id }) => id);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (before.has(id)) continue;
      before.add(id);
      open.push(...(siblings.find((one) => one.id === id)?.exits ?? []).map(({ to }) => to));
    }
    for (const sibling of siblings) if (!before.has(sibling.id)) addAll(sibling, after);
  }
  return after;
}

function addAll(phase: Phase, to: Set<string>): void {
  to.add(phase.id);
  for (const inner of phase.phases ?? []) addAll(inner, to);
}

function leadsBack(playbook: Playbook, from: Phase): boolean {
  const siblings = new Map(siblingsOf(playbook, from.id).map((phase) => [phase.id, phase]));
  const seen = new Set<string>();
  const open = from.exits.map(({ to }) => to);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === from.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(siblings.get(id)?.exits ?? []).map(({ to }) => to));
  }
  return false;
}
