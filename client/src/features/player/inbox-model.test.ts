import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { channelsOf, filterRows, inboxRows, nextIn, openTasks, searchRows } from './inbox-model';

const inject = (id: string, playMs: number, isRecalled = false) => ({
  id,
  playMs,
  atMs: playMs,
  isRecalled,
});
const task = (injectId: string, kind: string, status: string, dueAtMs: number) => ({
  injectId,
  expectationId: kind,
  kind,
  status,
  dueAtMs,
});

const opened = (by: string) => ({
  openedBy: [by],
  acknowledged: null,
  response: null,
  choice: null,
});

/** Only the parts that the inbox reads. */
function viewOf(stage: string, parts: { injects: object; deliveries?: object; tasks?: object }) {
  return { exercise: { stage }, deliveries: {}, tasks: {}, ...parts } as unknown as PlayerView;
}

const view = viewOf('live', {
  injects: { a: inject('a', 0), b: inject('b', 60_000), c: inject('c', 120_000, true) },
  deliveries: { a: opened('me'), b: opened('mate') },
  tasks: {
    'a ack': task('a', 'acknowledge', 'met', 1),
    'a resp': task('a', 'respond', 'open', 900_000),
    'b ch': task('b', 'choose', 'open', 300_000),
    'c ack': task('c', 'acknowledge', 'open', 200_000),
  },
});

test('[INBOX1] the newest stands first; what this seat has not opened is new', () => {
  const rows = inboxRows(view, 'me');
  expect(rows.map(({ inject: { id } }) => id)).toEqual(['c', 'b', 'a']);
  expect(filterRows(rows, 'new').map(({ inject: { id } }) => id)).toEqual(['c', 'b']);
});

test('[INBOX2] due is what is open and not recalled, the nearest deadline first', () => {
  const due = filterRows(inboxRows(view, 'me'), 'due');
  expect(due.map(({ inject: { id }, dueAtMs }) => [id, dueAtMs])).toEqual([
    ['b', 300_000],
    ['a', 900_000],
  ]);
  expect(openTasks(view).map(({ injectId }) => injectId)).toEqual(['b', 'a']);
});

test('[INBOX3] after EndEx nothing is new any more, and nothing is due', () => {
  const ended = viewOf('ended', { injects: { a: inject('a', 0) } });
  expect(filterRows(inboxRows({ ...view, exercise: ended.exercise }, 'me'), 'due')).toEqual([]);
  expect(inboxRows(ended, 'me')[0]?.isUnread).toBe(false);
});

test('[INBOX4] a channel and words narrow the list, whatever their width and case', () => {
  const some = inboxRows(
    viewOf('live', {
      injects: {
        a: { ...inject('a', 0), channel: 'email', title: 'Gate ＴＥＲＭＩＮＡＬ down' },
        b: { ...inject('b', 1), channel: 'call', title: 'Terminal calls' },
      },
    }),
    'me',
  );
  const found = (channel: 'email' | null, words: string) =>
    searchRows(some, { channel, words }, ({ title }) => String(title)).map((row) => row.inject.id);
  expect(found(null, 'terminal')).toEqual(['b', 'a']);
  expect(found('email', 'terminal')).toEqual(['a']);
  expect(found(null, 'terminal down')).toEqual(['a']);
  expect(channelsOf(some)).toEqual(['call', 'email']);
});

test('[INBOX5] a row says how far the table went: answered, decided or acknowledged', () => {
  const stamp = { playMs: 0 };
  const nothing = { openedBy: [], acknowledged: null, response: null, choice: null };
  const rows = inboxRows(
    viewOf('live', {
      injects: { a: inject('a', 0), b: inject('b', 1), c: inject('c', 2), d: inject('d', 3) },
      deliveries: {
        a: { ...nothing, acknowledged: stamp, response: stamp },
        b: { ...nothing, choice: stamp },
        c: { ...nothing, acknowledged: stamp },
        d: nothing,
      },
    }),
    'me',
  );
  expect(rows.map(({ deed }) => deed)).toEqual([null, 'acknowledged', 'decided', 'answered']);
});

test('[INBOX6] the keys go from row to row as they are listed, and stop at the ends', () => {
  const rows = inboxRows(view, 'me');
  expect(nextIn(rows, null, 1)).toBe('c');
  expect(nextIn(rows, 'c', 1)).toBe('b');
  expect(nextIn(rows, 'a', 1)).toBe(null);
  expect(nextIn(rows, 'b', -1)).toBe('c');
});
