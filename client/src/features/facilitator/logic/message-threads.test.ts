import type { SeatId } from '@trilogue/engine/protocol/ids';
import { expect, test } from 'vitest';
import { stamp, view } from './fixture';
import { messageThreads } from './message-threads';

const message = (id: number, from: string, tableId: string | null, seatId = 'seat-1') => ({
  id,
  from,
  as: null,
  thread: tableId === null ? { kind: 'staff' } : { kind: 'table', tableId },
  text: String(id),
  ...stamp(id, { seatId }),
});

test('[FAC10] a table’s own messages are unread until its thread was read up to them', () => {
  const now = view({
    messages: {
      2: message(2, 'table', 'jp'),
      3: message(3, 'staff', 'jp'),
      4: message(4, 'table', 'jp'),
      5: message(5, 'staff', null, 'me'),
      6: message(6, 'staff', null, 'colleague'),
    },
  });
  const threads = messageThreads(now, { jp: 2 }, 'me' as SeatId);
  expect(threads.map(({ key, unread }) => [key, unread])).toEqual([
    ['jp', 1],
    ['ph', 0],
    ['#staff', 1],
  ]);
  expect(threads[0]?.messages.map(({ id }) => id)).toEqual([2, 3, 4]);
});
