/** Between which values gauges, scores and counts can stand. */
import type { LeafCondition } from '../../scenario/condition-schema.js';
import type { EffectOf } from '../../scenario/effect-schema.js';
import type { Playbook } from '../../scenario/playbook.js';
import type { EffectSite } from './effect-sites.js';
import type { Reach } from './reach.js';

export interface Range {
  readonly low: number;
  readonly high: number;
}

interface Bounds {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** Whether some value of the range lies within the bounds. */
export function meets({ low, high }: Range, { atLeast, atMost }: Bounds): boolean {
  const from = Math.max(low, atLeast ?? low);
  return from <= Math.min(high, atMost ?? high);
}

/** Whether some value of the range lies outside the bounds. */
export function leaves({ low, high }: Range, { atLeast, atMost }: Bounds): boolean {
  return (atLeast !== undefined && low < atLeast) || (atMost !== undefined && high > atMost);
}

/** Where a gauge can stand, given what can move it. */
export function indicatorRange(
  playbook: Playbook,
  indicatorId: string,
  moves: readonly EffectSite<EffectOf<'changeIndicator'>>[],
): Range {
  const gauge = playbook.indicators.get(indicatorId as never);
  if (gauge === undefined) return { low: 0, high: 0 };
  let [low, high, down, up] = [gauge.start, gauge.start, 0, 0];
  for (const { effect, times } of moves) {
    if (effect.to !== undefined) {
      low = Math.min(low, effect.to);
      high = Math.max(high, effect.to);
    }
    const by = effect.by ?? 0;
    if (by > 0) up += by * times;
    if (by < 0) down += by * times;
  }
  return { low: Math.max(gauge.minimum, low + down), high: Math.min(gauge.maximum, high + up) };
}

/** The most points that all tables can earn; penalties have no end, so there is no least. */
export function scoreRange(playbook: Playbook, sites: readonly EffectSite[]): Range {
  const { scenario, recipients } = playbook;
  let high = 0;
  for (const inject of scenario.injects) {
    const tables = recipients.get(inject.id)?.length ?? 0;
    for (const { points, teams } of inject.expectations) high += points * (teams?.length ?? tables);
    high += tables * Math.max(0, ...(inject.choices ?? []).map(({ points }) => points));
  }
  for (const { needs } of scenario.items) {
    for (const { points } of needs) high += points * scenario.teams.length;
  }
  for (const { points, options, voices } of scenario.positions) {
    const most = Math.max(0, ...(options ?? []).map((option) => option.points));
    high += (points + most) * voices.length;
  }
  for (const { points, teams } of scenario.obligations) high += points * teams.length;
  for (const { effect, times } of sites) {
    if (effect.kind === 'awardPoints' && effect.points > 0) high += effect.points * times;
  }
  return { low: Number.NEGATIVE_INFINITY, high };
}

type Count = Extract<LeafCondition, { kind: 'count' }>;

/** How high a count can go, each table having a single team. */
export function countRange({ of, inject }: Count, playbook: Playbook, reach: Reach): Range {
  const { scenario, recipients, injects } = playbook;
  const asked = inject === undefined ? scenario.injects : [injects.get(inject)];
  const coming = asked.filter((one) => one !== undefined && reach.inject(one.id) < Infinity);
  const tables = (id: string) => recipients.get(id as never)?.length ?? 0;
  const sum = (of: (one: NonNullable<(typeof coming)[number]>) => number) =>
    coming.reduce((total, one) => total + (one === undefined ? 0 : of(one)), 0);
  switch (of) {
    case 'acknowledged':
    case 'responses':
      return { low: 0, high: sum(({ id }) => tables(id)) };
    case 'choices':
      return { low: 0, high: sum(({ id, choices }) => (choices === undefined ? 0 : tables(id))) };
    case 'missed':
      return {
        low: 0,
        high: sum(({ id, expectations }) =>
          expectations.reduce((total, { teams }) => total + (teams?.length ?? tables(id)), 0),
        ),
      };
    case 'reports': {
      const running = scenario.obligations.filter(({ id }) => reach.obligation(id) < Infinity);
      return { low: 0, high: running.reduce((total, { teams }) => total + teams.length, 0) };
    }
    case 'agreements': {
      const opening = scenario.positions.filter(({ id }) => reach.position(id) < Infinity);
      return { low: 0, high: opening.length };
    }
    case 'shares':
    case 'breaches':
      return { low: 0, high: Number.POSITIVE_INFINITY };
  }
}
