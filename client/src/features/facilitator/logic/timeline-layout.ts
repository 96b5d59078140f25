/** Where things stand on the timeline, in pixels at one zoom. Panning changes none of it. */
import type { Lane, TimelineChip } from './timeline-lanes';

export const rowHeight = 30;
export const lanePadding = 6;
/** Narrowest and widest a minute of play may be drawn, in pixels. */
export const minPxPerMinute = 1;
export const maxPxPerMinute = 120;
/** Pixels between two chips in a row. */
const gap = 4;
export const dockChipWidth = 46;

export interface PlacedChip {
  readonly chip: TimelineChip;
  readonly x: number;
  readonly y: number;
}

export interface PlacedLane {
  readonly lane: Lane;
  readonly y: number;
  readonly height: number;
  /** By x. */
  readonly chips: readonly PlacedChip[];
  /** Left edges count from the dock. */
  readonly docked: readonly PlacedChip[];
}

export interface Layout {
  readonly lanes: readonly PlacedLane[];
  readonly height: number;
  readonly chipWidth: number;
}

/** Closer in there is room for titles; far out, for numbers only. */
export function chipWidthAt(pxPerMinute: number): number {
  if (pxPerMinute < 5) return dockChipWidth;
  return pxPerMinute < 14 ? 112 : 184;
}

export function toLayout(lanes: readonly Lane[], pxPerMinute: number, dockWidth: number): Layout {
  const chipWidth = chipWidthAt(pxPerMinute);
  const perRow = Math.max(1, Math.floor((dockWidth - gap) / (dockChipWidth + gap)));
  let y = 0;
  const placed = lanes.map((lane): PlacedLane => {
    const top = y + lanePadding;
    const rowEnds: number[] = [];
    const chips = lane.timed.map((chip) => {
      const x = toX(chip.atMs ?? 0, pxPerMinute);
      const free = rowEnds.findIndex((end) => end <= x);
      const row = free < 0 ? rowEnds.length : free;
      rowEnds[row] = x + chipWidth + gap;
      return { chip, x, y: top + row * rowHeight };
    });
    const docked = lane.untimed.map((chip, index) => ({
      chip,
      x: gap + (index % perRow) * (dockChipWidth + gap),
      y: top + Math.floor(index / perRow) * rowHeight,
    }));
    const dockRows = dockWidth === 0 ? 0 : Math.ceil(docked.length / perRow);
    const rows = Math.max(1, rowEnds.length, dockRows);
    const height = rows * rowHeight + 2 * lanePadding;
    y += height;
    return { lane, y: y - height, height, chips, docked };
  });
  return { lanes: placed, height: y, chipWidth };
}

export function toX(playMs: number, pxPerMinute: number): number {
  return (playMs / 60_000) * pxPerMinute;
}

export function toPlayMs(x: number, pxPerMinute: number): number {
  return (x / pxPerMinute) * 60_000;
}

export interface Window {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Chips that stand in a window: what lies outside is not drawn. */
export function chipsIn(layout: Layout, window: Window): PlacedChip[] {
  return layout.lanes.flatMap((lane) =>
    lane.y > window.bottom || lane.y + lane.height < window.top
      ? []
      : lane.chips.filter(
          ({ x, y }) =>
            x <= window.right &&
            x + layout.chipWidth >= window.left &&
            y <= window.bottom &&
            y + rowHeight >= window.top,
        ),
  );
}

const tickMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480];
const minTickPx = 84;

/** ms of play time at which the axis is marked, between two places. */
export function ticksBetween(left: number, right: number, pxPerMinute: number): number[] {
  const minutes = tickMinutes.find((step) => step * pxPerMinute >= minTickPx) ?? 960;
  const stepMs = minutes * 60_000;
  const first = Math.max(0, Math.floor(toPlayMs(left, pxPerMinute) / stepMs));
  const last = Math.ceil(toPlayMs(right, pxPerMinute) / stepMs);
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, index) => (first + index) * stepMs,
  );
}

/** What a drag lands on: the finer, the closer in one looks. In ms of play time. */
export function snapMs(pxPerMinute: number): number {
  if (pxPerMinute >= 40) return 15_000;
  return pxPerMinute >= 12 ? 30_000 : 60_000;
}

/** The zoom at which a stretch of play fits a width. */
export function zoomToFit(untilMs: number, width: number): number {
  return clampZoom(width / Math.max(1, untilMs / 60_000));
}

export function clampZoom(pxPerMinute: number): number {
  return Math.min(maxPxPerMinute, Math.max(minPxPerMinute, pxPerMinute));
}
