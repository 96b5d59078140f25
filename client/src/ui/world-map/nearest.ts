/** Which mark an arrow key leads to: the nearest that lies that way. */
import type { AssetId } from '@trilogue/engine/protocol/ids';
import type { Point } from './layout';

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const ways: Readonly<Record<ArrowKey, Point>> = {
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
};

export function isArrowKey(key: string): key is ArrowKey {
  return key in ways;
}

/** Null where nothing lies that way. */
export function nearestTowards(
  marks: ReadonlyMap<AssetId, Point>,
  from: AssetId,
  key: ArrowKey,
): AssetId | null {
  const here = marks.get(from);
  if (here === undefined) return null;
  const way = ways[key];
  let best: { id: AssetId; cost: number } | null = null;
  for (const [id, { x, y }] of marks) {
    const along = (x - here.x) * way.x + (y - here.y) * way.y;
    const aside = Math.abs((x - here.x) * way.y) + Math.abs((y - here.y) * way.x);
    if (along <= 1) continue;
    const cost = along + aside * 2;
    if (best === null || cost < best.cost) best = { id, cost };
  }
  return best?.id ?? null;
}
