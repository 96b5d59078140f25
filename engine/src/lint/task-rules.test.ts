import { describe, expect, test } from 'vitest';
import {
  findingsAfter,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { taskRules } from './task-rules.js';

const task = { id: 'more', withinMinutes: 5, points: 1 };

const cases: readonly LintCase[] = [
  [
    'task/nothing-to-share',
    'the inject that brings it never comes',
    (file) => {
      const never = { kind: 'when', condition: { kind: 'score', atLeast: 9_999 } };
      injectOf(file, 'supplier-calls').release = never;
      injectOf(file, 'reporter-asks-1').expectations.push({
        ...task,
        kind: 'share',
        item: 'supplier-note',
        teams: ['jp-cert'],
        with: ['ph'],
      });
    },
    'injects[4].expectations[1].item: "jp-cert" does not hold "supplier-note", and nobody may give it',
  ],
  [
    'task/nothing-to-share',
    'it may not leave the one team that holds it',
    (file) => {
      delete file.items[0].sanitised;
      injectOf(file, 'reporter-asks-1').expectations.push({
        ...task,
        kind: 'share',
        item: 'supplier-note',
        teams: ['ph-operator'],
        with: ['jp'],
      });
    },
    'injects[4].expectations[1].item: "ph-operator" does not hold "supplier-note", and nobody may give it',
  ],
  [
    'task/only-themselves',
    'a message to the own team',
    (file) => {
      injectOf(file, 'supplier-calls').expectations.push({
        ...task,
        kind: 'message',
        with: ['jp-cert'],
      });
    },
    'injects[3].expectations[1].with: "jp-cert" would tell only themselves',
  ],
  [
    'task/position-never-opens',
    'what opens it never happens',
    (file) => {
      delete file.positions[0].comesWith;
      const inject = injectOf(file, 'reporter-asks-1');
      inject.release = { kind: 'when', condition: { kind: 'score', atLeast: 9_999 } };
      inject.effects = [{ kind: 'openPosition', position: 'one-line' }];
    },
    'injects[6].expectations[0].position: "one-line" never opens',
  ],
  [
    'task/position-by-hand',
    'only a controller opens it',
    (file) => {
      delete file.positions[0].comesWith;
    },
    'injects[6].expectations[0].position: only a controller opens "one-line"',
  ],
  [
    'task/obligation-never-starts',
    'its clock never runs',
    (file) => {
      const inject = injectOf(file, 'service-slows');
      inject.effects.pop();
      inject.expectations.push({
        ...task,
        kind: 'report',
        obligation: 'breach-notice',
        teams: ['jp-operator'],
      });
    },
    'injects[0].expectations[1].obligation: "breach-notice" never starts',
  ],
  [
    'task/decision-without-deadline',
    'nothing is expected of it',
    (file) => {
      const inject = injectOf(file, 'supplier-calls');
      inject.kind = 'decision';
      inject.choices = ['a', 'b'].map((id) => ({ id, label: { en: id, ja: id, fil: id } }));
    },
    'injects[3]: "supplier-calls" may be left undecided',
  ],
  [
    'task/deadline-after-phase',
    'the module ends before',
    (file) => {
      injectOf(file, 'reporter-asks-1').expectations[0].withinMinutes = 20;
    },
    'injects[4].expectations: "answer" of "reporter-asks-1" is due after "module-1" is over (minute 30)',
  ],
  [
    'task/deadline-after-play',
    'play ends before',
    (file) => {
      injectOf(file, 'service-back').expectations[0].withinMinutes = 20;
    },
    'injects[7].expectations: 1 inject of "module-2" has deadlines after minute 60, the estimated end: "service-back"',
  ],
];

describe('tasks', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT6] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT6] every rule of tasks has a case that trips it', () => {
    expect(untried(taskRules, cases)).toEqual([]);
  });

  test('[LINT6] whoever may be told may pass it on', () => {
    const found = findingsAfter((file) => {
      injectOf(file, 'reporter-asks-1').expectations.push({
        ...task,
        kind: 'share',
        item: 'supplier-note',
        teams: ['ph-cert'],
        with: ['ph-operator', 'jp'],
      });
    });
    expect(found).toEqual([]);
  });
});
