import type { Command } from '@trilogue/engine/exercise/commands';
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import { expect, onTestFinished, test } from 'vitest';
import { UnreadableLog } from '../store/event-store.js';
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
  const { commit } = events;
  const before = runner.state;
  events.commit = () => Promise.reject(new Error('the disk is full'));
  const answers = await Promise.all([ask(pause, 'pause-1'), ask(resume, 'resume-1')]);
  expect(answers).toMatchObject([{ code: 'server/unavailable' }, { code: 'server/unavailable' }]);
  expect(runner.state).toBe(before);
  expect(trace).toEqual(['answered', 'answered']);
  events.commit = commit;
  expect(await ask(pause, 'pause-1')).toMatchObject({ ok: true });
  expect(await store.events.readFacts(runner.exerciseId, before.seq)).toHaveLength(1);
});

test('[LOG10] a commit whose answer was lost is found again, told, and not done twice', async () => {
  const { ask, events, runner, changes, store } = await open();
  const { commit } = events;
  const before = runner.state.seq;
  events.commit = async (request, decide) => {
    await commit(request, decide);
    throw new Error('the line broke');
  };
  expect(await ask(pause, 'pause-1')).toMatchObject({ code: 'server/unavailable' });
  expect(runner.state.lifecycle.clock).toBe('paused');
  expect(changes).toHaveLength(1);
  events.commit = commit;
  expect(await ask(pause, 'pause-1')).toMatchObject({ ok: true, cursor: { seq: before + 1 } });
  expect(await store.events.readFacts(runner.exerciseId, before)).toHaveLength(1);
});

test('[LOG11] what somebody else appended is told first, and decided on', async () => {
  const { ask, runner, changes, trace, store } = await open();
  const { exerciseId } = runner;
  const theirs = paceSet(runner.state);
  const addition = {
    facts: [theirs],
    receipts: [],
    audit: [],
    stage: 'live',
    recordedAtMs: 1,
  } as const;
  await store.events.commit({ exerciseId, afterSeq: runner.state.seq, keys: [] }, () => ({
    addition,
    result: null,
  }));
  expect(await ask(pause, 'pause-1')).toMatchObject({ ok: true, cursor: { seq: theirs.seq + 1 } });
  expect(trace).toEqual(['kept', 'told', 'answered', 'told']);
  expect(changes.map(({ isOwn, facts }) => [isOwn, facts.map(({ type }) => type)])).toEqual([
    [false, ['PaceSet']],
    [true, ['ClockPaused']],
  ]);
  expect(runner.state.pace).toBe('confirm');
});

test('[LOG11] news of it are read without a command, once, and not when they are known', async () => {
  const { events, runner, changes, store } = await open();
  const { exerciseId } = runner;
  const theirs = paceSet(runner.state);
  const addition = {
    facts: [theirs],
    receipts: [],
    audit: [],
    stage: 'live',
    recordedAtMs: 1,
  } as const;
  await store.events.commit({ exerciseId, afterSeq: runner.state.seq, keys: [] }, () => ({
    addition,
    result: null,
  }));
  let reads = 0;
  const { readFacts } = events;
  events.readFacts = (...asked) => {
    reads++;
    return readFacts(...asked);
  };
  runner.catchUp(theirs.seq);
  runner.catchUp(theirs.seq);
  await runner.idle();
  runner.catchUp(theirs.seq);
  await runner.idle();
  expect(reads).toBe(1);
  expect(changes.flatMap(({ facts }) => facts)).toEqual([theirs]);
});

function paceSet({ seq, epoch, lastPlayMs, lastAtMs }: ExerciseState): Fact {
  return {
    type: 'PaceSet',
    pace: 'confirm',
    seq: seq + 1,
    epoch,
    atMs: lastAtMs,
    playMs: lastPlayMs,
    by: { kind: 'host' },
    causedBy: null,
  };
}

test('[LOG12] when the log can’t be read again either, the next turn reads it first', async () => {
  const { ask, events, runner } = await open();
  const { commit, readFacts } = events;
  events.commit = async (request, decide) => {
    await commit(request, decide);
    throw new Error('the line broke');
  };
  events.readFacts = () => Promise.reject(new Error('and stays broken'));
  expect(await ask(pause, 'pause-1')).toMatchObject({ code: 'server/unavailable' });
  expect(runner.state.lifecycle.clock).toBe('running');
  events.commit = commit;
  expect(await ask(resume, 'resume-1')).toMatchObject({ code: 'server/unavailable' });
  events.readFacts = readFacts;
  expect(await ask(resume, 'resume-1')).toMatchObject({ ok: true });
  expect(runner.state.lifecycle.clock).toBe('running');
});

test('[QUAR2] what others added and this build can’t read puts the exercise aside, with its message', async () => {
  const { ask, events, runner } = await open();
  const { commit } = events;
  events.commit = () => Promise.reject(new UnreadableLog("fact 9 can't be read: no such type"));
  const aside = { code: 'exercise/quarantined', message: expect.stringContaining('fact 9') };
  expect(await ask(pause, 'pause-1')).toMatchObject(aside);
  expect(runner.unreadable).toContain('fact 9');
  events.commit = commit;
  expect(await ask(pause, 'pause-2')).toMatchObject(aside);
  expect(runner.state.lifecycle.clock).toBe('running');
});

test('[LOG13] who must know what others did a moment ago waits until it is read', async () => {
  const { events, runner, store, changes } = await open();
  const { exerciseId } = runner;
  const theirs = paceSet(runner.state);
  const addition = {
    facts: [theirs],
    receipts: [],
    audit: [],
    stage: 'live',
    recordedAtMs: 1,
  } as const;
  await store.events.commit({ exerciseId, afterSeq: runner.state.seq, keys: [] }, () => ({
    addition,
    result: null,
  }));
  expect(runner.state.pace).toBe('auto');
  await Promise.all([runner.readOn(), runner.readOn()]);
  expect(runner.state.pace).toBe('confirm');
  expect(changes).toHaveLength(1);
  // Where it can't be read just now, whoever waits goes on with what is known.
  const { readFacts } = events;
  events.readFacts = () => Promise.reject(new Error('the line broke'));
  await runner.readOn();
  events.readFacts = readFacts;
  await runner.readOn();
  await runner.idle();
});
