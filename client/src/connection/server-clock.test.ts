import { expect, test } from 'vitest';
import { createServerClock } from './server-clock';

test('[TIME1] the sample with the shortest round trip sets the clock', () => {
  let localMs = 1_000;
  const clock = createServerClock(() => localMs);
  clock.add(1_000, 1_400, 6_000);
  clock.add(2_000, 2_020, 7_010);
  clock.add(3_000, 3_900, 9_000);
  localMs = 4_000;
  expect(clock.nowMs()).toBe(9_000);
});

test('[TIME7] before the first sample it goes as it went before a reload', () => {
  const clock = createServerClock(() => 1_000, 70_000);
  expect(clock.nowMs()).toBe(71_000);
  clock.add(1_000, 1_000, 61_000);
  expect(clock.nowMs()).toBe(61_000);
});

test('[TIME2] after forgetting, a new sample counts however long it took', () => {
  const clock = createServerClock(() => 0);
  clock.add(0, 10, 1_005);
  clock.forget();
  clock.add(0, 400, 5_200);
  expect(clock.nowMs()).toBe(5_000);
});
