import type { Happening } from '@trilogue/engine/views/observer-view';
import { expect, test } from 'vitest';
import { tickerOf } from './ticker';

const happening = (kind: string, playMs: number) =>
  ({ kind, playMs, tableId: 'jp' }) as unknown as Happening;

test('[WALL1] the newest stands first, a module’s beginning below what it brought, the rest falls off', () => {
  const items = tickerOf(
    {
      '8': happening('inject', 0),
      '7 one': happening('phase', 0),
      '12': happening('response', 5),
      '11': happening('choice', 5),
    },
    3,
  );
  expect(items.map(({ id }) => id)).toEqual(['12', '11', '8']);
});
