import type { Command } from '@trilogue/engine/exercise/commands';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { expect, onTestFinished, test } from 'vitest';
import { openLiveLog } from '../testing/live-log.js';

async function open() {
  const live = await openLiveLog();
  onTestFinished(live.close);
  return live;
}

const pause: Command = { type: 'PauseClock', reason: '' };
const resume: Command = { type: 'ResumeClock' };

test('[LOG7] what is kept comes first, then the answer, then the news', async () => {
  const { ask, trace } = await open();
  await ask(pause, 'pause-1');
  expect(trace).toEqual(['kept', 'answered', 'told']);
});

test('[LOG8] what arrives in one turn of the event loop is one append and one piece of news', async () => {
  const { ask, trace, changes } = await open();
  await Promise.all([ask(pause, 'pause-1'), ask(resume, 'resume-1'), ask(pause, 'pause-2')]);
  expect(trace).toEqual(['kept', 'answered', 'answered', 'answered', 'told']);
  expect(changes[0]?.facts.map(({ type }) => type)).toEqual([
    'ClockPaused',
    'ClockResumed',
    'ClockPaused',
  ]);
});

test('[LOG9] when an append fails nothing has happened, and the next try works', async () => {
  const { ask, events, runner, trace, store } = await open();
  const { append } = events;
  const before = runner.state;
  events.append = () => Promise.reject(new Error('the disk is full'));
  const answers = await Promise.all([ask(pause, 'pause-1'), ask(resume, 'resume-1')]);
  expect(answers).toMatchObject([{ code: 'server/unavailable' }, { code: 'server/unavailable' }]);
  expect(runner.state).toBe(before);
  expect(trace).toEqual(['answered', 'answered']);
  events.append = append;
  expect(await ask(pause, 'pause-1')).toMatchObject({ ok: true });
  expect(await store.events.readFacts(runner.exerciseId, before.seq)).toHaveLength(1);
});

test('[LOG10] a commit whose answer was lost is found again, told, and not done twice', async () => {
  const { ask, events, runner, changes, store } = await open();
  const { append } = events;
  const before = runner.state.seq;
  events.append = async (asked) => {
    await append(asked);
    throw new Error('the line broke');
  };
  expect(await ask(pause, 'pause-1')).toMatchObject({ code: 'server/unavailable' });
  expect(runner.state.lifecycle.clock).toBe('paused');
  expect(changes).toHaveLength(1);
  events.append = append;
  expect(await ask(pause, 'pause-1')).toMatchObject({ ok: true, cursor: { seq: before + 1 } });
  expect(await store.events.readFacts(runner.exerciseId, before)).toHaveLength(1);
});

test('[LOG11] somebody else’s append is met as a conflict, read, and told', async () => {
  const { ask, runner, changes, store } = await open();
  const { seq, epoch, lastPlayMs, lastAtMs } = runner.state;
  const theirs: Fact = {
    type: 'PaceSet',
    pace: 'confirm',
    seq: seq + 1,
    epoch,
    atMs: lastAtMs,
    playMs: lastPlayMs,
    by: { kind: 'host' },
    causedBy: null,
  };
  await store.events.append({
    exerciseId: runner.exerciseId,
    expectedSeq: seq,
    facts: [theirs],
    receipts: [],
    stage: 'live',
    recordedAtMs: lastAtMs,
  });
  expect(await ask(pause, 'pause-1')).toMatchObject({ code: 'server/unavailable' });
  expect(changes.flatMap(({ facts }) => facts)).toEqual([theirs]);
  expect(await ask(pause, 'pause-1')).toMatchObject({ ok: true });
  expect(runner.state.pace).toBe('confirm');
});

test('[LOG12] when the log can’t be read again either, the next turn reads it first', async () => {
  const { ask, events, runner } = await open();
  const { append, readFacts } = events;
  events.append = async (asked) => {
    await append(asked);
    throw new Error('the line broke');
  };
  events.readFacts = () => Promise.reject(new Error('and stays broken'));
  expect(await ask(pause, 'pause-1')).toMatchObject({ code: 'server/unavailable' });
  expect(runner.state.lifecycle.clock).toBe('running');
  events.append = append;
  expect(await ask(resume, 'resume-1')).toMatchObject({ code: 'server/unavailable' });
  events.readFacts = readFacts;
  expect(await ask(resume, 'resume-1')).toMatchObject({ ok: true });
  expect(runner.state.lifecycle.clock).toBe('running');
});
