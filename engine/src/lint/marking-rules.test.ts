import { describe, expect, test } from 'vitest';
import {
  type File,
  findingsAfter,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { markingRules } from './marking-rules.js';

const cases: readonly LintCase[] = [
  [
    'marking/red-to-many',
    'to everybody',
    (file) => {
      injectOf(file, 'what-do-you-know').tlp = 'RED';
    },
    'injects[1].to: "what-do-you-know" is TLP:RED and goes to everybody',
  ],
  [
    'marking/red-to-many',
    'to two whole parties',
    (file) => {
      Object.assign(injectOf(file, 'what-do-you-know'), { tlp: 'RED', to: ['jp', 'ph'] });
    },
    'injects[1].to: "what-do-you-know" is TLP:RED and goes to "jp" and "ph"',
  ],
  [
    'marking/needs-permission',
    'without a sanitised form',
    (file) => {
      delete file.items[0].sanitised;
      injectOf(file, 'supplier-calls').expectations.pop();
    },
    'items[0].needs: "ph-cert" may hear of "supplier-note" only if "supplier" permits it',
  ],
  [
    'marking/needs-permission',
    'the whole form is needed',
    (file) => {
      file.items[0].needs[0].wholeForm = true;
    },
    'items[0].needs: "ph-cert" may hear of "supplier-note" only if "supplier" permits it',
  ],
  [
    'marking/nobody-may-tell',
    'who needs it is the only one to hold it',
    (file) => {
      file.items[0].needs[0].teams = ['jp-cert'];
    },
    'items[0].needs: nobody can tell "jp-cert" of "supplier-note"',
  ],
  [
    'marking/task-needs-permission',
    'without a sanitised form',
    (file) => {
      delete file.items[0].sanitised;
    },
    'injects[3].expectations[0].with: "ph-cert" may have "supplier-note" only if "supplier" permits it',
  ],
];

describe('markings', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT9] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT9] every rule of markings has a case that trips it', () => {
    expect(untried(markingRules, cases)).toEqual([]);
  });

  test.each<[string, (item: File) => void]>([
    ['it may be released to them', (item) => Object.assign(item, { releasableTo: ['ph'] })],
    ['the originator holds it', (item) => Object.assign(item, { originator: 'jp-cert' })],
    ['it is TLP:GREEN', (item) => Object.assign(item, { tlp: 'GREEN' })],
    [
      'it is TLP:AMBER and they are of the same party',
      (item) => {
        item.tlp = 'AMBER';
        item.needs[0].teams = ['jp-operator'];
      },
    ],
  ])('[LINT9] nothing stands in the way where %s', (_, change) => {
    const found = findingsAfter((file) => {
      const [item] = file.items;
      delete item.sanitised;
      change(item);
    });
    expect(found.filter(({ code }) => code === 'marking/needs-permission')).toEqual([]);
  });

  test('[LINT9] TLP:RED to named teams is as it should be', () => {
    const found = findingsAfter((file) => {
      Object.assign(injectOf(file, 'supplier-calls'), { tlp: 'RED', to: ['jp-cert', 'ph-cert'] });
    });
    expect(found).toEqual([]);
  });
});
