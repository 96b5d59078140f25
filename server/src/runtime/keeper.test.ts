import { playTimeAt } from '@trilogue/engine/exercise/state';
import { expect, onTestFinished, test } from 'vitest';
import { openLiveLog } from '../testing/live-log.js';
import { leaseMs } from './keeper.js';

async function open() {
  const live = await openLiveLog();
  onTestFinished(live.close);
  return live;
}

const minute = 60_000;

test('[KEEP3] after a stall of more than ten seconds the first thing decided is a pause', async () => {
  const { ask, runner, time, keeper, changes } = await open();
  time.nowMs += 9_000;
  await keeper.tick();
  const recordedPlayMs = playTimeAt(runner.state, time.nowMs);
  time.nowMs += 60 * minute;
  await ask({ type: 'SetSpeed', speed: 2 }, 'speed-1');
  const facts = changes.flatMap((change) => change.facts);
  expect(facts.map(({ type }) => type)).toEqual(['ClockPaused', 'SpeedSet']);
  expect(facts[0]).toMatchObject({ cause: 'gap', playMs: recordedPlayMs });
});

test('[KEEP4] a stall of ten seconds goes on as if nothing had been', async () => {
  const { ask, runner, time, changes } = await open();
  time.nowMs += 10_000;
  await ask({ type: 'AdvanceClock' });
  expect(runner.state.lifecycle.clock).toBe('running');
  expect(playTimeAt(runner.state, time.nowMs)).toBe(10_000);
  expect(changes).toEqual([]);
});

test('[KEEP6] what was due before the gap has happened, what came after waits', async () => {
  const { ask, runner, time, keeper } = await open();
  for (let seconds = 0; seconds < 61; seconds++) {
    time.nowMs += 1_000;
    await keeper.tick();
  }
  time.nowMs += 60 * minute;
  await ask({ type: 'AdvanceClock' });
  const { injects, clock } = runner.state;
  expect(injects.get('jp-alarm' as never)?.status).toBe('released');
  expect(injects.get('ph-manifest' as never)?.status).toBe('armed');
  expect(clock.anchorPlayMs).toBe(61_000);
});

test('[KEEP7] whoever lost the lease steps down, and what its people ask for is kept all the same', async () => {
  const { ask, runner, store, keeper, time } = await open();
  const { exerciseId } = runner;
  const request = { exerciseId, nowMs: time.nowMs, staleBeforeMs: Number.MAX_SAFE_INTEGER };
  await store.events.takeLease({ ...request, holder: 'another' });
  expect(await ask({ type: 'PauseClock', reason: '' })).toMatchObject({ ok: true });
  expect(keeper.keeps(exerciseId)).toBe(true);
  await keeper.tick();
  expect(keeper.keeps(exerciseId)).toBe(false);
});

test('[KEEP8] whoever decides finds a gap, also one who keeps nothing', async () => {
  const { ask, runner, keeper, time, changes } = await open();
  time.nowMs += 4_000;
  await keeper.tick();
  keeper.drop(runner.exerciseId);
  time.nowMs += 60_000;
  await ask({ type: 'SetSpeed', speed: 2 }, 'speed-1');
  const facts = changes.flatMap((change) => change.facts);
  expect(facts.map(({ type }) => type)).toEqual(['ClockPaused', 'SpeedSet']);
  expect(facts[0]).toMatchObject({ cause: 'gap', playMs: 4_000 });
});

test('[KEEP9] an exercise that nobody keeps any more is taken up', async () => {
  const { runner, keeper, time } = await open();
  keeper.drop(runner.exerciseId);
  time.nowMs += leaseMs - 1_000;
  await keeper.tick();
  expect(keeper.keeps(runner.exerciseId)).toBe(false);
  time.nowMs += 2_000;
  await keeper.tick();
  expect(keeper.keeps(runner.exerciseId)).toBe(true);
});
