import { expect, test } from 'vitest';
import { restored } from './kept-form';

const fresh = { text: '', base: 0, teams: [] as string[] };

test('[FORM1] what was typed and not sent is there again after a reload', () => {
  const kept = { text: 'Half a sent', base: 2, teams: ['jp'] };
  expect(restored(JSON.stringify(kept), fresh)).toEqual(kept);
  expect(restored(null, fresh)).toBe(fresh);
});

test('[FORM2] a broken store, or fields of another version’s form, do no harm', () => {
  expect(restored('{', fresh)).toBe(fresh);
  expect(restored('"text"', fresh)).toBe(fresh);
  const other = { text: 7, base: '2', teams: 'jp', more: true };
  expect(restored(JSON.stringify(other), fresh)).toEqual(fresh);
  expect(restored(JSON.stringify({ text: null, teams: ['ph'] }), fresh)).toEqual({
    ...fresh,
    teams: ['ph'],
  });
});
