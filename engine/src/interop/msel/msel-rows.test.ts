import { describe, expect, test } from 'vitest';
import { codes, loaded, playToEnd, released } from '../../testing/import-draft.js';
import { importList as list } from '../../testing/msel-list.js';

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
