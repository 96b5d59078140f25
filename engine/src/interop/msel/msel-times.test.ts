import { describe, expect, test } from 'vitest';
import { codes, loaded, playToEnd } from '../../testing/import-draft.js';
import { importList as list } from '../../testing/msel-list.js';
import { readTime } from './msel-times.js';

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
