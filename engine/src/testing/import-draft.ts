/** What tests ask of an import's result. */
import type { ImportResult, ImportSettings } from '../interop/draft.js';
import { formatFinding } from '../interop/finding.js';
import { parseScenario } from '../scenario/load.js';
import type { Scenario } from '../scenario/schema.js';
import { type Drill, running, type SetupOptions, seat } from './drill.js';

export const settings: ImportSettings = {
  id: 'a-draft',
  language: 'en',
  startsAt: '2026-12-01T08:00:00+08:00',
  playMinutes: 120,
};

/** The draft, loaded. Throws what was found where there is none. */
export function loaded({ scenario, findings }: ImportResult): Scenario {
  if (scenario === null) throw new Error(findings.map(formatFinding).join('\n'));
  const result = parseScenario(JSON.parse(JSON.stringify(scenario)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

export function codes({ findings }: ImportResult): string[] {
  return findings.map(({ code }) => code);
}

/** Plays a draft to its end, one table a party, and answers what is asked. */
export function playToEnd(scenario: Scenario, options: SetupOptions = {}): Drill {
  const drill = running(scenario, options);
  for (let minute = 0; minute < 11_000 && drill.state.lifecycle.stage === 'live'; minute++) {
    drill.wait(60_000);
  }
  return drill;
}

/** Ids of the injects that went out. */
export function released({ state }: Drill): string[] {
  return [...state.injects].flatMap(([id, { status }]) => (status === 'released' ? [id] : []));
}

export { seat };
