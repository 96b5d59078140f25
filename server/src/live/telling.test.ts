import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type News, Telling } from './telling.js';

beforeEach(() => {
  const toFake = ['performance', 'setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate'];
  vi.useFakeTimers({ toFake: toFake as never });
});
afterEach(() => void vi.useRealTimers());

/** One fact, between states that can be told apart. */
function news(seq: number): News {
  const state = (at: number) => ({ seq: at }) as ExerciseState;
  return {
    before: state(seq - 1),
    facts: [{ seq } as Fact],
    states: [state(seq)],
    after: state(seq),
  };
}

/** Audiences, each of which takes so many ms to be told. */
function tellingThatTakes(ms: number, audiences = ['one']) {
  const told: News[] = [];
  const heard: string[] = [];
  const lateMs: number[] = [];
  const errors: unknown[] = [];
  const telling = new Telling({
    tell: (each) => {
      told.push(each);
      return audiences.map((audience) => () => {
        vi.advanceTimersByTime(ms);
        heard.push(`${audience} ${each.after.seq}`);
        if (audience === 'broken') throw new Error('broken');
      });
    },
    told: (late) => lateMs.push(late),
    failed: (error) => errors.push(error),
  });
  const seqs = () => told.map(({ facts }) => facts.map(({ seq }) => seq));
  return { telling, told, heard, lateMs, errors, seqs };
}

test('[LIVE20] what is told quickly is told at once, each by itself', () => {
  const { telling, seqs, lateMs } = tellingThatTakes(0.5);
  for (const seq of [1, 2, 3]) telling.add(news(seq), false);
  expect(seqs()).toEqual([[1], [2], [3]]);
  expect(lateMs).toEqual([0.5, 0.5, 0.5]);
});

test('[LIVE20] what happens while telling rests goes out together, in its order, no later than a moment after', () => {
  const { telling, told, seqs, lateMs } = tellingThatTakes(5);
  telling.add(news(1), false);
  telling.add(news(2), false);
  vi.advanceTimersByTime(3);
  telling.add(news(3), false);
  expect(seqs()).toEqual([[1]]);
  vi.advanceTimersByTime(2);
  expect(seqs()).toEqual([[1], [2, 3]]);
  expect(told[1]).toMatchObject({ before: { seq: 1 }, states: [{ seq: 2 }, { seq: 3 }] });
  expect(told[1]?.after).toEqual({ seq: 3 });
  expect(lateMs).toEqual([5, 10]);
  // However long it took, the rest is short.
  const slow = tellingThatTakes(500);
  slow.telling.add(news(1), false);
  slow.telling.add(news(2), false);
  vi.advanceTimersByTime(20);
  expect(slow.seqs()).toEqual([[1], [2]]);
});

test('[LIVE20] what can’t wait takes along what does, and is not told twice', () => {
  const { telling, seqs } = tellingThatTakes(5);
  telling.add(news(1), false);
  telling.add(news(2), false);
  telling.add(news(3), true);
  expect(seqs()).toEqual([[1], [2, 3]]);
  telling.add(news(4), false);
  telling.settle();
  telling.settle();
  vi.advanceTimersByTime(100);
  expect(seqs()).toEqual([[1], [2, 3], [4]]);
});

test('[LIVE20] audiences are told one after the other, what comes in between goes to all of them later, and one that breaks keeps nobody from hearing', () => {
  const { telling, heard, errors, lateMs } = tellingThatTakes(0, ['one', 'broken', 'three']);
  telling.add(news(1), false);
  expect(heard).toEqual(['one 1']);
  telling.add(news(2), false);
  expect(heard).toEqual(['one 1']);
  vi.runAllTimers();
  expect(heard).toEqual(['one 1', 'broken 1', 'three 1', 'one 2', 'broken 2', 'three 2']);
  expect(errors).toHaveLength(2);
  expect(lateMs).toHaveLength(2);
  // Whoever comes in the middle of it finds everybody told.
  telling.add(news(3), false);
  telling.settle();
  expect(heard.slice(6)).toEqual(['one 3', 'broken 3', 'three 3']);
  vi.runAllTimers();
  expect(heard).toHaveLength(9);
});

test('[LIVE20] what concerns nobody is over at once', () => {
  const { telling, lateMs, seqs } = tellingThatTakes(0, []);
  telling.add(news(1), false);
  telling.add(news(2), true);
  expect(seqs()).toEqual([[1], [2]]);
  expect(lateMs).toEqual([0, 0]);
});
