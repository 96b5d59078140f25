/** Rehearsals side by side, one worker a core. The order of their results is the order of the runs. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RunSummary } from '@trilogue/engine/rehearsal/summary';
import type { TeamsOption } from '@trilogue/engine/rehearsal/temperament';

export interface RehearsalOrder {
  readonly scenarioText: string;
  readonly seed: number;
  readonly teams: TeamsOption;
  readonly tables: readonly (readonly string[])[];
  readonly runs: number;
}

/** What a worker is told: its own runs, by number. */
export interface WorkerOrder extends RehearsalOrder {
  readonly from: number;
  readonly step: number;
}

export interface WorkerResult {
  readonly run: number;
  readonly summary: RunSummary;
  /** How long the rehearsal took, in ms. Not part of any report: it differs each time. */
  readonly ms: number;
}

export interface PoolResult {
  readonly summaries: readonly RunSummary[];
  /** ms each rehearsal took. */
  readonly times: readonly number[];
}

/** @throws Error where a rehearsal broke */
export async function rehearseAll(
  order: RehearsalOrder,
  onDone: (done: number) => void,
  workers = Math.min(availableParallelism(), order.runs),
): Promise<PoolResult> {
  const results: WorkerResult[] = [];
  await Promise.all(
    Array.from({ length: workers }, (_, from) =>
      work({ ...order, from, step: workers }, (result) => {
        results.push(result);
        onDone(results.length);
      }),
    ),
  );
  results.sort((a, b) => a.run - b.run);
  return {
    summaries: results.map(({ summary }) => summary),
    times: results.map(({ ms }) => ms),
  };
}

function work(order: WorkerOrder, onResult: (result: WorkerResult) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: order });
    worker.on('message', (batch: WorkerResult[]) => batch.forEach(onResult));
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a rehearsal broke off with code ${code}`)),
    );
  });
}
