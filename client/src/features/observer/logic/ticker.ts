/** What has happened, newest first, for a wall that nobody scrolls. */
import type { Happening, ObserverView } from '@trilogue/engine/views/observer-view';

export type TickerItem = Happening & { readonly id: string };

const rank = { phase: 0, inject: 1, choice: 2, response: 3 } as const;

/** At most `limit` items. What happened at one moment stands in the order in which it followed. */
export function tickerOf(
  happenings: ObserverView['happenings'],
  limit: number,
): readonly TickerItem[] {
  return Object.entries(happenings)
    .map(([id, happening]): TickerItem => ({ ...happening, id }))
    .sort((a, b) => b.playMs - a.playMs || rank[b.kind] - rank[a.kind] || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}
