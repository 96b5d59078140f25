/** What is on the map for a while only: changes of status just seen, and help on its way. */
import type { AssetId } from '@trilogue/engine/protocol/ids';
import type { AssetView } from '@trilogue/engine/views/world-parts';
import { useEffect, useRef, useState } from 'react';
import type { MapFlow } from './world-map';

const changeLastsMs = 8_000;
export const flowLastsMs = 9_000;

/** Systems whose status changed while somebody looked. */
export function useRecentChanges(
  assets: Readonly<Record<string, AssetView>>,
): ReadonlySet<AssetId> {
  const seen = useRef<Map<AssetId, AssetView['status']> | null>(null);
  const [recent, setRecent] = useState<ReadonlySet<AssetId>>(new Set());
  useEffect(() => {
    const before = seen.current;
    const all = Object.values(assets);
    seen.current = new Map(all.map(({ id, status }) => [id, status]));
    if (before === null) return;
    const changed = all.filter(({ id, status }) => (before.get(id) ?? status) !== status);
    if (changed.length === 0) return;
    const ids = changed.map(({ id }) => id);
    setRecent((known) => new Set([...known, ...ids]));
    window.setTimeout(
      () => setRecent((known) => new Set([...known].filter((id) => !ids.includes(id)))),
      changeLastsMs,
    );
  }, [assets]);
  return recent;
}

/** Those that have not faded yet. */
export function useLiveFlows(flows: readonly MapFlow[]): readonly MapFlow[] {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const ends = flows
      .map(({ startedAtMs }) => startedAtMs + flowLastsMs - Date.now())
      .filter((left) => left > 0);
    setNowMs(Date.now());
    if (ends.length === 0) return;
    const timers = ends.map((left) => window.setTimeout(() => setNowMs(Date.now()), left + 20));
    return () => timers.forEach(window.clearTimeout);
  }, [flows]);
  return flows.filter(({ startedAtMs }) => startedAtMs + flowLastsMs > nowMs);
}
