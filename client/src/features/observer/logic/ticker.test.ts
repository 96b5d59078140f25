import type { Happening } from '@trilogue/engine/views/observer-view';
import { expect, test } from 'vitest';
import { tickerOf } from './ticker';

const happening = (kind: string, playMs: number) =>
  ({ kind, playMs, tableId: 'jp' }) as unknown as Happening;

test('[WALL1] the newest stands first, a module’s beginning below what it brought, the rest falls off', () => {
  const items = tickerOf(
    {
      'inject a': happening('inject', 0),
      'phase one': happening('phase', 0),
      'response a jp': happening('response', 5),
      'choice a jp': happening('choice', 5),
    },
    3,
  );
  expect(items.map(({ id }) => id)).toEqual(['response a jp', 'choice a jp', 'inject a']);
});
