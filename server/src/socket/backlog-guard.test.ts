import { expect, test } from 'vitest';
import { type Backlog, judge, mostBytes, type Standstill } from './backlog-guard.js';

/** Looks once a second. @returns the second at which the line is cut off; null if it never is */
function cutOffAt(backlogs: (second: number) => Backlog, seconds = 120): number | null {
  let before: Standstill | undefined;
  for (let second = 0; second < seconds; second++) {
    const judged = judge(backlogs(second), before, second * 1_000);
    if (judged === 'cutOff') return second;
    before = judged;
  }
  return null;
}

test('[LIVE15] who stands still with much waiting is cut off soon, with little later, with too much at once', () => {
  expect(cutOffAt(() => ({ bytes: 2_000_000, progress: 'none' }))).toBe(5);
  expect(cutOffAt(() => ({ bytes: 40, progress: 'none' }))).toBe(30);
  expect(cutOffAt((second) => ({ bytes: mostBytes + 1, progress: `${second}` }))).toBe(0);
});

test('[LIVE15] a slow line that moves, and one for which nothing waits, are left alone', () => {
  const slow = (second: number) => ({
    bytes: 4_000_000 - second * 20_000,
    progress: `${Math.floor(second / 4)}`,
  });
  expect(cutOffAt(slow)).toBeNull();
  expect(cutOffAt(() => ({ bytes: 0, progress: 'none' }))).toBeNull();
  // What waits now and then is not what waited before.
  expect(
    cutOffAt((second) => ({ bytes: second % 20 === 0 ? 0 : 90, progress: 'none' })),
  ).toBeNull();
});
