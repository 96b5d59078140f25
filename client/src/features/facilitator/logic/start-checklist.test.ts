import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import { expect, test } from 'vitest';
import { inject, view } from './fixture';
import { groupCode, startChecklist } from './start-checklist';

const person = (tableId: string, isOnline: boolean) =>
  ({ seatId: tableId, name: tableId, role: 'player', tableId, isOnline }) as RosterEntry;
const ticks = { linksHandedOut: true, commsChecked: true };

test('[FAC11] a table is ready when somebody is connected; control’s own table needs nobody', () => {
  const roster = [person('jp', true), person('ph', false)];
  expect(startChecklist(view(), roster, ticks)).toMatchObject({
    emptyTables: ['ph'],
    isReady: false,
  });
  expect(startChecklist(view(), [person('jp', true), person('ph', true)], ticks).isReady).toBe(
    true,
  );
});

test('[FAC11] injects that reach no table are counted', () => {
  const now = view({ injects: { note: inject('note', 0, { to: [] }), call: inject('call', 1) } });
  expect(startChecklist(now, [], ticks).unreached).toBe(1);
});

test('[FAC11] a join code is read out in groups of five', () => {
  expect(groupCode('ABCDEFGHJK')).toBe('ABCDE-FGHJK');
  expect(groupCode('')).toBe('');
});
