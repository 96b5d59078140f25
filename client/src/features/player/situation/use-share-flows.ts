/** Help that goes between nations while somebody looks at the map: shares that came since. */
import { useEffect, useRef, useState } from 'react';
import type { MapFlow } from '../../../ui/world-map/world-map';
import { usePlayer } from '../use-player';
import { pairsOf } from './world-model';

const none: readonly MapFlow[] = [];

export function useShareFlows(): readonly MapFlow[] {
  const { view } = usePlayer();
  const [flows, setFlows] = useState(none);
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(Object.keys(view.shares));
    if (before === null) return;
    const startedAtMs = Date.now();
    const fresh = Object.values(view.shares)
      .filter(({ seq }) => !before.has(String(seq)))
      .flatMap((share) =>
        pairsOf(share, view).map(({ from, to }) => ({
          id: `${share.seq} ${from} ${to}`,
          from,
          to,
          startedAtMs,
        })),
      );
    if (fresh.length > 0) setFlows((now) => [...now, ...fresh].slice(-20));
  }, [view]);
  return flows;
}
