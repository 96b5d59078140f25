import { expect, test } from 'vitest';
import { view } from './fixture';
import {
  emptyForm,
  type ImproviseForm,
  lackOf,
  languagesLacking,
  toCommand,
} from './improvise-form';

const form = (changes: object): ImproviseForm => ({ ...emptyForm, ...changes });
const whole = {
  from: 'reporter',
  to: ['jp', 'us-port'],
  titles: { en: ' A call ', ja: '' },
  bodies: { en: 'Somebody calls.' },
};

test('[FAC19] what is made up names who speaks, who hears it, and title and text in the same languages', () => {
  expect(lackOf(emptyForm)).toBe('from');
  expect(lackOf(form({ from: 'reporter' }))).toBe('to');
  expect(lackOf(form({ ...whole, titles: {} }))).toBe('words');
  expect(lackOf(form({ ...whole, titles: { en: 'A call', ja: '電話' } }))).toBe('titleOrBody');
  const file = { file: 'a.png', isPicture: true, title: ' ', alt: '' };
  expect(lackOf(form({ ...whole, files: [file] }))).toBe('fileTitle');
  expect(toCommand(form({ ...whole, files: [file] }))).toBeNull();
  expect(
    toCommand(form({ ...whole, files: [{ ...file, title: 'A gate', alt: 'Shut.' }] })),
  ).toEqual({
    type: 'ImproviseInject',
    title: { en: 'A call' },
    body: { en: 'Somebody calls.' },
    channel: 'email',
    from: 'reporter',
    to: ['jp', 'us-port'],
    tlp: 'GREEN',
    expectations: [],
    attachments: [{ file: 'a.png', title: 'A gate', alt: 'Shut.' }],
    releaseNow: true,
    untilTranslated: false,
  });
});

test('[FAC19] it is told which of its readers’ languages are not written', () => {
  const base = view();
  const reads: Record<string, string> = { jp: 'ja', ph: 'fil', control: 'en' };
  const seen = view({
    exercise: { languages: ['en', 'ja', 'fil'], defaultLanguage: 'en' },
    cast: {
      ...base.cast,
      tables: base.cast.tables.map((table) => ({ ...table, reads: reads[table.tableId] })),
    },
  });
  const lacking = (to: readonly string[], titles = {}) =>
    languagesLacking({ to: to as never, titles }, seen);
  expect(lacking(['all'])).toEqual(['en', 'ja', 'fil']);
  expect(lacking(['all'], { en: 'A', ja: ' ' })).toEqual(['ja', 'fil']);
  expect(lacking(['ph-customs', 'us'], { en: 'A' })).toEqual(['fil']);
  expect(lacking([])).toEqual([]);
});
