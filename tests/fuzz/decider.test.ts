/** Laws 2 and 4 over random drills: whole logs, whole in time, and the same every time. */
import { fold } from '@trilogue/engine/exercise/evolve';
import { factSchema } from '@trilogue/engine/exercise/facts';
import { emptyExercise } from '@trilogue/engine/exercise/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { play, randomMoves, replayWithLooks } from '../support/random-drill.js';
import { randomScenario } from '../support/random-scenario.js';

const logOf = (...args: Parameters<typeof play>) => play(...args).steps.map(({ fact }) => fact);

describe('the decider at random', () => {
  test('[LAW4] looking in between changes nothing: a→c is a→b→c', () => {
    const looks = fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 5 });
    let facts = 0;
    fc.assert(
      fc.property(randomScenario, randomMoves(80), looks, (scenario, moves, between) => {
        const seldom = logOf(scenario, moves);
        facts += seldom.length;
        const often = replayWithLooks(scenario, moves, between).steps.map(({ fact }) => fact);
        expect(often).toEqual(seldom);
      }),
      { numRuns: 300 },
    );
    console.log(`${facts} facts compared`);
  });

  test('[LAW2] a log reads back whole and folds to the same state', () => {
    fc.assert(
      fc.property(randomScenario, randomMoves(80), (scenario, moves) => {
        const { steps, state } = play(scenario, moves);
        const stored = steps.map(({ fact }) => JSON.parse(JSON.stringify(fact)));
        const read = stored.map((fact) => factSchema.parse(fact));
        expect(JSON.stringify(fold(emptyExercise(scenario), read))).toBe(JSON.stringify(state));
      }),
      { numRuns: 200 },
    );
  });

  test('[LAW2] a log is numbered without a gap, in time, and each cause comes before its effect', () => {
    fc.assert(
      fc.property(randomScenario, randomMoves(80), (scenario, moves) => {
        logOf(scenario, moves).reduce(
          (previous, fact) => {
            expect(fact.seq).toBe(previous.seq + 1);
            expect(fact.atMs).toBeGreaterThanOrEqual(previous.atMs);
            expect(fact.playMs).toBeGreaterThanOrEqual(previous.playMs);
            expect(fact.causedBy ?? 0).toBeLessThan(fact.seq);
            return fact;
          },
          { seq: 0, atMs: 0, playMs: 0 },
        );
      }),
      { numRuns: 200 },
    );
  });

  test('[INJ1] no inject is released twice', () => {
    fc.assert(
      fc.property(randomScenario, randomMoves(80), (scenario, moves) => {
        const released = logOf(scenario, moves).flatMap((fact) =>
          fact.type === 'InjectReleased' ? [fact.injectId] : [],
        );
        expect(new Set(released).size).toBe(released.length);
      }),
      { numRuns: 200 },
    );
  });
});
