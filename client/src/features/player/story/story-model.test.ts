import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { isLatecomer, storyOf } from './story-model';

const inject = (id: string, playMs: number, more: object = {}) => ({
  id,
  playMs,
  atMs: playMs,
  isRecalled: false,
  hasChoices: false,
  ...more,
});
const delivery = (more: object = {}) => ({
  openedBy: [],
  acknowledged: null,
  response: null,
  choice: null,
  ...more,
});
const task = (injectId: string, status: string) => ({
  injectId,
  status,
  dueAtMs: 1,
  kind: 'respond',
});

const view = {
  exercise: { stage: 'live' },
  injects: {
    d: inject('d', 300_000),
    a: inject('a', 0),
    e: inject('e', 400_000),
    b: inject('b', 60_000, { hasChoices: true }),
    c: inject('c', 120_000, { isRecalled: true }),
  },
  deliveries: {
    a: delivery({ response: { text: 'We hold the gates.' } }),
    b: delivery({ choice: { choiceId: 'cut' } }),
  },
  tasks: {
    a: task('a', 'met'),
    c: task('c', 'open'),
    b: task('b', 'open'),
    d: task('d', 'missed'),
  },
  obligations: {
    o1: { id: 'o1', report: null, status: 'open' },
    o2: { id: 'o2', report: {}, status: 'met' },
    o3: { id: 'o3', report: null, status: 'waived' },
  },
  positions: {
    p1: { id: 'p1', status: 'open' },
    p2: { id: 'p2', status: 'agreed' },
    p3: { id: 'p3', status: 'waiting' },
  },
} as unknown as PlayerView;

test('[STORY1] it tells in order what was asked of the table, decided and answered, and counts the rest', () => {
  const story = storyOf(view);
  expect(story.injects.map(({ inject: { id } }) => id)).toEqual(['a', 'b', 'd']);
  expect(story.others).toBe(1);
  expect(story.decisions.map(({ choiceId }) => choiceId)).toEqual(['cut']);
  expect(story.answers.map(({ text }) => text)).toEqual(['We hold the gates.']);
});

test('[STORY2] it names what is open or overdue and what was agreed, and nothing that was taken back or waived', () => {
  const story = storyOf(view);
  expect(story.tasks.map(({ injectId }) => injectId)).toEqual(['b', 'd']);
  expect(story.duties.map(({ id }) => id)).toEqual(['o1']);
  expect([story.open, story.agreed].map((list) => list.map(({ id }) => id))).toEqual([
    ['p1'],
    ['p2'],
  ]);
});

test('[STORY3] late is who has read nothing while the table had something for a minute and a half', () => {
  const playMs = 100_000;
  expect(isLatecomer(view, 's1', playMs)).toBe(true);
  expect(isLatecomer(view, 's1', 60_000)).toBe(false);
  const read = { ...view, deliveries: { a: delivery({ openedBy: ['s1'] }) } };
  expect(isLatecomer(read as never, 's1', playMs)).toBe(false);
  const ended = { ...view, exercise: { stage: 'ended' } };
  expect(isLatecomer(ended as never, 's1', playMs)).toBe(false);
});
