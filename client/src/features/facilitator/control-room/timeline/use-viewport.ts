/**
 * Where one looks on the timeline. It moves layers by transform once a frame; React hears of it only
 * when another part of the content has to be drawn.
 */
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Window } from '../../logic/timeline-layout';

export interface Viewport {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly stage: RefObject<HTMLDivElement | null>;
  readonly width: number;
  /** What is to be drawn: more than is seen, so that a pan has something to show. */
  readonly window: Window;
  readonly at: () => { readonly x: number; readonly y: number };
  readonly panBy: (dx: number, dy: number) => void;
  readonly panTo: (x: number, y: number) => void;
  /** As `panTo`, once the content has been drawn at another zoom. */
  readonly panAfterDrawing: (x: number) => void;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Left of StartEx there is a little room. */
const leadPx = 24;

/** @param drawn changes whenever the content is drawn anew at other places. */
export function useViewport(content: Size, drawn: unknown): Viewport {
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const place = useRef({ x: -leadPx, y: 0 });
  const frame = useRef(0);
  const [size, setSize] = useState<Size>({ width: 800, height: 400 });
  const [cell, setCell] = useState({ column: 0, row: 0 });
  const limits = useRef({ content, size });
  limits.current = { content, size };

  const apply = useCallback(() => {
    frame.current = 0;
    const { content: whole, size: seen } = limits.current;
    const x = clamp(place.current.x, -leadPx, Math.max(-leadPx, whole.width - seen.width / 2));
    const y = clamp(place.current.y, 0, Math.max(0, whole.height - seen.height));
    place.current = { x, y };
    for (const layer of root.current?.querySelectorAll<HTMLElement>('[data-pan]') ?? []) {
      const { pan } = layer.dataset;
      layer.style.transform = `translate3d(${pan === 'y' ? 0 : -x}px, ${pan === 'x' ? 0 : -y}px, 0)`;
    }
    const column = Math.floor(x / (seen.width / 2));
    const row = Math.floor(y / (seen.height / 2));
    setCell((old) => (old.column === column && old.row === row ? old : { column, row }));
  }, []);

  const panTo = useCallback(
    (x: number, y: number) => {
      place.current = { x, y };
      if (frame.current === 0) frame.current = requestAnimationFrame(apply);
    },
    [apply],
  );

  // Other content stands elsewhere: the layers move in the same frame in which it is painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn says when.
  useLayoutEffect(apply, [apply, drawn, size, content.width, content.height]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const { width, height } = size;
  return useMemo(
    () => ({
      root,
      stage,
      width,
      window: {
        left: (cell.column - 1) * (width / 2),
        right: (cell.column + 4) * (width / 2),
        top: (cell.row - 1) * (height / 2),
        bottom: (cell.row + 4) * (height / 2),
      },
      at: () => place.current,
      panBy: (dx, dy) => panTo(place.current.x + dx, place.current.y + dy),
      panTo,
      panAfterDrawing: (x) => {
        place.current = { ...place.current, x };
      },
    }),
    [cell, width, height, panTo],
  );
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
