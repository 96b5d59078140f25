/** The timeline by keyboard: along a lane, between lanes, moving a chip, zooming. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Layout, PlacedChip } from '../../logic/timeline-layout';

export interface ChipKeys {
  /** The chip that Tab comes to. */
  readonly current: string | null;
  readonly setCurrent: (key: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface ChipKeysWish {
  readonly layout: Layout;
  readonly show: (chip: PlacedChip, isDocked: boolean) => void;
  readonly nudge: (chip: PlacedChip, steps: number) => void;
  /** True where something waited to be settled. */
  readonly settle: (chip: PlacedChip) => boolean;
  readonly cancel: () => boolean;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly root: React.RefObject<HTMLElement | null>;
}

interface Stop {
  readonly lane: number;
  readonly isDocked: boolean;
  readonly placed: PlacedChip;
}

export function useChipKeys(wish: ChipKeysWish): ChipKeys {
  const { layout, root } = wish;
  const [wanted, setWanted] = useState<string | null>(null);
  const toFocus = useRef<string | null>(null);
  const stops: Stop[] = layout.lanes.flatMap(({ chips, docked }, lane) => [
    ...chips.map((placed) => ({ lane, isDocked: false, placed })),
    ...docked.map((placed) => ({ lane, isDocked: true, placed })),
  ]);
  const at = stops.findIndex(({ placed }) => placed.chip.key === wanted);
  const current = stops[Math.max(0, at)] ?? null;

  // Once the pan has brought it in, it can take the focus.
  useEffect(() => {
    if (toFocus.current === null) return;
    const selector = `[data-chip="${CSS.escape(toFocus.current)}"]`;
    const element = root.current?.querySelector<HTMLElement>(selector);
    if (!element) return;
    toFocus.current = null;
    element.focus({ preventScroll: true });
  });

  const go = (stop: Stop | undefined) => {
    if (stop === undefined) return;
    toFocus.current = stop.placed.chip.key;
    setWanted(stop.placed.chip.key);
    wish.show(stop.placed, stop.isDocked);
  };

  const moves: Record<string, (stop: Stop, index: number) => void> = {
    ArrowRight: (_, index) => go(stops[index + 1]),
    ArrowLeft: (_, index) => go(stops[index - 1]),
    ArrowDown: (stop) => go(nearest(stops, stop, 1)),
    ArrowUp: (stop) => go(nearest(stops, stop, -1)),
    Home: () => go(stops[0]),
    End: () => go(stops.at(-1)),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const run = (act: () => void) => {
      event.preventDefault();
      act();
    };
    if (event.key === '+' || event.key === '=') return run(() => wish.zoom(1.4));
    if (event.key === '-') return run(() => wish.zoom(1 / 1.4));
    if (event.key === '0') return run(wish.fit);
    const isChip = (event.target as HTMLElement).dataset.chip !== undefined;
    if (!isChip || current === null) return;
    if (event.key === 'Escape' && wish.cancel()) return run(() => undefined);
    if (event.key === 'Enter' && wish.settle(current.placed)) return run(() => undefined);
    const steps = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.shiftKey && steps !== 0) return run(() => wish.nudge(current.placed, steps));
    const move = moves[event.key];
    if (move !== undefined) run(() => move(current, Math.max(0, at)));
  };

  return { current: current?.placed.chip.key ?? null, setCurrent: setWanted, onKeyDown };
}

/** In the next lane that has any, what stands closest in time. */
function nearest(stops: readonly Stop[], from: Stop, direction: 1 | -1): Stop | undefined {
  const lanes = [...new Set(stops.map(({ lane }) => lane))];
  const lane = lanes[lanes.indexOf(from.lane) + direction];
  const there = stops.filter((stop) => stop.lane === lane);
  const distance = (stop: Stop) =>
    (stop.isDocked === from.isDocked ? 0 : 1e9) + Math.abs(stop.placed.x - from.placed.x);
  return there.sort((a, b) => distance(a) - distance(b))[0];
}
