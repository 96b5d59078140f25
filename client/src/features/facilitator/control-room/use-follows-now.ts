/** Keeps the now-line in sight while nobody reads the list: what is next stands right below it. */
import { useEffect, useRef } from 'react';
import type { TimelineModule } from '../logic/timeline';

/** Share of the list that may show the past. */
const pastShare = 0.3;
/** Within which nobody has begun to scroll. */
const settleMs = 150;

export function useFollowsNow(modules: readonly TimelineModule[], mayMove: boolean) {
  const list = useRef<HTMLDivElement>(null);
  const isBrought = useRef(false);
  const module = modules.find(({ nowAfter }) => nowAfter !== null);
  const place = module === undefined ? '' : `${module.phase.id} ${module.nowAfter}`;
  useEffect(() => {
    const line = list.current?.querySelector('[data-now]');
    if (!mayMove || place === '' || !list.current || !line) return;
    if (getComputedStyle(list.current).overflowY === 'visible') {
      // On a phone the page itself scrolls: it is brought there once, and then left to whoever reads.
      // Where the head would go out of sight with it, it stays where it is.
      if (isBrought.current || !window.matchMedia('(min-height: 40em)').matches) return;
      isBrought.current = true;
      const bring = () => line.scrollIntoView({ block: 'center' });
      bring();
      // Rows are drawn in full, and grow, only once they have come near.
      setTimeout(bring, settleMs);
      return;
    }
    const box = list.current.getBoundingClientRect();
    const above = line.getBoundingClientRect().top - box.top;
    list.current.scrollTop += above - box.height * pastShare;
  }, [place, mayMove]);
  return list;
}
