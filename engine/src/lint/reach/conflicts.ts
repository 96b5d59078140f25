/** Conditions that can't hold at the same time, whatever happens. */
import type { Condition, LeafCondition } from '../../scenario/condition-schema.js';
import type { Playbook } from '../../scenario/playbook.js';
import { areExclusive } from './phase-relations.js';

type All = Extract<Condition, { kind: 'all' }>;

/** A condition that must hold, or must not, for the whole to hold. */
interface Demand {
  readonly leaf: LeafCondition;
  readonly isHeld: boolean;
}

const known = new WeakMap<All, boolean>();

/** Whether two parts of a conjunction exclude each other. */
export function hasConflict(condition: All, playbook: Playbook): boolean {
  const found = known.get(condition) ?? conflictOf(condition, playbook) !== null;
  known.set(condition, found);
  return found;
}

/** The first two parts that exclude each other. */
export function conflictOf(
  condition: All,
  playbook: Playbook,
): readonly [LeafCondition, LeafCondition] | null {
  const demands = demandsOf(condition, true);
  for (const [index, one] of demands.entries()) {
    for (const other of demands.slice(index + 1)) {
      if (exclude(one, other, playbook)) return [one.leaf, other.leaf];
    }
  }
  return null;
}

function demandsOf(condition: Condition, isHeld: boolean): Demand[] {
  if (condition.kind === 'not') return demandsOf(condition.of, !isHeld);
  // Of "any" that must not hold, no part may hold; of one that must, nothing is known of its parts.
  if (condition.kind === 'all')
    return isHeld ? condition.of.flatMap((of) => demandsOf(of, true)) : [];
  if (condition.kind === 'any')
    return isHeld ? [] : condition.of.flatMap((of) => demandsOf(of, false));
  return [{ leaf: condition, isHeld }];
}

function exclude(one: Demand, other: Demand, playbook: Playbook): boolean {
  if (one.isHeld !== other.isHeld) {
    return JSON.stringify(one.leaf) === JSON.stringify(other.leaf);
  }
  return one.isHeld && cannotBoth(one.leaf, other.leaf, playbook);
}

function cannotBoth(a: LeafCondition, b: LeafCondition, playbook: Playbook): boolean {
  if (a.kind === 'phase' && b.kind === 'phase') return areExclusive(playbook, a.phase, b.phase);
  if (a.kind === 'asset' && b.kind === 'asset') {
    return a.asset === b.asset && !a.is.some((status) => b.is.includes(status));
  }
  if (a.kind === 'indicator' && b.kind === 'indicator') {
    return a.indicator === b.indicator && areApart(a, b);
  }
  if (a.kind === 'score' && b.kind === 'score') return a.team === b.team && areApart(a, b);
  if (a.kind === 'count' && b.kind === 'count') {
    return a.of === b.of && a.inject === b.inject && areApart(a, b);
  }
  if (a.kind === 'position' && b.kind === 'position') {
    if (a.position !== b.position) return false;
    return a.is !== b.is || (!!a.option && !!b.option && a.option !== b.option);
  }
  if (a.kind === 'choice' && b.kind === 'choice') {
    return a.inject === b.inject && a.choice !== b.choice && isOneTable(a, b, playbook);
  }
  return false;
}

type Bounded = { readonly atLeast?: number | undefined; readonly atMost?: number | undefined };

function areApart(a: Bounded, b: Bounded): boolean {
  const low = Math.max(a.atLeast ?? -Infinity, b.atLeast ?? -Infinity);
  return low > Math.min(a.atMost ?? Infinity, b.atMost ?? Infinity);
}

type ChoiceLeaf = Extract<LeafCondition, { kind: 'choice' }>;

/** Each table chooses once. */
function isOneTable(a: ChoiceLeaf, b: ChoiceLeaf, playbook: Playbook): boolean {
  const recipients = playbook.recipients.get(a.inject) ?? [];
  return recipients.length === 1 || (a.by !== undefined && a.by === b.by);
}
