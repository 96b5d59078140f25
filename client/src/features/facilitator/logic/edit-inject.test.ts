import { expect, test } from 'vitest';
import { changesOf, textsOf } from './edit-inject';

const before = {
  title: textsOf('Demand', 'en'),
  body: textsOf({ en: 'Pay.', ja: '払え。' }, 'en'),
  tlp: 'GREEN',
} as const;

test('[ROOM8] only what is different is sent, whole in all its languages', () => {
  const after = { ...before, body: { ...before.body, en: ' Pay now. ' } };
  expect(changesOf(before, after)).toEqual({ body: { en: 'Pay now.', ja: '払え。' } });
  expect(changesOf(before, { ...before, tlp: 'AMBER' })).toEqual({ tlp: 'AMBER' });
});

test('[ROOM8] a language that was emptied is dropped; an inject without words is not saved', () => {
  expect(changesOf(before, { ...before, body: { en: 'Pay.', ja: ' ' } })).toEqual({
    body: { en: 'Pay.' },
  });
  expect(changesOf(before, { ...before, title: { en: '' } })).toBeNull();
  expect(changesOf(before, { ...before, title: { en: 'Demand ', fil: '' } })).toBeNull();
});
