import type { ObserverView } from '@trilogue/engine/views/observer-view';
import { describe, expect, test } from 'vitest';
import { newFlows } from './flows';
import { pagesOf } from './pages';
import { tallyOf } from './tally';

/** Only what the wall's logic reads. */
const happenings = (all: Record<string, object>) => all as unknown as ObserverView['happenings'];
const share = (from: string[], to: string[]) => ({ kind: 'share', from, to });

describe('[WALL2] what does not fit takes turns', () => {
  test.each<[string, number[], number, number[][]]>([
    ['everything fits', [10, 10, 10], 40, [[0, 1, 2]]],
    ['the gap between two counts', [10, 10], 24, [[0], [1]]],
    ['the next page begins with what did not fit', [20, 20, 20], 46, [[0, 1], [2]]],
    ['what is taller than the place stands alone', [10, 90, 10], 40, [[0], [1], [2]]],
    ['a rounded half pixel is no reason', [10.2, 10.2], 25, [[0, 1]]],
    ['nothing', [], 40, []],
  ])('[WALL2] %s', (_, heights, room, pages) => {
    expect(pagesOf(heights, 5, room)).toEqual(pages);
  });
});

test('[WALL3] a new share makes an arc for each pair of nations; one seen before makes none', () => {
  const before = happenings({ '1': share(['jp'], ['ph']) });
  const now = happenings({
    '1': share(['jp'], ['ph']),
    '2': { kind: 'phase' },
    '3': share(['us', 'jp'], ['ph', 'jp']),
  });
  expect(newFlows(before, now, 5).map(({ from, to }) => [from, to])).toEqual([
    ['us', 'ph'],
    ['us', 'jp'],
    ['jp', 'ph'],
  ]);
  expect(newFlows(now, now, 5)).toEqual([]);
  expect(newFlows(now, before, 5)).toEqual([]);
  expect(new Set(newFlows(before, now, 5).map(({ id }) => id)).size).toBe(3);
});

test('[WALL4] what was recalled counts for nothing, and what is settled is open no more', () => {
  const position = (what: string) => ({ kind: 'position', what });
  const tally = tallyOf(
    happenings({
      '1': { kind: 'inject', isRecalled: false },
      '2': { kind: 'inject', isRecalled: true },
      '3': { kind: 'response' },
      '4': { kind: 'choice' },
      '5': share(['jp'], ['ph']),
      '6': position('opened'),
      '7': position('opened'),
      '8': position('opened'),
      '9': position('agreed'),
      '10': position('failed'),
      '11': { kind: 'phase' },
    }),
  );
  expect(tally).toEqual({
    injects: 1,
    answers: 1,
    decisions: 1,
    shares: 1,
    positions: { open: 1, agreed: 1, failed: 1 },
  });
});
