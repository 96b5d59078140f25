import { describe, expect, test } from 'vitest';
import {
  type File,
  findingsAfter,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { gateRules } from './gate-rules.js';

/** An ending of this condition in place of the last. */
const endingWhen = (when: object) => (file: File) => {
  file.endings.at(-1).when = when;
};
const all = (...of: object[]) => ({ kind: 'all', of });
const any = (...of: object[]) => ({ kind: 'any', of });
const not = (of: object) => ({ kind: 'not', of });
const late = { kind: 'elapsed', minutes: 60 };
const agreed = (option?: string) => ({
  kind: 'position',
  position: 'one-line',
  is: 'agreed',
  ...(option && { option }),
});
const trust = (bounds: object) => ({ kind: 'indicator', indicator: 'public-trust', ...bounds });

const cases: readonly LintCase[] = [
  [
    'gate/exit-never-opens',
    'its asset never comes to that',
    (file) => {
      file.phases[0].exits[0].when = {
        kind: 'when',
        condition: { kind: 'asset', asset: 'shared-service', is: ['down'] },
      };
    },
    'phases[0].exits[0].when.condition: the exit of "module-1" to "module-2" never opens: nothing makes "shared-service" down',
  ],
  [
    'gate/ending-never-reached',
    'a gauge never rises so far',
    endingWhen(trust({ atLeast: 90 })),
    'endings[2].when: ending "over" is never reached: "public-trust" can only stand between 33 and 80',
  ],
  [
    'gate/ending-never-reached',
    'nor stands between two bounds that exclude each other',
    endingWhen(all(trust({ atLeast: 70 }), trust({ atMost: 60 }))),
    'endings[2].when: ending "over" is never reached: two demands on indicator "public-trust" exclude each other',
  ],
  [
    'gate/ending-never-reached',
    'more points than there are',
    endingWhen({ kind: 'score', atLeast: 100_000 }),
    'endings[2].when: ending "over" is never reached: no more than 211 points can be earned in all',
  ],
  [
    'gate/ending-never-reached',
    'more answers than tables',
    endingWhen({ kind: 'count', of: 'responses', inject: 'what-do-you-know', atLeast: 5 }),
    'endings[2].when: ending "over" is never reached: "responses" can only come to 4',
  ],
  [
    'gate/ending-never-reached',
    'more agreements than positions',
    endingWhen({ kind: 'count', of: 'agreements', atLeast: 2 }),
    'endings[2].when: ending "over" is never reached: "agreements" can only come to 1',
  ],
  [
    'gate/ending-never-reached',
    'two modules at once',
    endingWhen(all({ kind: 'phase', phase: 'module-1' }, { kind: 'phase', phase: 'module-2' })),
    'endings[2].when: ending "over" is never reached: phase "module-1" and phase "module-2" exclude each other',
  ],
  [
    'gate/ending-never-reached',
    'agreed on two things',
    endingWhen(all(agreed('together'), agreed('apart'))),
    'endings[2].when: ending "over" is never reached: two demands on position "one-line" exclude each other',
  ],
  [
    'gate/ending-never-reached',
    'both that and not that',
    endingWhen(all(agreed(), not(agreed()))),
    'endings[2].when: ending "over" is never reached: two demands on position "one-line" exclude each other',
  ],
  [
    'gate/ending-never-reached',
    'not what always holds',
    endingWhen(all(late, not(trust({ atMost: 100 })))),
    'endings[2].when.of[1]: ending "over" is never reached: indicator "public-trust" always holds',
  ],
  [
    'gate/ending-never-reached',
    'overdue where nothing is expected',
    (file) => {
      injectOf(file, 'still-waiting').expectations = [];
      endingWhen({ kind: 'inject', inject: 'still-waiting', is: 'overdue' })(file);
    },
    'endings[2].when: ending "over" is never reached: nothing is expected about "still-waiting", so it can\'t be overdue',
  ],
  [
    'gate/ending-never-reached',
    'told to whoever tells it',
    endingWhen({ kind: 'shared', item: 'supplier-note', by: 'jp-cert', with: 'jp-cert' }),
    'endings[2].when: ending "over" is never reached: nobody else is there to tell "jp-cert" of "supplier-note"',
  ],
  [
    'gate/ending-never-reached',
    'a choice by a team that does not receive it',
    (file) => {
      const inject = injectOf(file, 'supplier-calls');
      inject.choices = [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ];
      endingWhen({ kind: 'choice', inject: 'supplier-calls', choice: 'a', by: 'ph-cert' })(file);
    },
    'endings[2].when: ending "over" is never reached: "ph-cert" does not receive "supplier-calls"',
  ],
  [
    'gate/ending-at-once',
    'nothing has been broken yet',
    endingWhen({ kind: 'count', of: 'breaches', atMost: 0 }),
    'endings[2].when: ending "over" is reached at StartEx',
  ],
  [
    'gate/ending-at-once',
    'nor reached',
    endingWhen(not({ kind: 'milestone', milestone: 'partners-told' })),
    'endings[2].when: ending "over" is reached at StartEx',
  ],
  [
    'gate/ending-at-once',
    'and the first module runs',
    endingWhen(all({ kind: 'phase', phase: 'module-1' }, trust({ atLeast: 70 }))),
    'endings[2].when: ending "over" is reached at StartEx',
  ],
  [
    'gate/obligation-never-starts',
    'no effect starts it',
    (file) => {
      injectOf(file, 'service-slows').effects.pop();
    },
    'obligations[0]: obligation "breach-notice" never starts: no effect starts it',
  ],
  [
    'gate/part-never-holds',
    'one of two ways is closed',
    endingWhen(any(late, trust({ atLeast: 90 }))),
    'endings[2].when.of[1]: this part never holds: "public-trust" can only stand between 33 and 80',
  ],
];

describe('gates', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT5] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT5] every rule of gates has a case that trips it', () => {
    expect(untried(gateRules, cases)).toEqual([]);
  });

  test.each([
    ['a gauge at the edge of its reach', trust({ atLeast: 80 })],
    [
      'not what may stop holding',
      all(late, not({ kind: 'asset', asset: 'shared-service', is: ['operational'] })),
    ],
    ['one choice of several tables', all(late, not(all(agreed('together'), agreed('apart'))))],
    [
      'as many answers as tables',
      { kind: 'count', of: 'responses', inject: 'what-do-you-know', atLeast: 4 },
    ],
  ])('[LINT5] can hold: %s', (_, when) => {
    const found = findingsAfter(endingWhen(when)).filter(({ code }) => code.startsWith('gate/'));
    expect(found).toEqual([]);
  });
});
