import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SeatId } from '@trilogue/engine/protocol/ids';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../log.js';
import { openSqliteStore } from '../store/store.js';
import { Exercises, quietMs } from './exercises.js';
import { Keeper } from './keeper.js';
import { StorageHealth } from './storage-health.js';

const file = new URL('../../../tests/fixtures/scenarios/two-tables.json', import.meta.url);

/** An exercise in a store of its own, at a moment that a test sets. */
async function opened() {
  const dataDir = mkdtempSync(join(tmpdir(), 'trilogue-exercises-'));
  const store = await openSqliteStore(dataDir);
  const time = { nowMs: 1_800_000_000_000 };
  const clock = { now: () => time.nowMs, noticeSleep: () => undefined, follow: () => undefined };
  const log = createLog('silent');
  const health = new StorageHealth(() => undefined);
  const keeper = new Keeper({
    events: store.events,
    clock,
    log,
    health,
    holder: 'test',
    isShared: false,
    sync: async () => undefined,
    takeUp: (id) => exercises.takeUp(id),
    timerFired: () => undefined,
  });
  const ignore = () => undefined;
  const rooms = {
    frame: ignore,
    roster: ignore,
    present: ignore,
    draft: ignore,
    moved: ignore,
    gone: ignore,
  };
  const exercises = new Exercises({
    store,
    clock,
    keeper,
    log,
    health,
    metrics: { appended: ignore, published: ignore },
    roomsOf: () => rooms,
    appended: ignore,
  });
  onTestFinished(async () => {
    await exercises.close();
    await keeper.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const text = readFileSync(file, 'utf8');
  const loaded = loadScenario(text);
  if (!loaded.ok) throw new Error('the fixture does not load');
  const wish = { title: 'Autumn drill', pace: 'auto', mode: 'coach', seed: 1 } as const;
  const made = await exercises.create(
    { scenario: loaded.scenario, text, hash: 'hash', attachments: [] },
    wish,
  );
  if (!made.ok) throw new Error(made.code);
  const { exerciseId } = made;
  const find = async () => {
    const exercise = await exercises.find(exerciseId);
    if (exercise === null || !('runner' in exercise)) throw new Error('it is gone');
    return exercise;
  };
  return { exercises, exerciseId, time, find };
}

test('[LIVE18] an exercise that nobody plays or looks at leaves memory, and comes back as it was', async () => {
  const { exercises, exerciseId, time, find } = await opened();
  const first = await find();
  time.nowMs += quietMs - 1;
  await exercises.letQuietGo();
  expect(await exercises.openedOne(exerciseId)).toBe(first);
  time.nowMs += 1;
  await exercises.letQuietGo();
  expect(await exercises.openedOne(exerciseId)).toBeNull();
  const second = await find();
  expect(second).not.toBe(first);
  expect(second.runner.state.title).toBe('Autumn drill');
  expect(second.runner.state.seq).toBe(first.runner.state.seq);
});

test('[LIVE18] one that somebody is connected to stays, and so does one that is played', async () => {
  const { exercises, exerciseId, time, find } = await opened();
  const exercise = await find();
  exercise.live.arrived('seat-1' as SeatId);
  time.nowMs += 10 * quietMs;
  await exercises.letQuietGo();
  exercise.live.left('seat-1' as SeatId);
  // Somebody was there a moment ago.
  await exercises.letQuietGo();
  expect(await exercises.openedOne(exerciseId)).toBe(exercise);
  const casting = {
    tables: [{ tableId: 'tokyo', name: 'Tokyo', teamIds: ['jp-port'] }],
    controlled: [],
  };
  await exercise.runner.askAsHost({ type: 'CastTeams', casting: casting as never });
  await exercise.runner.askAsHost({ type: 'OpenLobby' });
  await exercise.runner.askAsHost({ type: 'StartExercise' });
  time.nowMs += 10 * quietMs;
  await exercises.letQuietGo();
  expect(await exercises.openedOne(exerciseId)).toBe(exercise);
});
