import { expect, test } from 'vitest';
import { deviceAt } from './one-device';

const seat = (seatId: string, role: string, tableId: string | null) =>
  ({ seatId, role, tableId, name: seatId, isOnline: true }) as never;
const roster = [seat('ana', 'player', 'manila'), seat('eva', 'evaluator', null)];

test('[DEVICE3] with one device a table, whoever moves a second one there is told who is in', () => {
  expect(deviceAt(roster, 'manila' as never, true)).toMatchObject({ name: 'ana' });
  expect(deviceAt(roster, 'tokyo' as never, true)).toBeNull();
  expect(deviceAt(roster, 'manila' as never, false)).toBeNull();
});
