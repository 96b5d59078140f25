/** The tests' small scenario with many injects, whose moments are known beforehand. */
import { readFileSync } from 'node:fs';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { loadScenario } from '@trilogue/engine/scenario/load';
import type { Planned } from '../laws/history.js';

const original = new URL('../../fixtures/scenarios/two-tables.json', import.meta.url);
const everyMinutes = 0.5;
const perMinute = 60_000;

export interface PlannedScenario {
  readonly text: string;
  readonly plan: readonly Planned[];
}

/** Every fourth inject waits for the one before it, so that a chain has to hold as well. */
export function scenarioWith(count: number): PlannedScenario {
  const scenario = JSON.parse(readFileSync(original, 'utf8')) as Record<string, unknown>;
  const injects = Array.from({ length: count }, (_, index) => inject(index));
  const plan = injects.map(({ id }, index) => ({
    injectId: id,
    dueAtMs: (index + 1) * everyMinutes * perMinute,
  }));
  const text = JSON.stringify({ ...scenario, estimatedMinutes: 600, injects });
  const loaded = loadScenario(text);
  if (!loaded.ok) throw new Error(loaded.problems.slice(0, 3).map(formatProblem).join('\n'));
  return { text, plan };
}

function inject(index: number) {
  const isChained = index % 4 === 3;
  return {
    id: idOf(index),
    number: String(index + 1),
    title: `Event ${index + 1}`,
    kind: 'expectedAction',
    phase: 'first',
    channel: 'alert',
    from: 'desk',
    to: ['all'],
    tlp: 'GREEN',
    body: `Event ${index + 1} happens.`,
    release: isChained
      ? {
          kind: 'afterInject',
          inject: idOf(index - 1),
          event: 'released',
          delayMinutes: everyMinutes,
        }
      : { kind: 'at', minutes: (index + 1) * everyMinutes },
    // Answers are raced for; nothing is due of anybody, or the log would be full of lateness.
    expectations: [{ id: 'say', kind: 'respond', withinMinutes: 1_440, points: 1 }],
  };
}

function idOf(index: number): string {
  return `event-${index + 1}`;
}
