import { describe, expect, test } from 'vitest';
import {
  type File,
  findingsAfter,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { earlierMoves, moves19 } from './attack-moves.js';
import { attackRules, techniqueStatus } from './attack-rules.js';

const tagged = (attack: string[], attackVersion?: string) => (file: File) => {
  injectOf(file, 'service-slows').attack = attack;
  file.attackVersion = attackVersion;
};

const cases: readonly LintCase[] = [
  [
    'attack/revoked-technique',
    'moved in version 19',
    tagged(['T1486', 'T1562'], '19'),
    'injects[0].attack[1]: T1562 was revoked',
  ],
  [
    'attack/revoked-technique',
    'long ago, in the version named',
    tagged(['T1086'], '16.1'),
    'injects[0].attack[0]: T1086 was revoked',
  ],
  [
    'attack/unknown-technique',
    'a slip',
    tagged(['T1487.009'], '19'),
    'injects[0].attack[0]: ATT&CK has no T1487.009',
  ],
  [
    'attack/unknown-technique',
    'not yet in the version named',
    tagged(['T1685'], 'v18'),
    'injects[0].attack[0]: T1685 came with version 19',
  ],
  [
    'attack/no-version',
    'tags of no version',
    tagged(['T1486']),
    'injects: the version of ATT&CK is not named',
  ],
];

describe('ATT&CK tags', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT13] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT13] every rule of tags has a case that trips it', () => {
    expect(untried(attackRules, cases)).toEqual([]);
  });

  test('[LINT13] what stands in the version named is sound', () => {
    expect(findingsAfter(tagged(['T1685', 'T1486', 'T0822', 'T1692.001'], '19'))).toEqual([]);
    expect(findingsAfter(tagged(['T1562.001', 'T0855'], '18'))).toEqual([]);
    // Of what comes later nothing is known.
    expect(findingsAfter(tagged(['T1799'], '21'))).toEqual([]);
  });

  test.each([
    ['T1562', 'T1685'],
    ['T1656', 'T1684.001'],
    ['T0803', 'T1691.001'],
    ['T0855', 'T1692.001'],
    ['T0856', 'T1692.002'],
    ['T0812', 'T1694.001'],
  ])('[LINT13] %s is now %s', (before, now) => {
    expect(techniqueStatus(before, 19)).toEqual({ is: 'revoked', now });
    expect(techniqueStatus(before, 18)).toEqual({ is: 'known' });
    expect(techniqueStatus(now, 19)).toEqual({ is: 'known' });
  });

  test('[LINT13] each move leads from a revoked id to one that stands', () => {
    for (const [from, to] of [...moves19, ...earlierMoves]) {
      expect([from, techniqueStatus(from, 19).is]).toEqual([from, 'revoked']);
      expect([to, techniqueStatus(to, 19).is]).toEqual([to, 'known']);
    }
  });
});
