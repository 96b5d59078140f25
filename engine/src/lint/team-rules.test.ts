import { describe, expect, test } from 'vitest';
import {
  type File,
  findingsAfter,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { teamRules } from './team-rules.js';

/** So many tasks more about an inject. */
function moreTasks(file: File, injectId: string, count: number, more: object = {}): void {
  for (let index = 0; index < count; index++) {
    injectOf(file, injectId).expectations.push({
      id: `more-${index}`,
      kind: 'respond',
      withinMinutes: 5,
      points: 1,
      ...more,
    });
  }
}

/** The supplier’s call becomes a decision, with an inject for either choice. */
function withDecision(file: File, tasks: number): void {
  const decision = injectOf(file, 'supplier-calls');
  const label = { en: 'Go', ja: '進む', fil: 'Sige' };
  decision.choices = ['a', 'b'].map((id) => ({ id, label }));
  decision.expectations.push({ id: 'choose', kind: 'choose', withinMinutes: 10, points: 1 });
  for (const choice of ['a', 'b']) {
    file.injects.push({
      ...injectOf(file, 'reporter-asks-1'),
      id: `after-${choice}`,
      number: choice === 'a' ? '90' : '91',
      to: ['jp-cert'],
      release: { kind: 'whenChoice', inject: 'supplier-calls', choice },
      expectations: [],
    });
    moreTasks(file, `after-${choice}`, tasks);
  }
}

const cases: readonly LintCase[] = [
  [
    'team/nothing-in-module',
    'one team gets nothing of a module',
    (file) => {
      for (const inject of file.injects) {
        if (inject.phase !== 'module-2') continue;
        inject.to = ['jp', 'ph-cert'];
        for (const one of inject.expectations) {
          one.teams = one.teams?.filter((team: string) => team !== 'ph-operator');
        }
      }
    },
    'phases[1]: "module-2" brings nothing to "ph-operator"',
  ],
  [
    'team/nothing-to-do',
    'one team has only to read',
    (file) => {
      for (const { phase, expectations } of file.injects) {
        if (phase !== 'module-2') continue;
        for (const one of expectations) {
          const teams: string[] = one.teams ?? ['jp-cert', 'jp-operator', 'ph-cert'];
          one.teams = teams.filter((team) => team !== 'ph-operator');
        }
      }
    },
    'phases[1]: nothing is expected of "ph-operator" in "module-2"',
  ],
  [
    'team/overloaded',
    'seven tasks within ten minutes',
    (file) => moreTasks(file, 'what-do-you-know', 5, { teams: ['ph-operator'] }),
    'injects[0].expectations: "ph-operator" has 7 tasks within 10 minutes from minute 0 of "module-1": "service-slows/seen", "what-do-you-know/report", "what-do-you-know/more-0", "what-do-you-know/more-1", "what-do-you-know/more-2", "what-do-you-know/more-3" and "what-do-you-know/more-4"',
  ],
  [
    'team/overloaded',
    'of two ways the heavier counts',
    (file) => withDecision(file, 5),
    'injects[0].expectations: "jp-cert" has 8 tasks within 10 minutes from minute 0 of "module-1": "service-slows/seen", "what-do-you-know/report", "supplier-calls/pass-on", "after-a/more-0", "after-a/more-1", "after-a/more-2", "after-a/more-3" and "after-a/more-4"',
  ],
  [
    'team/long-silence',
    'nothing for sixteen minutes',
    (file) => {
      file.injects = file.injects.filter(({ id }: File) => id !== 'reporter-asks-1');
    },
    'phases[0]: long waits in "module-1": "jp-operator" (minutes 12 to 30), "ph-cert" (minutes 12 to 30), "ph-operator" (minutes 12 to 30)',
  ],
];

describe('what teams have to do', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT7] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT7] every rule of teams has a case that trips it', () => {
    expect(untried(teamRules, cases)).toEqual([]);
  });

  test.each<[string, (file: File) => void, number]>([
    ['six tasks', (file) => moreTasks(file, 'what-do-you-know', 4, { teams: ['ph-operator'] }), 6],
    ['more, where more are allowed', (file) => moreTasks(file, 'what-do-you-know', 5), 8],
    ['two ways of which one is taken', (file) => withDecision(file, 3), 6],
  ])('[LINT7] no load too heavy: %s', (_, change, maxOpen) => {
    const found = findingsAfter(change, { maxOpen });
    expect(found.filter(({ code }) => code === 'team/overloaded')).toEqual([]);
  });

  test('[LINT7] a module without injects, as a hot wash, leaves nobody idle', () => {
    const found = findingsAfter((file) => {
      file.phases[1].exits = [{ to: 'hot-wash', when: { kind: 'at', minutes: 30 } }];
      file.phases.push({ id: 'hot-wash', title: file.phases[0].title });
      file.estimatedMinutes = 90;
    });
    expect(found).toEqual([]);
  });
});
