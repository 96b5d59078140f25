import { describe, expect, test } from 'vitest';
import {
  type File,
  findingsAfter,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { flowRules } from './flow-rules.js';

/** A phase more, with all that a phase needs. */
function phase(file: File, id: string, more: object = {}): File {
  return { ...file.phases[0], id, exits: [], startsAt: undefined, ...more };
}

const cases: readonly LintCase[] = [
  [
    'flow/unreachable-inject',
    'it waits for a milestone that nothing sets',
    (file) => {
      file.milestones.push({ id: 'warned', title: 'x' });
      injectOf(file, 'reporter-asks-1').release = {
        kind: 'when',
        condition: { kind: 'milestone', milestone: 'warned' },
      };
    },
    'injects[4].release.condition: "reporter-asks-1" is never released: no effect sets milestone "warned"',
  ],
  [
    'flow/unreachable-inject',
    'what waits for it is told with it, and not again',
    (file) => {
      injectOf(file, 'supplier-calls').release = {
        kind: 'when',
        condition: { kind: 'asset', asset: 'shared-service', is: ['down', 'isolated'] },
      };
      injectOf(file, 'reporter-asks-1').release = { kind: 'afterInject', inject: 'supplier-calls' };
    },
    'injects[3].release.condition: "supplier-calls" is never released: nothing makes "shared-service" down or isolated, and "reporter-asks-1" waits for it',
  ],
  [
    'flow/unreachable-inject',
    'an edge that holds from StartEx on does not turn true',
    (file) => {
      injectOf(file, 'reporter-asks-1').release = {
        kind: 'when',
        condition: { kind: 'asset', asset: 'shared-service', is: ['operational', 'degraded'] },
      };
    },
    'injects[4].release.mode: "reporter-asks-1" is never released: its condition holds from StartEx on and never ceases, so it does not become true',
  ],
  [
    'flow/unreachable-phase',
    'no exit leads to it',
    (file) => {
      file.phases.push(phase(file, 'aside'));
      file.phases[1].exits = [{ to: 'module-1', when: { kind: 'manual' } }];
    },
    'phases[2]: "aside" is never entered: no exit or effect leads to it',
  ],
  [
    'flow/wait-circle',
    'two conditions wait for each other',
    (file) => {
      const released = (inject: string) => ({ kind: 'inject', inject, is: 'released' });
      injectOf(file, 'supplier-calls').release = {
        kind: 'when',
        condition: released('reporter-asks-1'),
      };
      injectOf(file, 'reporter-asks-1').release = {
        kind: 'when',
        condition: released('supplier-calls'),
      };
    },
    'injects[3].release.condition: "supplier-calls" and "reporter-asks-1" wait for each other',
  ],
  [
    'flow/wait-circle',
    'a phase waits for an inject of its own',
    (file) => {
      file.phases[0].exits[0].when = { kind: 'afterInject', inject: 'service-back' };
    },
    'phases[1]: "module-2" and "service-back" wait for each other',
  ],
  [
    'flow/dead-end',
    'nothing leads out of the first module',
    (file) => {
      file.phases[0].exits = [];
    },
    'phases[0]: nothing leads out of "module-1", so "module-2" is never reached',
  ],
  [
    'flow/after-phase-end',
    'the module is over by then',
    (file) => {
      injectOf(file, 'reporter-asks-1').release.minutes = 31;
    },
    'injects[4].release: "reporter-asks-1" comes 31 minutes into "module-1" at the earliest, which is over after 30',
  ],
  [
    'flow/after-phase-end',
    'the delays of a chain add up',
    (file) => {
      injectOf(file, 'reporter-asks-1').release = {
        kind: 'afterInject',
        inject: 'supplier-calls',
        delayMinutes: 25,
      };
    },
    'injects[4].release: "reporter-asks-1" comes 33 minutes into "module-1" at the earliest, which is over after 30',
  ],
  [
    'flow/comes-too-late',
    'what it waits for is of the module after',
    (file) => {
      injectOf(file, 'reporter-asks-1').release = {
        kind: 'when',
        condition: { kind: 'inject', inject: 'next-morning-2', is: 'released' },
      };
    },
    'injects[4].release: "reporter-asks-1" waits for what can only come once "module-1" is over',
  ],
  [
    'flow/comes-too-late',
    'a way out that a later module opens',
    (file) => {
      file.phases[0].exits.push({
        to: 'module-2',
        when: { kind: 'afterInject', inject: 'next-morning-2' },
      });
    },
    'phases[0].exits[1].when: this way out waits for what can only come once "module-1" is over',
  ],
  [
    'flow/exit-overtaken',
    'a later exit of the same phase',
    (file) => {
      file.phases[0].exits.push({ to: 'module-2', when: { kind: 'at', minutes: 40 } });
    },
    'phases[0].exits[1]: "module-1" is left by its exit to "module-2" before this one opens',
  ],
  [
    'flow/edge-in-the-past',
    'what it waits for happens in the module before',
    (file) => {
      injectOf(file, 'next-morning-2').release = {
        kind: 'when',
        condition: { kind: 'inject', inject: 'service-slows', is: 'released' },
      };
    },
    'injects[5].release.mode: its condition becomes true in "module-1", not in "module-2"',
  ],
  [
    'flow/endless-cascade',
    'two phases open each other',
    (file) => {
      file.phases[0].onEnter = [{ kind: 'enterPhase', phase: 'module-2' }];
      file.phases[1].onEnter = [{ kind: 'enterPhase', phase: 'module-1' }];
    },
    'phases[0].onEnter: "module-1" opens "module-2" opens "module-1" again',
  ],
  [
    'flow/ends-by-hand',
    'no ending ends it',
    (file) => {
      file.endings.pop();
    },
    'endings: only the director can end the exercise',
  ],
];

describe('the course of a scenario', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT4] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT4] every rule of the course has a case that trips it', () => {
    expect(untried(flowRules, cases)).toEqual([]);
  });

  test('[LINT4] what a controller does because the scenario says so is possible', () => {
    const found = findingsAfter((file) => {
      injectOf(file, 'supplier-calls').release = { kind: 'manual' };
      injectOf(file, 'reporter-asks-1').release = { kind: 'deck' };
      file.phases[0].exits[0].when = { kind: 'manual' };
    });
    expect(found.filter(({ code }) => code.startsWith('flow/'))).toEqual([]);
  });
});
