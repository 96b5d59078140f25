import type { Draft } from '@trilogue/engine/protocol/socket';
import { expect, test } from 'vitest';
import {
  answerSent,
  arrived,
  beyondAnswer,
  isDirty,
  keepBoth,
  keepMine,
  openBox,
  rebased,
  saved,
  takeTheirs,
  typed,
  writerOf,
} from './draft-logic';

const draft = (revision: number, text: string, seat = 'them', atMs = 0): Draft => ({
  injectId: 'i1' as Draft['injectId'],
  seatId: seat as Draft['seatId'],
  text,
  revision,
  atMs,
});
const clean = openBox(draft(3, 'start'), null);

test('[DRAFT1] a team-mate’s text appears while this box has nothing unsaved', () => {
  expect(arrived(clean, draft(4, 'start now'), null)).toMatchObject({ text: 'start now' });
});

test('[DRAFT2] a team-mate’s text never replaces unsaved words; both stand until settled', () => {
  const box = arrived(typed(clean, 'mine'), draft(4, 'theirs'), null);
  expect(box.text).toBe('mine');
  expect(box.theirs?.text).toBe('theirs');
  expect(takeTheirs(box)).toMatchObject({ text: 'theirs', theirs: null });
  expect(keepMine(box)).toMatchObject({ text: 'mine', base: { revision: 4 }, theirs: null });
  expect(isDirty(keepMine(box))).toBe(true);
  expect(keepBoth(box).text).toBe('theirs\n\nmine');
});

test('[DRAFT3] what was typed during a save stays unsaved on top of it', () => {
  const box = saved(typed(typed(clean, 'a'), 'ab'), 4, 'a');
  expect(box).toMatchObject({ text: 'ab', base: { revision: 4, text: 'a' } });
  expect(isDirty(box)).toBe(true);
});

test('[DRAFT4] the echo of an own save is no conflict, whichever comes first', () => {
  const box = arrived(typed(clean, 'ab'), draft(4, 'a', 'me'), 'a');
  expect(box).toMatchObject({ text: 'ab', base: { revision: 4 }, theirs: null });
  expect(saved(box, 4, 'a')).toEqual(box);
});

test('[DRAFT9] the same seat in another tab is somebody else', () => {
  const box = arrived(typed(clean, 'tab one'), draft(4, 'tab two', 'me'), 'tab');
  expect(box.text).toBe('tab one');
  expect(box.theirs?.text).toBe('tab two');
});

test('[DRAFT10] when an older text is sent as the answer, what was written beyond it stays for a note', () => {
  const mine = draft(4, 'start and more', 'me');
  expect(beyondAnswer(mine, 'start', [], 'me')).toBe('start and more');
  expect(beyondAnswer(mine, 'start', ['start and more'], 'me')).toBeNull();
  expect(beyondAnswer(mine, 'start and more ', [], 'me')).toBeNull();
  expect(beyondAnswer(draft(4, 'start and'), 'start', [], 'me')).toBeNull();
  const left = answerSent(clean, 'start', 'start and more');
  expect(left.text).toBe('start and more');
  expect(isDirty(left)).toBe(true);
  expect(answerSent(clean, 'start and all', null).text).toBe('');
  expect(answerSent(typed(clean, 'unsaved words'), 'start', null).text).toBe('unsaved words');
});

test('[DRAFT5] an old or equal text is no conflict', () => {
  const box = typed(clean, 'mine');
  expect(arrived(box, draft(2, 'old'), null)).toBe(box);
  expect(arrived(box, draft(5, 'mine'), null).theirs).toBeNull();
});

test('[DRAFT6] words kept over a reload come back, and meet a newer text as a conflict', () => {
  expect(openBox(draft(3, 'start'), { text: 'start more', baseRevision: 3 })).toMatchObject({
    text: 'start more',
    theirs: null,
  });
  const box = openBox(draft(5, 'other'), { text: 'mine', baseRevision: 3 });
  expect(box.text).toBe('mine');
  expect(box.theirs?.text).toBe('other');
});

test('[DRAFT7] a draft the server no longer knows starts anew without losing words', () => {
  expect(rebased(typed(clean, 'mine'), undefined)).toMatchObject({
    text: 'mine',
    base: { revision: 0 },
  });
});

test('[DRAFT8] a team-mate counts as writing for five seconds after a stroke', () => {
  const theirs = draft(4, 'x', 'them', 10_000);
  expect(writerOf(theirs, 'me', 14_999)).toBe('them');
  expect(writerOf(theirs, 'me', 15_000)).toBeNull();
  expect(writerOf(theirs, 'them', 10_001)).toBeNull();
});
