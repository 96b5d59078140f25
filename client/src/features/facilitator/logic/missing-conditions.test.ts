import { expect, test } from 'vitest';
import { type Explanation, missingOf } from './missing-conditions';

const leaf = (milestone: string, holds: boolean) =>
  ({ kind: 'leaf', holds, condition: { kind: 'milestone', milestone } }) as unknown as Explanation;
const wants = (milestone: string, isWanted = true) => ({
  kind: 'leaf',
  condition: { kind: 'milestone', milestone },
  isWanted,
});

test('[FAC15] a condition that holds misses nothing', () => {
  expect(missingOf(leaf('a', true))).toBeNull();
});

test('[FAC15] of all, only what does not hold is missing', () => {
  const all: Explanation = {
    kind: 'all',
    holds: false,
    of: [leaf('a', true), leaf('b', false), leaf('c', false)],
  };
  expect(missingOf(all)).toEqual({ kind: 'all', of: [wants('b'), wants('c')] });
  expect(missingOf({ ...all, of: [leaf('a', true), leaf('b', false)] })).toEqual(wants('b'));
});

test('[FAC15] of any, each part would do', () => {
  const any: Explanation = { kind: 'any', holds: false, of: [leaf('a', false), leaf('b', false)] };
  expect(missingOf(any)).toEqual({ kind: 'any', of: [wants('a'), wants('b')] });
});

test('[FAC15] "not any" asks that all cease, and negates leaves only', () => {
  const not: Explanation = {
    kind: 'not',
    holds: false,
    of: { kind: 'any', holds: true, of: [leaf('a', true), leaf('b', true), leaf('c', false)] },
  };
  expect(missingOf(not)).toEqual({ kind: 'all', of: [wants('a', false), wants('b', false)] });
});
