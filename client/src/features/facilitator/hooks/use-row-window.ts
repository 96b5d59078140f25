/** Which rows of a long list of equal rows are in sight, with some to spare on both sides. */
import { type UIEvent, useCallback, useEffect, useRef, useState } from 'react';

const spare = 8;
/** Rows scrolled before others are drawn. */
const stepRows = 4;

/** How much of what is seen lies above a row that is brought into sight. */
const aboveShare = 0.3;

export function useRowWindow(count: number, rowPx: number) {
  const box = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const [seen, setSeen] = useState(20);
  const onScroll = useCallback(
    ({ currentTarget }: UIEvent<HTMLElement>) => {
      const row = Math.floor(currentTarget.scrollTop / rowPx);
      setFirst(Math.floor(row / stepRows) * stepRows);
    },
    [rowPx],
  );
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSeen(Math.ceil(entry.contentRect.height / rowPx));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [rowPx]);
  const bring = useCallback(
    (row: number) => {
      const element = box.current;
      if (element === null) return;
      if (getComputedStyle(element).overflowY === 'visible') {
        // On a phone the page itself scrolls.
        const top = element.getBoundingClientRect().top + window.scrollY + row * rowPx;
        window.scrollTo({ top: top - window.innerHeight * aboveShare });
      } else element.scrollTop = row * rowPx - element.clientHeight * aboveShare;
    },
    [rowPx],
  );
  const isSeen = (row: number) => row >= first && row <= first + seen;
  const from = Math.max(0, Math.min(first, count - seen) - spare);
  return {
    box,
    onScroll,
    bring,
    isSeen,
    from,
    until: Math.min(count, first + seen + stepRows + spare),
  };
}
