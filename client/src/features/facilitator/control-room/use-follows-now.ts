/** Keeps the now-line in sight while nobody reads the list: what is next stands right below it. */
import { useEffect, useRef } from 'react';
import type { TimelineModule } from '../logic/timeline';

/** Share of the list that may show the past. */
const pastShare = 0.3;

export function useFollowsNow(modules: readonly TimelineModule[], mayMove: boolean) {
  const list = useRef<HTMLDivElement>(null);
  const module = modules.find(({ nowAfter }) => nowAfter !== null);
  const place = module === undefined ? '' : `${module.phase.id} ${module.nowAfter}`;
  useEffect(() => {
    const line = list.current?.querySelector('[data-now]');
    if (!mayMove || place === '' || !list.current || !line) return;
    const box = list.current.getBoundingClientRect();
    const above = line.getBoundingClientRect().top - box.top;
    list.current.scrollTop += above - box.height * pastShare;
  }, [place, mayMove]);
  return list;
}
