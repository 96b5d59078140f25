/** Whether a condition holds, and how its parts stand. A new kind does not compile until it has a rule. */

import { obligationKey, optionOf } from '../exercise/exchange-state.js';
import {
  delivery,
  type ExerciseState,
  injectState,
  isPhaseActive,
  tablesActing,
} from '../exercise/state.js';
import { momentKey, type Tallies } from '../exercise/state-parts.js';
import { obligedTables } from '../obligations/obligation-facts.js';
import type { ItemId, TeamId } from '../protocol/ids.js';
import type { Condition, LeafCondition } from '../scenario/condition-schema.js';
import { teamsAddressed } from '../scenario/playbook.js';
import { everyone, type Recipient } from '../scenario/world-schema.js';

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
    return isWithin(state.scores.total(tableId).points, bounds);
  },
  count: ({ of, inject, ...bounds }, state) => {
    const tallies = inject === undefined ? state.tallies : injectState(state, inject).tallies;
    return isWithin(counts[of](state, tallies), bounds);
  },
  shared: ({ item, by, with: to }, state) => wasShared(state, item, by, to),
  position: ({ position, is, option }, state) => {
    const found = state.positions.get(position);
    return found?.status === is && (option === undefined || optionOf(found.agreedOn) === option);
  },
  obligation: ({ obligation, is }, state) =>
    obligedTables(state, obligation).some((tableId) => {
      const status = state.obligations.get(obligationKey(obligation, tableId))?.status;
      if (is === 'started') return status !== undefined;
      if (is === 'met') return status === 'met' || status === 'late';
      return status === 'missed' || status === 'late';
    }),
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

/** With a team, with any team of a party, or with every team that somebody plays. */
function wasShared(
  state: ExerciseState,
  itemId: ItemId,
  by: TeamId | undefined,
  to: Recipient | undefined,
): boolean {
  const { casting, playbook, told } = state;
  const teller = by === undefined ? undefined : casting.tableOf.get(by);
  if (by !== undefined && teller === undefined) return false;
  const heard = new Set(told.get(`${itemId} ${teller ?? '*'}`));
  if (to === undefined) return heard.size > 0;
  const meant = teamsAddressed(playbook.scenario, [to]);
  if (to !== everyone) return meant.some((teamId) => heard.has(teamId));
  const holders = teamsAddressed(playbook.scenario, playbook.items.get(itemId)?.holders ?? []);
  const holding = new Set(holders.map((teamId) => casting.tableOf.get(teamId)));
  return (
    heard.size > 0 &&
    meant.every((teamId) => {
      const at = casting.tableOf.get(teamId);
      // Whoever tells it, or holds it without having been told, need not hear of it.
      const isKnown = holding.has(at) || told.has(`${itemId} ${at}`);
      return at === undefined || heard.has(teamId) || isKnown;
    })
  );
}

type Counted = Extract<LeafCondition, { kind: 'count' }>['of'];
type CountRule = (state: ExerciseState, tallies: Tallies) => number;

const counts: { readonly [What in Counted]: CountRule } = {
  acknowledged: (_, { acknowledged }) => acknowledged,
  responses: (_, { responses }) => responses,
  choices: (_, { choices }) => choices,
  missed: (_, { missed }) => missed,
  shares: ({ shares }) => shares.size,
  breaches: ({ brokenMarkings }) => brokenMarkings.size,
  reports: ({ obligations }) => obligations.count(({ report }) => report !== null),
  agreements: ({ positions }) => positions.count(({ status }) => status === 'agreed'),
};

function isWithin(
  value: number,
  { atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined },
): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}
