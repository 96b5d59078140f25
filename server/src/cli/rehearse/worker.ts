/** One worker of many: rehearses its runs and sends what they came to. */
import { parentPort, workerData } from 'node:worker_threads';
import { seedOfRun } from '@trilogue/engine/rehearsal/chance';
import { rehearse } from '@trilogue/engine/rehearsal/rehearse';
import { summarise } from '@trilogue/engine/rehearsal/summary';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { toPlaybook } from '@trilogue/engine/scenario/playbook';
import type { WorkerOrder, WorkerResult } from './pool.js';

const batchSize = 10;
const order = workerData as WorkerOrder;
const loaded = loadScenario(order.scenarioText);
// The command has loaded it before.
if (!loaded.ok) throw new Error('the scenario does not load');
const playbook = toPlaybook(loaded.scenario);

let batch: WorkerResult[] = [];
for (let run = order.from; run < order.runs; run += order.step) {
  const startedAt = performance.now();
  const rehearsal = rehearse(playbook, {
    seed: seedOfRun(order.seed, run),
    teams: order.teams,
    tables: order.tables as never,
  });
  const ms = performance.now() - startedAt;
  batch.push({ run, summary: summarise(rehearsal), ms });
  if (batch.length >= batchSize) send();
}
send();

function send(): void {
  if (batch.length > 0) parentPort?.postMessage(batch);
  batch = [];
}
