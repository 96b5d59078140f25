/** When a condition can first hold, and first not hold. A new kind does not compile until its rule stands here. */
import type { Condition, LeafCondition } from '../../scenario/condition-schema.js';
import { teamsAddressed } from '../../scenario/playbook.js';
import { assetStatuses } from '../../scenario/world-schema.js';
import { hasConflict } from './conflicts.js';
import { leaves, meets, type Range } from './ranges.js';
import type { Reach } from './reach.js';

const never = Number.POSITIVE_INFINITY;

/** Earliest minutes of play; Infinity for never. Both are bounds: it can't be sooner. */
export interface Window {
  readonly holds: number;
  readonly fails: number;
}

type LeafKind = LeafCondition['kind'];
type LeafOf<Kind extends LeafKind> = Extract<LeafCondition, { kind: Kind }>;

const leafWindows: {
  readonly [Kind in LeafKind]: (leaf: LeafOf<Kind>, reach: Reach) => Window;
} = {
  milestone: ({ milestone }, reach) => ({ holds: reach.milestone(milestone), fails: 0 }),
  choice: ({ inject, by }, reach) => {
    const receives = by === undefined || reach.playbook.recipients.get(inject)?.includes(by);
    return { holds: receives ? reach.inject(inject) : never, fails: 0 };
  },
  inject: ({ inject, is }, reach) => {
    const expectations = reach.playbook.injects.get(inject)?.expectations ?? [];
    const after =
      is === 'overdue'
        ? Math.min(never, ...expectations.map(({ withinMinutes }) => withinMinutes))
        : 0;
    return { holds: reach.inject(inject) + after, fails: 0 };
  },
  asset: ({ asset, is }, reach) => {
    const earliest = (statuses: readonly (typeof assetStatuses)[number][]) =>
      Math.min(never, ...statuses.map((status) => reach.status(asset, status)));
    return {
      holds: earliest(is),
      fails: earliest(assetStatuses.filter((status) => !is.includes(status))),
    };
  },
  indicator: (leaf, reach) => {
    const start = reach.playbook.indicators.get(leaf.indicator)?.start ?? 0;
    return within(leaf, start, reach.indicator(leaf.indicator), reach.firstMove(leaf.indicator));
  },
  score: (leaf, reach) => within(leaf, 0, reach.score(), 0),
  count: (leaf, reach) => {
    const since = leaf.inject === undefined ? 0 : reach.inject(leaf.inject);
    return within(leaf, 0, reach.count(leaf), since);
  },
  shared: (leaf, reach) => ({
    holds: canBeShared(leaf, reach) ? reach.item(leaf.item) : never,
    fails: 0,
  }),
  position: ({ position, is }, reach) => {
    const deadline = reach.playbook.positions.get(position)?.withinMinutes ?? 0;
    return { holds: reach.position(position) + (is === 'failed' ? deadline : 0), fails: 0 };
  },
  obligation: ({ obligation }, reach) => ({ holds: reach.obligation(obligation), fails: 0 }),
  phase: ({ phase }, reach) => ({ holds: reach.phase(phase), fails: reach.withoutPhase(phase) }),
  // Even the very first minute turns true after StartEx.
  elapsed: ({ minutes, since }, reach) => ({
    holds: (since === 'startEx' ? 0 : reach.phase(since)) + minutes,
    fails: 0,
  }),
};

export function windowOf(condition: Condition, reach: Reach): Window {
  if (condition.kind === 'not') {
    const { holds, fails } = windowOf(condition.of, reach);
    return { holds: fails, fails: holds };
  }
  if (condition.kind === 'all' || condition.kind === 'any') {
    const parts = condition.of.map((part) => windowOf(part, reach));
    const holds = parts.map((part) => part.holds);
    const fails = parts.map((part) => part.fails);
    return condition.kind === 'any'
      ? { holds: Math.min(...holds), fails: Math.max(...fails) }
      : {
          holds: hasConflict(condition, reach.playbook) ? never : Math.max(...holds),
          fails: Math.min(...fails),
        };
  }
  const rule = leafWindows[condition.kind] as (leaf: LeafCondition, reach: Reach) => Window;
  return rule(condition, reach);
}

/** Something that stands at `start`, and can be moved within a range from minute `since` on. */
function within(
  bounds: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined },
  start: number,
  range: Range,
  since: number,
): Window {
  const holdsNow = meets({ low: start, high: start }, bounds);
  return {
    holds: holdsNow ? 0 : meets(range, bounds) ? since : never,
    fails: !holdsNow ? 0 : leaves(range, bounds) ? since : never,
  };
}

/** Telling takes two: who is told must not be the only one who could tell. */
function canBeShared({ by, with: to }: LeafOf<'shared'>, { playbook }: Reach): boolean {
  const told =
    to === undefined ? [...playbook.teams.keys()] : teamsAddressed(playbook.scenario, [to]);
  return told.some((teamId) => (by === undefined ? playbook.teams.size > 1 : teamId !== by));
}
