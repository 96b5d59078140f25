/** For tests: a store in a directory of its own, a clock that stands where it is put, a running exercise. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '@trilogue/engine/exercise/commands';
import { emptyExercise } from '@trilogue/engine/exercise/state';
import type { CommandId, ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { createLog } from '../log.js';
import { Keeper } from '../runtime/keeper.js';
import { type Change, Runner } from '../runtime/runner.js';
import { StorageHealth } from '../runtime/storage-health.js';
import type { EventStore } from '../store/event-store.js';
import { openSqliteStore, type Store } from '../store/store.js';

const scenarioFile = new URL('../../../tests/fixtures/scenarios/two-tables.json', import.meta.url);

export interface Clockwork {
  nowMs: number;
}

export interface LiveLog {
  readonly store: Store;
  /** What the runner uses; a test may put faults into it. */
  readonly events: EventStore;
  readonly keeper: Keeper;
  readonly runner: Runner;
  readonly time: Clockwork;
  /** What happened, in order: "kept", "answered", "told". */
  readonly trace: string[];
  readonly changes: Change[];
  ask(command: Command, commandId?: string): Promise<Answer>;
  close(): Promise<void>;
}

/** A two-table exercise at StartEx, at auto pace, kept by a keeper that nobody ticks. */
export async function openLiveLog(): Promise<LiveLog> {
  const dataDir = mkdtempSync(join(tmpdir(), 'trilogue-live-'));
  const store = await openSqliteStore(dataDir);
  const time: Clockwork = { nowMs: 1_800_000_000_000 };
  const clock = { now: () => time.nowMs, noticeSleep: () => undefined, follow: () => undefined };
  const events: EventStore = { ...store.events };
  const log = createLog('silent');
  const keeper = new Keeper({
    events,
    clock,
    log,
    holder: 'test',
    isShared: false,
    sync: async () => undefined,
    takeUp: () => keeper.keep(runner),
    health: new StorageHealth(() => undefined),
    timerFired: () => undefined,
  });
  const text = readFileSync(scenarioFile, 'utf8');
  const loaded = loadScenario(text);
  if (!loaded.ok) throw new Error('the fixture does not load');
  const exerciseId = 'exercise-1' as ExerciseId;
  const scenarioHash = createHash('sha256').update(text).digest('hex');
  await store.events.createExercise({
    exerciseId,
    scenarioId: 'two-tables',
    scenarioText: text,
    scenarioHash,
    title: 'Drill',
    createdAtMs: time.nowMs,
  });

  const trace: string[] = [];
  const changes: Change[] = [];
  const { commit } = events;
  events.commit = async (request, decide) => {
    const result = await commit(request, decide);
    trace.push('kept');
    return result;
  };
  const runner = new Runner({ exerciseId, events, clock, log }, emptyExercise(loaded.scenario));
  runner.attach({
    recovery: (state, recorded, nowMs) => keeper.recovery(exerciseId, state, recorded, nowMs),
    committed: (change) => {
      trace.push('told');
      changes.push(change);
    },
    kept: () => undefined,
    settled: () => undefined,
  });
  const ask = (command: Command, commandId?: string) =>
    new Promise<Answer>((resolve) => {
      const id = commandId === undefined ? null : (commandId as CommandId);
      runner.submit({ actor: { kind: 'host' }, command, commandId: id }, (answer) => {
        trace.push('answered');
        resolve(answer);
      });
    });

  for (const command of [
    {
      type: 'CreateExercise',
      exerciseId,
      scenarioId: loaded.scenario.id,
      scenarioHash,
      title: 'Drill',
      seed: 1,
      pace: 'auto',
      mode: 'coach',
    },
    {
      type: 'CastTeams',
      casting: {
        tables: [
          // Plain ids where the engine wants branded ones.
          { tableId: 'tokyo' as never, name: 'Tokyo', teamIds: ['jp-port' as never] },
        ],
        controlled: [],
      },
    },
    { type: 'OpenLobby' },
    { type: 'StartExercise' },
  ] satisfies Command[]) {
    const answer = await ask(command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.message}`);
  }
  await keeper.keep(runner);
  await keeper.tick();
  trace.length = 0;
  changes.length = 0;
  return {
    store,
    events,
    keeper,
    runner,
    time,
    trace,
    changes,
    ask,
    async close() {
      await runner.idle();
      await keeper.close();
      await store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
