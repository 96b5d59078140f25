import { describe, expect, test } from 'vitest';
import {
  type File,
  findingsAfter,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { clockRules } from './clock-rules.js';

const cases: readonly LintCase[] = [
  [
    'clock/outlasts-play',
    'three days, and two pass',
    (file) => {
      file.obligations[0].withinHours = 72;
    },
    'obligations[0].withinHours: "breach-notice" allows 72 hours, of which 29 pass in play',
  ],
  [
    'clock/no-time-to-report',
    'the story runs past it',
    (file) => {
      file.obligations[0].withinHours = 0.3;
    },
    'obligations[0].withinHours: "breach-notice" leaves 1.8 minutes of play to report',
  ],
  [
    'clock/no-time-to-report',
    'the next module jumps past it',
    (file) => {
      injectOf(file, 'service-slows').effects.pop();
      const inject = injectOf(file, 'reporter-asks-1');
      inject.effects = [{ kind: 'startObligation', obligation: 'breach-notice' }];
      inject.release.minutes = 28;
    },
    'obligations[0].withinHours: "breach-notice" leaves 2 minutes of play to report',
  ],
  [
    'clock/position-outlasts-play',
    'it is open beyond the end',
    (file) => {
      file.positions[0].withinMinutes = 30;
    },
    'positions[0].withinMinutes: "one-line" is open until minute 72, and play ends at 60',
  ],
  [
    'clock/estimate',
    'the modules alone take longer',
    (file) => {
      file.estimatedMinutes = 25;
    },
    'estimatedMinutes: the phases take 30 minutes, the estimate says 25',
  ],
];

describe('clocks', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT8] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT8] every rule of clocks has a case that trips it', () => {
    expect(untried(clockRules, cases)).toEqual([]);
  });

  test('[LINT8] of a clock that people start nothing is known', () => {
    const found = findingsAfter((file: File) => {
      injectOf(file, 'service-slows').effects.pop();
      file.obligations[0].withinHours = 0.1;
      file.obligations[0].startsWhen = { kind: 'milestone', milestone: 'partners-told' };
    });
    expect(found).toEqual([]);
  });
});
