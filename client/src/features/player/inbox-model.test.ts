import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { filterRows, inboxRows, openTasks } from './inbox-model';

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

/** Only the parts that the inbox reads. */
function viewOf(stage: string, parts: { injects: object; deliveries?: object; tasks?: object }) {
  return { exercise: { stage }, deliveries: {}, tasks: {}, ...parts } as unknown as PlayerView;
}

const view = viewOf('live', {
  injects: { a: inject('a', 0), b: inject('b', 60_000), c: inject('c', 120_000, true) },
  deliveries: { a: { openedBy: ['me'] }, b: { openedBy: ['mate'] } },
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
