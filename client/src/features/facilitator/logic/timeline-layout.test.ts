import { expect, test } from 'vitest';
import { minutes } from './fixture';
import type { Lane } from './timeline-lanes';
import {
  chipsIn,
  chipWidthAt,
  clampZoom,
  maxPxPerMinute,
  minPxPerMinute,
  rowHeight,
  snapMs,
  ticksBetween,
  toLayout,
  toPlayMs,
  toX,
  zoomToFit,
} from './timeline-layout';

const chip = (id: string, atMinutes: number | null) => ({
  key: id,
  injectId: id as never,
  number: id,
  standing: 'waiting' as const,
  atMs: atMinutes === null ? null : minutes(atMinutes),
  isEstimate: false,
  isMovable: true,
});
const lane = (id: string, times: readonly number[], untimed = 0): Lane => ({
  id,
  timed: times.map((at, index) => chip(`${id}${index}`, at)),
  untimed: Array.from({ length: untimed }, (_, index) => chip(`${id}-u${index}`, null)),
});

test('[ROOM4] chips of a lane never cover each other, whatever the zoom', () => {
  const times = Array.from({ length: 60 }, (_, index) => (index * 7) % 31).sort((a, b) => a - b);
  for (const zoom of [1, 4, 12, 60]) {
    const { lanes, chipWidth } = toLayout([lane('a', times)], zoom, 200);
    const chips = lanes[0]?.chips ?? [];
    expect(chips).toHaveLength(60);
    for (const one of chips) {
      const covered = chips.filter(
        (other) => other !== one && other.y === one.y && Math.abs(other.x - one.x) < chipWidth,
      );
      expect(covered).toEqual([]);
    }
  }
});

test('[ROOM4] lanes stand below each other, as high as their rows and what waits beside them', () => {
  const layout = toLayout([lane('a', [1, 1, 1]), lane('b', [], 9)], 12, 212);
  const [first, second] = layout.lanes;
  expect(first?.height).toBeGreaterThanOrEqual(3 * rowHeight);
  expect(second?.y).toBe(first?.height);
  expect(second?.height).toBeGreaterThanOrEqual(3 * rowHeight);
  expect(layout.height).toBe((first?.height ?? 0) + (second?.height ?? 0));
  expect(new Set(second?.docked.map(({ x, y }) => `${x} ${y}`)).size).toBe(9);
});

test('[ROOM4] only chips within the window are drawn', () => {
  const layout = toLayout([lane('a', [0, 100, 200])], 10, 0);
  const seen = chipsIn(layout, { left: 900, right: 1_200, top: 0, bottom: 400 });
  expect(seen.map(({ chip: { key } }) => key)).toEqual(['a1']);
  expect(chipsIn(layout, { left: 0, right: 5_000, top: 900, bottom: 999 })).toEqual([]);
});

test('[ROOM4] places and times turn into each other, and the axis is never crowded', () => {
  expect(toPlayMs(toX(minutes(17), 12), 12)).toBe(minutes(17));
  for (const zoom of [minPxPerMinute, 3, 12, 50, maxPxPerMinute]) {
    const ticks = ticksBetween(0, 1_000, zoom);
    expect(ticks[0]).toBe(0);
    expect(ticks.length).toBeLessThanOrEqual(14);
    expect(ticks.length).toBeGreaterThan(1);
  }
});

test('[ROOM4] closer in there is more room for words and a drag is finer; zoom has its ends', () => {
  expect(chipWidthAt(2)).toBeLessThan(chipWidthAt(10));
  expect(chipWidthAt(10)).toBeLessThan(chipWidthAt(30));
  expect(snapMs(2)).toBeGreaterThan(snapMs(20));
  expect(snapMs(20)).toBeGreaterThan(snapMs(60));
  expect(clampZoom(0)).toBe(minPxPerMinute);
  expect(clampZoom(1e6)).toBe(maxPxPerMinute);
  expect(zoomToFit(minutes(100), 1_000)).toBe(10);
});
