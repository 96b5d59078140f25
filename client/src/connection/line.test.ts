import { expect, test } from 'vitest';
import { ApiProblem } from './api';
import { isWithoutLine, untilAnswered } from './line';

test('[LINE1] no answer, or a proxy’s for a server that is away, is a lost line; a refusal is none', () => {
  expect(isWithoutLine(new ApiProblem(0, 'server/unavailable'))).toBe(true);
  expect(isWithoutLine(new ApiProblem(502, 'server/unavailable'))).toBe(true);
  // What a proxy says of its own, and what our server says.
  expect(isWithoutLine(new ApiProblem(403, 'server/unavailable'))).toBe(false);
  expect(isWithoutLine(new ApiProblem(503, 'server/overloaded'))).toBe(false);
  expect(isWithoutLine(new ApiProblem(401, 'staff/no-session'))).toBe(false);
  expect(isWithoutLine(new TypeError('Failed to fetch'))).toBe(false);
});

test('[LINE2] without a line it is asked again for good, five seconds apart at most', () => {
  const lost = new ApiProblem(0, 'server/unavailable');
  expect([0, 3, 500].map((count) => untilAnswered.retry(count, lost))).toEqual([true, true, true]);
  expect(untilAnswered.retry(0, new ApiProblem(404, 'exercise/unknown'))).toBe(false);
  const stumbled = new ApiProblem(500, 'server/fault');
  expect([0, 1, 2].map((count) => untilAnswered.retry(count, stumbled))).toEqual([
    true,
    true,
    false,
  ]);
  expect([0, 1, 2, 3, 4, 2_000].map(untilAnswered.retryDelay)).toEqual([
    500, 1_000, 2_000, 4_000, 5_000, 5_000,
  ]);
});
