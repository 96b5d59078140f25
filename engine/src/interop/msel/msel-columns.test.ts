import { describe, expect, test } from 'vitest';
import { codes, loaded } from '../../testing/import-draft.js';
import { importList as list } from '../../testing/msel-list.js';
import type { MselField } from './msel-columns.js';
import type { MselResult } from './msel-draft.js';
import { columnIndex, columnLetters } from './table.js';

function fields({ mapping }: MselResult): Record<string, MselField | 'skip'> {
  return Object.fromEntries(
    [...mapping.columns].map(([column, field]) => [columnLetters(column), field]),
  );
}

describe('the columns of a list', () => {
  test('[IO8] are told by headings in English, Japanese and Filipino, wherever the heading row stands', () => {
    const english = [
      'Event #',
      'Scheduled Time',
      'Inject Description',
      'Recipient Player(s)',
      'Expected Player Actions',
      'Responsible Controller',
    ];
    const japanese = ['番号', '付与時刻', '状況付与内容', '付与先', '期待される行動', '担当者'];
    const filipino = [
      'Bilang',
      'Oras',
      'Paglalarawan',
      'Para sa',
      'Inaasahang aksyon',
      'Tagakontrol',
    ];
    for (const headings of [english, japanese, filipino]) {
      const result = list([
        ['MASTER SCENARIO EVENTS LIST'],
        [],
        headings,
        [1, '09:00', 'It begins.', 'CERT', 'Say so.', 'Control'],
      ]);
      expect(fields(result)).toEqual({
        A: 'number',
        B: 'time',
        C: 'body',
        D: 'to',
        E: 'expectedAction',
        F: 'controller',
      });
      expect(codes(result)).toContain('msel/above-headings');
    }
  });

  test('[IO8] are told by where they stand, where there are no headings', () => {
    const result = list([
      [
        null,
        'Send a mail',
        'J 09h00',
        'team 1',
        'A subject',
        'Words.',
        null,
        'Answer',
        'done',
        100,
      ],
      [
        null,
        'Send an SMS',
        'J+1 09h00',
        'team 2',
        null,
        'More words.',
        'Why',
        'Answer',
        'done',
        50,
      ],
      [null, null, null],
    ]);
    expect(fields(result)).toEqual({
      B: 'channel',
      C: 'time',
      D: 'to',
      E: 'title',
      F: 'body',
      G: 'notes',
      H: 'expectedAction',
      I: 'notes',
      J: 'points',
    });
    expect(codes(result)).toContain('msel/by-position');
    expect(loaded(result).injects.map(({ channel }) => channel)).toEqual(['email', 'alert']);
    expect(loaded(result).injects.map(({ expectations }) => expectations[0]?.points)).toEqual([
      100, 50,
    ]);
  });

  test('[IO8] are what --map says: by letters, by heading, or left out', () => {
    const rows = [
      ['Wer', 'Wann', 'Was', 'Egal'],
      ['Anna', '08:00', 'Los.', 'geheim'],
    ];
    const result = list(rows, {
      map: [
        ['body', 'Was'],
        ['time', 'B'],
        ['to', 'wer'],
        ['skip', 'D'],
      ],
    });
    expect(fields(result)).toEqual({ A: 'to', B: 'time', C: 'body', D: 'skip' });
    expect(JSON.stringify(result.scenario)).not.toContain('geheim');
    expect(codes(result)).toContain('msel/skipped-column');
    expect(list(rows, { map: [['tittle', 'C']] }).findings[0]).toMatchObject({
      code: 'msel/unknown-field',
      severity: 'error',
      done: 'did you mean "title"?',
    });
    expect(codes(list(rows, { map: [['title', 'Warum']] }))).toContain('msel/unknown-column');
    expect(
      codes(
        list([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toContain('msel/nothing-recognised');
  });

  test('[IO8] have letters as in a spreadsheet', () => {
    for (const [index, letters] of [
      [0, 'A'],
      [25, 'Z'],
      [26, 'AA'],
      [701, 'ZZ'],
      [702, 'AAA'],
    ] as const) {
      expect(columnLetters(index)).toBe(letters);
      expect(columnIndex(letters.toLowerCase())).toBe(index);
    }
    expect(columnIndex('A1')).toBeNull();
  });
});
