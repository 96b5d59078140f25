import { expect, test } from 'vitest';
import { dependencyLines, neighboursOf } from './dependencies';

const asset = (id: string, status: string, ...dependsOn: string[]) => [
  id,
  { id, status, dependsOn },
];
const world = Object.fromEntries([
  asset('a', 'down'),
  asset('b', 'degraded', 'a'),
  asset('c', 'operational', 'a', 'b'),
  asset('d', 'operational', 'c', 'hidden'),
]) as never;

test('[MAP6] a line runs from what is needed to who needs it, and says whether a failure is felt along it', () => {
  const lines = dependencyLines(world).map(({ from, to, state }) => [from, to, state]);
  expect(lines).toEqual([
    ['b', 'c', 'calm'],
    ['c', 'd', 'calm'],
    ['a', 'c', 'threatened'],
    ['a', 'b', 'felt'],
  ]);
});

test('[MAP6] a selected system is shown with those it needs and those that need it', () => {
  const lines = dependencyLines(world);
  expect([...neighboursOf('c' as never, lines)].sort()).toEqual(['a', 'b', 'c', 'd']);
  expect([...neighboursOf('d' as never, lines)].sort()).toEqual(['c', 'd']);
});
