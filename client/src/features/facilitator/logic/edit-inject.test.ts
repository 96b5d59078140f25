import { expect, test } from 'vitest';
import { changesOf, filesOf, textsOf } from './edit-inject';

const before = {
  title: textsOf('Demand', 'en'),
  body: textsOf({ en: 'Pay.', ja: '払え。' }, 'en'),
  tlp: 'GREEN',
  files: filesOf(
    [
      { file: 'crane.png', title: { en: 'Crane', ja: 'クレーン' }, alt: 'A crane' },
      { file: 'form.pdf', title: 'Form', alt: null },
    ],
    'en',
  ),
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

test('[ROOM8] files are sent together and only where one was added, left out or called otherwise', () => {
  const [crane, form] = before.files;
  if (crane === undefined || form === undefined) throw new Error('two files were there');
  expect(
    changesOf(before, { ...before, files: [crane, { ...form, title: { en: 'Form ' } }] }),
  ).toBe(null);
  expect(changesOf(before, { ...before, files: [form] })).toEqual({
    attachments: [{ file: 'form.pdf', title: { en: 'Form' } }],
  });
  expect(changesOf(before, { ...before, files: [] })).toEqual({ attachments: [] });
  const renamed = { ...crane, alt: { ...crane.alt, ja: 'クレーンの写真' } };
  expect(changesOf(before, { ...before, files: [renamed] })).toEqual({
    attachments: [
      {
        file: 'crane.png',
        title: { en: 'Crane', ja: 'クレーン' },
        alt: { en: 'A crane', ja: 'クレーンの写真' },
      },
    ],
  });
  // A file that is called nothing can't be sent.
  expect(changesOf(before, { ...before, files: [{ ...form, title: { en: ' ' } }] })).toBeNull();
});
