import { expect, test } from 'vitest';
import { delivery, event, expectation, minutes, released, stamp, view } from './fixture';
import { hintOf, teamLoads } from './team-load';

const loadsOf = (changes: object) => {
  const loads = teamLoads(view(changes));
  return Object.fromEntries(loads.map((load) => [load.tableId, load]));
};

test('[FAC4] unread is what reached a table and nobody there opened; a recalled one is not', () => {
  const loads = loadsOf({
    events: {
      note: released(0),
      call: released(0, ['jp']),
      gone: event({ status: 'recalled', releasedPlayMs: 0, tableIds: ['jp'] }),
    },
    deliveries: delivery('note jp', { openedBy: ['seat-1'] }),
  });
  expect([loads.jp?.unread, loads.ph?.unread, loads.control?.unread]).toEqual([1, 1, 0]);
});

test('[FAC4] unread is as old as its oldest', () => {
  const loads = loadsOf({
    events: { call: released(minutes(7)), note: released(minutes(3)), read: released(0) },
    deliveries: delivery('read jp', { openedBy: ['seat-1'] }),
  });
  expect([loads.jp?.unreadSinceMs, loads.ph?.unreadSinceMs]).toEqual([minutes(3), 0]);
  expect(loads.control?.unreadSinceMs).toBeNull();
});

test('[FAC4] open and overdue tasks are counted, with the nearest deadline', () => {
  const loads = loadsOf({
    events: { note: released(minutes(1)) },
    expectations: {
      ...expectation('note jp a', { dueAtMs: minutes(9) }),
      ...expectation('note jp b', { dueAtMs: minutes(6) }),
      ...expectation('note jp c', { status: 'missed' }),
      ...expectation('note ph a', { status: 'late' }),
    },
  });
  expect(loads.jp).toMatchObject({ open: 2, overdue: 1, nearestDeadlineMs: minutes(6) });
  expect(loads.ph).toMatchObject({ open: 0, overdue: 0, nearestDeadlineMs: null });
});

test('[FAC4] three overdue or four open tasks: the table drowns', () => {
  const [base] = teamLoads(view());
  if (base === undefined) throw new Error('the fixture has tables');
  expect(hintOf({ ...base, overdue: 3 }, 0)).toBe('drowning');
  expect(hintOf({ ...base, open: 4 }, 0)).toBe('drowning');
  expect(hintOf({ ...base, overdue: 2, open: 3, busySinceMs: 0 }, 0)).toBe('steady');
});

test('[FAC4] eight minutes of silence with something open: the table idles; a new task starts anew', () => {
  const loads = loadsOf({
    events: { note: released(minutes(10)) },
    expectations: expectation('note jp a', { dueAtMs: minutes(30) }),
    deliveries: delivery('old jp', { acknowledged: stamp(minutes(2)) }),
  });
  const load = loads.jp;
  if (load === undefined) throw new Error('the fixture has this table');
  expect(load.lastActivityMs).toBe(minutes(2));
  expect(hintOf(load, minutes(17))).toBe('steady');
  expect(hintOf(load, minutes(18))).toBe('idle');
});

test('[FAC4] a message from the table is a sign of life, one from staff is not', () => {
  const message = (id: number, from: string) => ({
    id,
    from,
    as: null,
    thread: { kind: 'table', tableId: 'jp' },
    text: '',
    ...stamp(minutes(id)),
  });
  const loads = loadsOf({ messages: { 3: message(3, 'table'), 5: message(5, 'staff') } });
  expect(loads.jp?.lastActivityMs).toBe(minutes(3));
});
