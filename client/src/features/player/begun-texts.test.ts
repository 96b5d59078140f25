import { expect, test } from 'vitest';
import { begunTexts } from './begun-texts';

function shelfOf(entries: Readonly<Record<string, unknown>>) {
  const memory = new Map(
    Object.entries(entries).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  return {
    getItem: (key: string) => memory.get(key) ?? null,
    key: (index: number) => [...memory.keys()][index] ?? null,
    get length() {
      return memory.size;
    },
  };
}

const ownWords = {
  'trilogue.draft.s1.inject-7': { text: 'We are looking into it.', baseRevision: 2 },
  'trilogue.draft.s1.inject.8': { text: 'On its way.', baseRevision: 0 },
  'trilogue.message.s1.control': 'One more question',
  'trilogue.form.s1.share': { facts: 'Two files', ask: 'Have you seen them?', channel: 'cert' },
  'trilogue.form.s1.report.to-the-agency': { when: 'Day 1', what: ' ', impact: 'Two berths' },
  'trilogue.form.s1.stance.p1': { reason: '', stance: 'object', team: 'jp-port' },
};

test('[AWAY2] what a seat began and did not send is told by kind and words, with nobody else’s', () => {
  const shelf = shelfOf({
    ...ownWords,
    'trilogue.draft.s2.inject-7': { text: 'Somebody else’s', baseRevision: 0 },
    'trilogue.seat.s1': 'token',
    'trilogue.marks.s1': { 'inject-7': 3 },
    'trilogue.tour': 'seen',
  });
  const queued = { type: 'SendResponse', injectId: 'inject.8', text: 'On its way.' } as never;
  const found = begunTexts(shelf, 's1', [queued]).map(({ name, text }) => [name, text]);
  expect(found).toEqual([
    ['SendResponse', 'We are looking into it.'],
    ['FileReport', 'Day 1\nTwo berths'],
    ['ShareInformation', 'Two files\nHave you seen them?'],
    ['SendMessage', 'One more question'],
  ]);
  expect(begunTexts(shelf, 's3', [])).toEqual([]);
});

test('[AWAY2] what can’t be read is left out', () => {
  const shelf = shelfOf({
    'trilogue.draft.s1.a': '{"text":',
    'trilogue.form.s1.share': 'null',
    'trilogue.form.s1.of-another-version': { text: 'x' },
  });
  expect(begunTexts(shelf, 's1', [])).toEqual([]);
});
