import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { expect, test } from 'vitest';
import { inject, view } from './fixture';
import { groupCode, startChecklist } from './start-checklist';

const person = (tableId: string, isOnline: boolean) =>
  ({ seatId: tableId, name: tableId, role: 'player', tableId, isOnline }) as RosterEntry;
const ticks = { linksHandedOut: true, soundTried: true };

const checked = (...seatIds: string[]) => ({
  commsCheck: { startedAtMs: 1, seatIds } as unknown as FacilitatorView['commsCheck'],
});

test('[FAC11] a table is ready when somebody is connected; control’s own table needs nobody', () => {
  const now = view(checked('jp', 'ph'));
  const roster = [person('jp', true), person('ph', false)];
  expect(startChecklist(now, roster, ticks)).toMatchObject({
    emptyTables: ['ph'],
    isReady: false,
  });
  expect(startChecklist(now, [person('jp', true), person('ph', true)], ticks).isReady).toBe(true);
});

test('[FAC11] whoever is connected and has not answered the communications check is named', () => {
  const roster = [person('jp', true), person('ph', true)];
  expect(startChecklist(view(), roster, ticks)).toMatchObject({ heard: null, isReady: false });
  expect(startChecklist(view(checked('jp')), roster, ticks)).toMatchObject({
    heard: { total: 2, silent: ['ph'] },
    isReady: false,
  });
  const away = [person('jp', true), person('ph', false)];
  expect(startChecklist(view(checked('jp')), away, ticks).heard).toEqual({ total: 1, silent: [] });
});

test('[FAC11] injects that reach no table are counted', () => {
  const now = view({ injects: { note: inject('note', 0, { to: [] }), call: inject('call', 1) } });
  expect(startChecklist(now, [], ticks).unreached).toBe(1);
});

test('[FAC11] a join code is read out in groups of five', () => {
  expect(groupCode('ABCDEFGHJK')).toBe('ABCDE-FGHJK');
  expect(groupCode('')).toBe('');
});
