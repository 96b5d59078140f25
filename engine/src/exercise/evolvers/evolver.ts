/** What a fold rule is: one per kind of fact, from a state and that fact to the next state. */
import type { Fact, FactOf, FactType } from '../facts.js';
import type { ExerciseState } from '../state.js';
import type { Stamp } from '../state-parts.js';

export type Evolver<F> = (state: ExerciseState, fact: F) => ExerciseState;
export type Evolvers = { readonly [Type in FactType]: Evolver<FactOf<Type>> };

/** Who did it, and when. */
export function stamp(fact: Fact): Stamp {
  return {
    seatId: fact.by.kind === 'seat' ? fact.by.seatId : null,
    atMs: fact.atMs,
    playMs: fact.playMs,
  };
}

/** The clock, standing at the fact's moment. */
export function anchored(state: ExerciseState, fact: Fact): ExerciseState['clock'] {
  return { ...state.clock, anchorPlayMs: fact.playMs, anchorAtMs: fact.atMs };
}
