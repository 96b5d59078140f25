/** Which rows of a long list of equal rows are in sight, with some to spare on both sides. */
import { type UIEvent, useCallback, useEffect, useRef, useState } from 'react';

const spare = 8;
/** Rows scrolled before others are drawn. */
const stepRows = 4;

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
  const from = Math.max(0, Math.min(first, count - seen) - spare);
  return { box, onScroll, from, until: Math.min(count, first + seen + stepRows + spare) };
}
