import { describe, expect, test } from 'vitest';
import { codes, loaded, playToEnd, released, settings } from '../../testing/import-draft.js';
import type { MselField } from './msel-columns.js';
import { importMsel, type MselResult } from './msel-draft.js';
import type { MappingWish } from './msel-mapping.js';
import { readTime } from './msel-times.js';
import { type CellValue, columnIndex, columnLetters, type Table } from './table.js';

const noHtml = (html: string) => ({ markdown: html, leftOut: [] });
const guessed: MappingWish = { map: [], hasHeader: true };

function list(
  rows: readonly (readonly CellValue[])[],
  wish: Partial<MappingWish> = {},
  form: Table['form'] = 'sheet',
): MselResult {
  return importMsel({ form, rows }, { ...guessed, ...wish }, settings, noHtml);
}

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

describe('times', () => {
  test.each([
    [0.8118, 'clock', 19 * 60 + 29],
    ['07:29 PM', 'clock', 19 * 60 + 29],
    ['09h05', 'clock', 545],
    ['0930hrs', 'clock', 570],
    ['午後7時29分', 'clock', 19 * 60 + 29],
    ['７：２９', 'clock', 449],
    ['10:00 - 10:30', 'clock', 600],
    [new Date('1899-12-30T19:29:00Z'), 'clock', 19 * 60 + 29],
    ['J+3 09h05', 'relative', 3 * 1_440 + 545],
    ['J-60', 'relative', -60 * 1_440],
    ['J+1 H+2 M-5', 'relative', 1_440 + 115],
    ['T+1:30', 'relative', 90],
    ['StartEx + 20 min', 'relative', 20],
    ['30分後', 'relative', 30],
    ['Day 3, 14:00', 'relative', 2 * 1_440 + 840],
    ['2日目 9:00', 'relative', 1_440 + 540],
    [15, 'relative', 15],
    ['Monday 9:30 AM', 'weekday', 570],
    ['Martes 8:00', 'weekday', 480],
    ['2023-03-22T18:06:00.000Z', 'date', Date.UTC(2023, 2, 22, 18, 6) / 60_000],
    ['2026-12-01T08:00:00+08:00', 'date', Date.UTC(2026, 11, 1) / 60_000],
    ['2026年12月1日 午後3時', 'date', Date.UTC(2026, 11, 1, 15) / 60_000],
    ['23.3.2026 04:00', 'date', Date.UTC(2026, 2, 23, 4) / 60_000],
    ['December 1, 2026 8 AM', 'date', Date.UTC(2026, 11, 1, 8) / 60_000],
    [46_357.5, 'date', Date.UTC(2026, 11, 1, 12) / 60_000],
  ] as const)('[IO9] %s is read as planners mean it', (cell, kind, minutes) => {
    expect(readTime(cell)).toMatchObject({ kind, minutes });
  });

  test.each([
    '???',
    '25:00',
    '12:61',
    '2026-02-30',
    'soon',
    '',
    Number.NaN,
    new Date(Number.NaN),
    true,
  ])('[IO9] %s is no time', (cell) => {
    expect(readTime(cell)).toBeNull();
  });

  test('[IO9] of a day go on past midnight, and belong to the day of the row above', () => {
    const night = list([
      ['Time', 'Title'],
      ['23:30', 'a'],
      ['00:15', 'b'],
      ['', 'c'],
      ['???', 'd'],
    ]);
    expect(loaded(night).injects.map(({ release }) => release)).toMatchObject([
      { minutes: 0 },
      { minutes: 45 },
      { minutes: 45 },
      { minutes: 45 },
    ]);
    expect(codes(night)).toEqual(
      expect.arrayContaining(['msel/past-midnight', 'msel/time-unreadable']),
    );
    const dated = list([
      ['Time', 'Title'],
      ['2026-12-01 10:00', 'a'],
      ['10:30', 'b'],
      ['2026-12-02 09:00', 'c'],
      ['09:10', 'd'],
    ]);
    expect(loaded(dated).phases.map(({ startsAt }) => startsAt)).toEqual([
      '2026-12-01T10:00:00+08:00',
      '2026-12-02T09:00:00+08:00',
    ]);
    expect(loaded(dated).injects.map(({ phase, release }) => [phase, release])).toMatchObject([
      ['part-1', { minutes: 0 }],
      ['part-1', { minutes: 30 }],
      ['part-2', { minutes: 0 }],
      ['part-2', { minutes: 10 }],
    ]);
  });

  test('[IO9] longer than play are compressed, and the rate keeps scenario time right', () => {
    const result = list([
      ['Time', 'Title', 'Phase'],
      ['T+0', 'a', 'One'],
      ['T+1200', 'b', 'One'],
      ['T+2400', 'c', 'One'],
    ]);
    const draft = loaded(result);
    expect(codes(result)).toContain('msel/times-compressed');
    const [phase] = draft.phases;
    const minutes = draft.injects.map(({ release }) =>
      release.kind === 'at' ? release.minutes : -1,
    );
    expect(minutes[1]).toBeGreaterThan(20);
    expect((minutes[1] ?? 0) * (phase?.rate ?? 0)).toBeCloseTo(1_200, -2);
    expect(playToEnd(draft).state.lifecycle.stage).toBe('ended');
  });

  test('[IO9] before StartEx count as StartEx', () => {
    const result = list([
      ['Time', 'Title'],
      ['08:00', 'Before'],
      ['09:00', 'STARTEX'],
      ['09:20', 'After'],
    ]);
    expect(loaded(result).injects.map(({ release }) => release)).toMatchObject([
      { minutes: 0 },
      { minutes: 0 },
      { minutes: 20 },
    ]);
    expect(codes(result)).toContain('msel/before-startex');
  });
});

describe('the rows of a list', () => {
  const heading = [
    'No',
    'Time',
    'From',
    'To',
    'Subject',
    'Message',
    'Options',
    'Method',
    'TLP',
    'ATT&CK',
    'Expected action',
    'Objective',
    'Owner',
    'Weather',
  ];
  const row = [
    '7',
    '09:00',
    'Reporter',
    'Port; CERT',
    'Ransom?',
    'Do you pay?',
    'Pay | Don’t pay',
    'Twitter',
    'TLP:WHITE',
    'T1486, none',
    'Decide.',
    'Decide in time',
    'Ana',
    'rain',
  ];

  test('[IO10] become events with all they say, and what has no place goes to controllers', () => {
    const result = list([heading, row]);
    const draft = loaded(result);
    expect(draft.injects[0]).toMatchObject({
      number: '7',
      title: 'Ransom?',
      kind: 'decision',
      channel: 'social',
      from: 'reporter',
      to: ['port', 'cert'],
      tlp: 'CLEAR',
      body: 'Do you pay?',
      attack: ['T1486'],
      choices: [
        { id: 'pay', label: 'Pay' },
        { id: 'don-t-pay', label: 'Don’t pay' },
      ],
      expectations: [{ kind: 'choose', objective: 'decide-in-time' }],
    });
    const action = String(draft.injects[0]?.expectations[0]?.action);
    for (const words of [
      'Decide.',
      'Owner: Ana',
      'Weather: rain',
      'Twitter',
      'TLP:WHITE',
      'T1486, none',
    ])
      expect(action).toContain(words);
    expect(codes(result)).toEqual(
      expect.arrayContaining([
        'msel/column-to-notes',
        'msel/channel-guessed',
        'msel/marking-unknown',
        'msel/no-technique',
        'import/no-banner',
      ]),
    );
    expect(released(playToEnd(draft))).toEqual(['ransom']);
  });

  test('[IO10] name teams that are not there yet: they are made, and told', () => {
    const result = list([
      ['Title', 'To'],
      ['a', 'PR/Comm'],
      ['b', 'pr/comm'],
      ['c', 'All'],
      ['d', ''],
    ]);
    expect(loaded(result).teams.map(({ id, name }) => [id, name])).toEqual([
      ['pr-comm', 'PR/Comm'],
    ]);
    expect(loaded(result).injects.map(({ to }) => to)).toEqual([
      ['pr-comm'],
      ['pr-comm'],
      ['all'],
      ['all'],
    ]);
    expect(result.findings.filter(({ code }) => code === 'msel/team-made')).toMatchObject([
      { where: 'row 2' },
    ]);
    expect(codes(result)).toContain('msel/no-recipient');
  });

  test('[IO10] get numbers that a scenario can have, each once', () => {
    const result = list([
      ['No', 'Title'],
      ['7', 'a'],
      ['7', 'b'],
      ['INJ-01', 'c'],
      ['', 'd'],
      ['#12b', 'e'],
    ]);
    expect(loaded(result).injects.map(({ number }) => number)).toEqual(['7', '1', '2', '3', '12B']);
    expect(codes(result).filter((code) => code === 'msel/number-changed')).toHaveLength(2);
  });

  test('[IO10] that are blank are passed over; those without words are told', () => {
    const result = list([
      ['Title', 'Time'],
      ['a', '09:00'],
      [null, ' '],
      ['', '10:00'],
      ['b', '09:10'],
      [null, null],
      [null, null],
    ]);
    expect(loaded(result).injects).toHaveLength(2);
    expect(codes(result)).toEqual(
      expect.arrayContaining(['msel/blank-rows', 'msel/row-without-text']),
    );
    expect(list([['Title', 'Time']]).findings).toMatchObject([
      { code: 'msel/no-rows', severity: 'error' },
    ]);
  });

  test('[IO10] can wait for other rows; what can’t be is told and comes at its time', () => {
    const result = list([
      ['No', 'Title', 'Time', 'Options', 'Trigger'],
      ['1', 'a', '09:00', 'x | y', ''],
      ['2', 'b', '09:05', '', 'after #1 released + 3 min'],
      ['3', 'c', '09:10', '', 'when #1 chose x + 2 min'],
      ['4', 'd', '09:15', '', 'without respond to #2 for 10 min'],
      ['5', 'e', '09:20', '', 'after #99 released'],
      ['6', 'f', '09:25', '', 'whenever'],
      ['7', 'g', '09:30', '', 'when #1 chose z'],
      ['8', 'h', '09:35', '', 'after #2 overdue'],
      ['9', 'i', '09:40', '', 'when {"kind":"milestone","milestone":"power-out"} + 1 min'],
    ]);
    expect(loaded(result).injects.map(({ release }) => release)).toMatchObject([
      { kind: 'at', minutes: 0 },
      { kind: 'afterInject', inject: 'a', delayMinutes: 3 },
      { kind: 'whenChoice', inject: 'a', choice: 'x', delayMinutes: 2 },
      { kind: 'without', inject: 'b', action: 'respond', minutes: 10 },
      { kind: 'at', minutes: 20 },
      { kind: 'at', minutes: 25 },
      { kind: 'at', minutes: 30 },
      { kind: 'at', minutes: 35 },
      { kind: 'when', condition: { kind: 'milestone', milestone: 'power-out' }, delayMinutes: 1 },
    ]);
    expect(codes(result).filter((code) => code === 'msel/trigger-impossible')).toHaveLength(2);
    expect(codes(result).filter((code) => code === 'msel/trigger-unreadable')).toHaveLength(2);
    expect(codes(result)).toContain('msel/stub-made');
  });

  test('[IO10] that wait for each other don’t', () => {
    const result = list([
      ['No', 'Title', 'Trigger'],
      ['1', 'a', 'after #2'],
      ['2', 'b', 'after #3'],
      ['3', 'c', 'after #1'],
    ]);
    expect(codes(result).filter((code) => code === 'msel/trigger-impossible')).toHaveLength(1);
    expect(released(playToEnd(loaded(result))).sort()).toEqual(['a', 'b', 'c']);
  });

  test('[IO10] of a JSON list are called entries', () => {
    const result = list(
      [
        ['#', 'Subject', 'Player'],
        [1, 'a', 'x'],
        [2, '', ''],
      ],
      {},
      'list',
    );
    expect(result.findings.map(({ where }) => where)).toEqual(
      expect.arrayContaining(['entry 1', 'entry 2']),
    );
  });
});
