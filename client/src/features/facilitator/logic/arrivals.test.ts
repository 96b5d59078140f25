import { expect, test } from 'vitest';
import { arrivalsByTable, barMs } from './arrivals';
import { minutes, released, stamp, view } from './fixture';

test('[FAC17] what reaches a table is counted by ten minutes, the last hour of it', () => {
  const found = arrivalsByTable(
    view({
      events: {
        old: released(minutes(5), ['jp']),
        first: released(minutes(21), ['jp', 'ph']),
        now: released(minutes(72), ['jp']),
      },
      messages: {
        1: { thread: { kind: 'table', tableId: 'jp' }, from: 'staff', ...stamp(minutes(29)) },
        2: { thread: { kind: 'table', tableId: 'jp' }, from: 'table', ...stamp(minutes(29)) },
        3: { thread: { kind: 'staff' }, from: 'staff', ...stamp(minutes(29)) },
      },
      shares: { 4: { toTableIds: ['ph'], ...stamp(minutes(70)) } },
      requests: {
        5: { kind: 'information', teams: ['jp-port', 'jp-police'], ...stamp(minutes(40)) },
        6: { kind: 'permission', teams: ['jp-port'], askedTableId: 'ph', ...stamp(minutes(40)) },
      },
    }),
    minutes(75),
  );
  expect(found.get('jp' as never)).toEqual([2, 0, 1, 0, 0, 1]);
  expect(found.get('ph' as never)).toEqual([1, 0, 1, 0, 0, 1]);
});

test('[FAC17] at the beginning there is nothing before', () => {
  const found = arrivalsByTable(view({ events: { first: released(0, ['jp']) } }), barMs - 1);
  expect(found.get('jp' as never)).toEqual([0, 0, 0, 0, 0, 1]);
});
