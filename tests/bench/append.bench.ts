/** How many commands a second are decided and made durable on SQLite, one by one and in turns. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyExercise } from '@trilogue/engine/exercise/state';
import type { CommandId, ExerciseId } from '@trilogue/engine/protocol/ids';
import { createLog } from '../../server/src/log.js';
import { startClock } from '../../server/src/runtime/clock.js';
import { Runner } from '../../server/src/runtime/runner.js';
import { openSqliteStore } from '../../server/src/store/store.js';
import { flatScenario } from './fold.bench.js';
import { median, percentile, report } from './report.js';

const rounds = 5;
const commands = 2_000;

export async function benchAppend(): Promise<void> {
  const alone: number[] = [];
  const together: number[] = [];
  const latencies: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await withRunner(async (runner, nextId) => {
      const start = performance.now();
      for (let sent = 0; sent < commands / 4; sent++) {
        const began = performance.now();
        await runner.ask(message(nextId()));
        latencies.push(performance.now() - began);
      }
      alone.push(commands / 4 / ((performance.now() - start) / 1_000));
    });
    await withRunner(async (runner, nextId) => {
      const start = performance.now();
      await Promise.all(Array.from({ length: commands }, () => runner.ask(message(nextId()))));
      together.push(commands / ((performance.now() - start) / 1_000));
    });
  }
  report(
    'decide + durable append, one at a time',
    `${median(alone).toFixed(0)} a second, p50 ${median(latencies).toFixed(2)} ms, p99 ${percentile(latencies, 99).toFixed(2)} ms`,
  );
  report(
    'decide + durable append, all that wait in one turn',
    `${median(together).toFixed(0)} a second`,
  );
}

const message = (commandId: CommandId) => ({
  actor: { kind: 'host' } as const,
  commandId,
  command: {
    type: 'SendMessage',
    thread: { kind: 'staff' },
    text: 'A message of a usual length, as staff write them to each other.',
  } as const,
});

async function withRunner(
  use: (runner: Runner, nextId: () => CommandId) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const store = await openSqliteStore(folder);
  const { events } = store;
  const scenario = flatScenario(30, 9);
  const exerciseId = 'benchmark1' as ExerciseId;
  await events.createExercise({
    exerciseId,
    scenarioId: scenario.id,
    scenarioText: JSON.stringify(scenario),
    scenarioHash: 'hash',
    title: 'Benchmark',
    createdAtMs: await events.nowMs(),
  });
  const log = createLog('error');
  const clock = startClock(await events.nowMs());
  const runner = new Runner({ exerciseId, events, clock, log }, emptyExercise(scenario));
  let id = 0;
  const teamIds = scenario.teams.map((team) => team.id);
  await runner.askAsHost({
    type: 'CreateExercise',
    exerciseId,
    scenarioId: scenario.id,
    scenarioHash: 'hash',
    title: 'Benchmark',
    seed: 1,
    pace: 'auto',
    mode: 'coach',
  });
  await runner.askAsHost({
    type: 'CastTeams',
    casting: { tables: [{ tableId: 'one' as never, name: 'One', teamIds }], controlled: [] },
  });
  await runner.askAsHost({ type: 'OpenLobby' });
  await use(runner, () => `command-${id++}` as CommandId);
  await runner.idle();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
