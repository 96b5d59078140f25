/** How wide labels came out, so that lines end where the words do. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Layout } from './layout';

const none: ReadonlyMap<string, number> = new Map();

/** In px, by system; empty until they are drawn. */
export function useLabelWidths(
  map: RefObject<HTMLElement | null>,
  layout: Layout | undefined,
): ReadonlyMap<string, number> {
  const [widths, setWidths] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout draws new labels
  useLayoutEffect(() => {
    const found = new Map<string, number>();
    for (const mark of map.current?.querySelectorAll<HTMLElement>('[data-asset]') ?? []) {
      const label = mark.querySelector('[data-label]');
      if (label === null || mark.dataset.asset === undefined) continue;
      const range = document.createRange();
      range.selectNodeContents(label);
      const { width } = range.getBoundingClientRect();
      // A cut label's words reach beyond what is seen of it.
      found.set(mark.dataset.asset, Math.round(Math.min(width, label.clientWidth) + gapOf(label)));
    }
    setWidths(found);
  }, [layout, map]);
  return widths;
}

/** Between a mark's edge and its label. */
function gapOf(label: Element): number {
  return Number.parseFloat(getComputedStyle(label).fontSize) * 0.8;
}
