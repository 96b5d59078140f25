/** Whether a condition holds, and how its parts stand. A new kind does not compile until it has a rule. */
import {
  type Delivery,
  delivery,
  type ExerciseState,
  injectState,
  isPhaseActive,
  momentKey,
  tablesActing,
} from '../exercise/state.js';
import type { InjectId } from '../protocol/ids.js';
import type { Condition, LeafCondition } from '../scenario/condition-schema.js';

type LeafKind = LeafCondition['kind'];
type LeafRule<Kind extends LeafKind> = (
  condition: Extract<LeafCondition, { kind: Kind }>,
  state: ExerciseState,
) => boolean;

const leafRules: { [Kind in LeafKind]: LeafRule<Kind> } = {
  milestone: ({ milestone }, state) => state.milestones.has(milestone),
  choice: ({ inject, choice, by }, state) =>
    tablesActing(state, inject, by).some(
      (tableId) => delivery(state, inject, tableId).choice?.choiceId === choice,
    ),
  inject: ({ inject, is }, state) => {
    const found = injectState(state, inject);
    const since = {
      released: found.releasedPlayMs,
      answered: found.answeredPlayMs,
      overdue: found.overduePlayMs,
    };
    return since[is] !== null;
  },
  asset: ({ asset, is }, state) => {
    const status = state.assets.get(asset)?.status;
    return status !== undefined && is.includes(status);
  },
  indicator: ({ indicator, ...bounds }, state) => {
    const value = state.indicators.get(indicator);
    return value !== undefined && isWithin(value, bounds);
  },
  score: ({ team, ...bounds }, state) => {
    const tableId = team === undefined ? undefined : state.casting.tableOf.get(team);
    if (team !== undefined && tableId === undefined) return false;
    let points = 0;
    state.scores.forEach((entry) => {
      if (tableId === undefined || entry.tableId === tableId) points += entry.points;
    });
    return isWithin(points, bounds);
  },
  count: ({ of, inject, ...bounds }, state) => isWithin(countOf(of, inject, state), bounds),
  phase: ({ phase }, state) => isPhaseActive(state, phase),
  elapsed: ({ minutes, since }, state) => {
    const hasBegun = since === 'startEx' ? state.phases !== null : state.phaseVisits.has(since);
    return hasBegun && !state.armedMoments.has(momentKey(since, Math.round(minutes * 60_000)));
  },
};

export function holds(condition: Condition, state: ExerciseState): boolean {
  if (condition.kind === 'all') return condition.of.every((part) => holds(part, state));
  if (condition.kind === 'any') return condition.of.some((part) => holds(part, state));
  if (condition.kind === 'not') return !holds(condition.of, state);
  const rule = leafRules[condition.kind] as LeafRule<LeafKind>;
  return rule(condition, state);
}

/** A condition with how each part of it stands, so that what waits can explain itself. */
export type Explanation =
  | { readonly holds: boolean; readonly kind: 'all' | 'any'; readonly of: readonly Explanation[] }
  | { readonly holds: boolean; readonly kind: 'not'; readonly of: Explanation }
  | { readonly holds: boolean; readonly kind: 'leaf'; readonly condition: LeafCondition };

export function explain(condition: Condition, state: ExerciseState): Explanation {
  const isHeld = holds(condition, state);
  if (condition.kind === 'not') {
    return { holds: isHeld, kind: 'not', of: explain(condition.of, state) };
  }
  if (condition.kind === 'all' || condition.kind === 'any') {
    const of = condition.of.map((part) => explain(part, state));
    return { holds: isHeld, kind: condition.kind, of };
  }
  return { holds: isHeld, kind: 'leaf', condition };
}

const did: Record<string, (delivery: Delivery) => unknown> = {
  acknowledged: ({ acknowledged }) => acknowledged,
  responses: ({ response }) => response,
  choices: ({ choice }) => choice,
};

function countOf(
  of: Extract<LeafCondition, { kind: 'count' }>['of'],
  inject: InjectId | undefined,
  state: ExerciseState,
): number {
  if (of === 'missed') {
    return state.expectations.count(
      ({ status, injectId }) =>
        (status === 'missed' || status === 'late') && (inject === undefined || injectId === inject),
    );
  }
  const isDone = did[of];
  const ids = inject === undefined ? [...state.playbook.injects.keys()] : [inject];
  return ids.reduce(
    (sum, id) =>
      sum +
      injectState(state, id).tableIds.filter((tableId) => isDone?.(delivery(state, id, tableId)))
        .length,
    0,
  );
}

function isWithin(
  value: number,
  { atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined },
): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}
