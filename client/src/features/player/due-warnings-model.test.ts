import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { dueWarnings } from './due-warnings-model';

const minute = 60_000;
const view = {
  exercise: { stage: 'live' },
  scenarioClock: { startsAtMs: 1_000_000, fromPlayMs: 0, rate: 60 },
  injects: { a: { title: 'Gates', isRecalled: false }, b: { title: 'Link', isRecalled: true } },
  tasks: {
    near: {
      injectId: 'a',
      expectationId: 'r',
      kind: 'respond',
      status: 'open',
      dueAtMs: 10 * minute,
    },
    done: {
      injectId: 'a',
      expectationId: 'k',
      kind: 'choose',
      status: 'met',
      dueAtMs: 10 * minute,
    },
    gone: { injectId: 'b', expectationId: 'r', kind: 'respond', status: 'open', dueAtMs: minute },
  },
  obligations: {
    o: {
      id: 'o',
      title: 'Report',
      status: 'open',
      report: null,
      dueScenarioMs: 1_000_000 + 9 * minute * 60,
    },
  },
} as unknown as PlayerView;

const at = (playMs: number) =>
  dueWarnings(view, playMs).map(({ title, urgency }) => [title, urgency]);

test('[WARN1] a deadline is told when it is near and when it has gone by; one of the story’s time, too', () => {
  expect(at(5 * minute)).toEqual([]);
  expect(at(6 * minute)).toEqual([['Report', 'near']]);
  expect(at(7 * minute)).toEqual([
    ['Gates', 'near'],
    ['Report', 'near'],
  ]);
  expect(at(10 * minute)).toEqual([
    ['Gates', 'overdue'],
    ['Report', 'overdue'],
  ]);
});

test('[WARN2] each warning has a key of its own, and an extended deadline warns anew', () => {
  const [first] = dueWarnings(view, 7 * minute);
  const [again] = dueWarnings(view, 7 * minute + 1);
  const [over] = dueWarnings(view, 11 * minute);
  expect(first?.key).toBe(again?.key);
  expect(over?.key).not.toBe(first?.key);
  const extended = { ...view, tasks: { near: { ...view.tasks.near, dueAtMs: 12 * minute } } };
  const [later] = dueWarnings(extended as never, 10 * minute);
  expect([later?.urgency, later?.key === first?.key]).toEqual(['near', false]);
});
