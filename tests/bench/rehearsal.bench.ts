/** How long one rehearsal of a large bundled scenario takes, one after another on one core. */
import { readFileSync } from 'node:fs';
import { seedOfRun } from '@trilogue/engine/rehearsal/chance';
import { rehearse } from '@trilogue/engine/rehearsal/rehearse';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { toPlaybook } from '@trilogue/engine/scenario/playbook';
import { report } from './report.js';

const runs = 300;
const scenarioFile = new URL('../../scenarios/kestrel-locker/scenario.json', import.meta.url);

export function benchRehearsal(): void {
  const loaded = loadScenario(readFileSync(scenarioFile, 'utf8'));
  if (!loaded.ok) throw new Error('the scenario does not load');
  const playbook = toPlaybook(loaded.scenario);
  const ms: number[] = [];
  const actions: number[] = [];
  const facts: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now();
    const played = rehearse(playbook, { seed: seedOfRun(1, run), teams: 'mixed' });
    ms.push(performance.now() - startedAt);
    actions.push(played.actions);
    facts.push(played.facts.length);
  }
  report(
    `one rehearsal of Kestrel Locker, ${median(actions)} actions, ${median(facts)} facts`,
    `${median(ms).toFixed(1)} ms (median of ${runs}, mixed teams)`,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
}
