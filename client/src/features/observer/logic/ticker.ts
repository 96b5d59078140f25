/** What has happened, newest first, for a wall that nobody scrolls. */
import type { Happening, ObserverView } from '@trilogue/engine/views/observer-view';

export type TickerItem = Happening & { readonly id: string };

/** At most `limit` items. Of one moment, what followed stands above what it followed from. */
export function tickerOf(
  happenings: ObserverView['happenings'],
  limit: number,
): readonly TickerItem[] {
  return Object.entries(happenings)
    .map(([id, happening]): TickerItem => ({ ...happening, id }))
    .sort((a, b) => b.playMs - a.playMs || seqOf(b) - seqOf(a))
    .slice(0, limit);
}

/** An id begins with the place in the log of what it tells. */
function seqOf({ id }: TickerItem): number {
  return Number.parseInt(id, 10);
}
