import { describe, expect, test } from 'vitest';
import { injectOf, type LintCase, outcomeOf, untried } from '../testing/sound-scenario.js';
import { unusedRules } from './unused-rules.js';

const text = { en: 'x', ja: 'エ', fil: 'x' };

const cases: readonly LintCase[] = [
  [
    'unused/item-not-needed',
    'no need and no task',
    (file) => {
      file.items[0].needs = [];
      injectOf(file, 'supplier-calls').expectations = [];
    },
    'items[0]: nobody needs "supplier-note"',
  ],
  [
    'unused/need-of-holder',
    'who holds it needs it',
    (file) => {
      file.items[0].needs[0].teams.push('jp-cert');
    },
    'items[0].needs[0].teams: "jp-cert" holds "supplier-note" already',
  ],
  [
    'unused/contact',
    'it says nothing and can’t be reached',
    (file) => {
      file.contacts.push({ id: 'nobody', name: text, role: text });
    },
    'contacts[3]: nothing is heard of "nobody"',
  ],
  [
    'unused/objective',
    'nothing is evidence for it',
    (file) => {
      file.objectives.push({ id: 'recover', title: text, capability: text });
    },
    'objectives[2]: nothing is evidence for "recover"',
  ],
  [
    'unused/milestone',
    'nothing sets it',
    (file) => {
      file.milestones.push({ id: 'warned', title: text });
    },
    'milestones[1]: nothing sets "warned"',
  ],
  [
    'unused/milestone-not-asked',
    'nothing asks for it',
    (file) => {
      file.endings.shift();
    },
    'milestones: nothing depends on "partners-told"',
  ],
  [
    'unused/indicator',
    'nothing moves it',
    (file) => {
      file.indicators.push({ id: 'speed', name: text, start: 10 });
    },
    'indicators[1]: nothing moves "speed"',
  ],
  [
    'unused/asset',
    'nothing changes it',
    (file) => {
      file.assets.push({ ...file.assets[0], id: 'other-service' });
    },
    'assets[1]: nothing changes "other-service"',
  ],
];

describe('what is never used', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT14] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT14] every rule of what is unused has a case that trips it', () => {
    expect(untried(unusedRules, cases)).toEqual([]);
  });

  test('[LINT14] a system that feels another’s failure is used', () => {
    const found = outcomeOf('unused/asset', (file) => {
      const dependsOn = [{ asset: 'shared-service', when: ['degraded'], becomes: 'degraded' }];
      file.assets.push({ ...file.assets[0], id: 'other-service', dependsOn });
    });
    expect(found).toEqual([]);
  });
});
