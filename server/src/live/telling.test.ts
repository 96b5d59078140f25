import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type News, Telling } from './telling.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }));
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

/** Telling takes so many ms each time. */
function tellingThatTakes(ms: number) {
  const told: News[] = [];
  const lateMs: number[] = [];
  const telling = new Telling(
    (each) => {
      told.push(each);
      vi.advanceTimersByTime(ms);
    },
    (late) => lateMs.push(late),
  );
  const seqs = () => told.map(({ facts }) => facts.map(({ seq }) => seq));
  return { telling, told, lateMs, seqs };
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
