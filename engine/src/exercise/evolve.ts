/** The fold: a state and a fact give the next state. Looks only at the fact; never refuses. */
import { scoreFact } from '../scoring/score.js';
import { clockEvolvers } from './evolvers/clock.js';
import { evaluationEvolvers } from './evolvers/evaluation.js';
import type { Evolver, Evolvers } from './evolvers/evolver.js';
import { exchangeEvolvers } from './evolvers/exchange.js';
import { injectEvolvers } from './evolvers/injects.js';
import { roomEvolvers } from './evolvers/room.js';
import { wordsEvolvers } from './evolvers/words.js';
import { worldEvolvers } from './evolvers/world.js';
import { scopeOf } from './fact-scope.js';
import type { Fact, FactOf } from './facts.js';
import { redact } from './redaction.js';
import { type ExerciseState, emptyExercise } from './state.js';
import { placesIn, withoutFields } from './written-places.js';
import { factAt, indexOfFact } from './written-texts.js';

export function evolve(state: ExerciseState, fact: Fact): ExerciseState {
  const evolver = evolvers[fact.type] as Evolver<Fact>;
  const made = evolver(state, fact);
  // What a rule made is its own and nobody's yet, so it is finished in place: a state has some sixty
  // parts, and copying it once more would be a good part of a fact's cost.
  const next: Writable<ExerciseState> = made === state ? { ...state } : made;
  next.scores = scoreFact(next.scores, fact, next);
  next.seq = fact.seq;
  next.epoch = fact.epoch;
  next.lastAtMs = fact.atMs;
  next.lastPlayMs = fact.playMs;
  next.timeline = next.timeline.push(fact);
  return next;
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

export function fold(state: ExerciseState, facts: Iterable<Fact>): ExerciseState {
  let current = state;
  for (const fact of facts) current = evolve(current, fact);
  return current;
}

/** One rule per kind of fact; a new kind does not compile until it has one. */
const evolvers: Evolvers = {
  ...roomEvolvers,
  ...clockEvolvers,
  ...injectEvolvers,
  ...wordsEvolvers,
  ...worldEvolvers,
  ...exchangeEvolvers,
  ...evaluationEvolvers,
  Rewound: rewind,
  ContentRedacted: forget,
};

/**
 * Play as it was at `toSeq`, the room as it is now (law 8): folded anew from the facts that stay.
 * The one fact whose cost grows with the log; all others cost the same however long it is.
 */
function rewind(state: ExerciseState, fact: FactOf<'Rewound'>): ExerciseState {
  const staying = state.timeline.filter(
    (past) => past.seq <= fact.toSeq || scopeOf(past, state) === 'room',
  );
  // Folded anew, an earlier rewind finds nothing left to take back: its own fold would be the same
  // again, and the cost would double with each rewind.
  const back =
    staying.size === state.timeline.size ? state : fold(emptyExercise(state.loaded), staying);
  const gone = state.timeline.filter(
    (past) => past.seq > fact.toSeq && scopeOf(past, state) === 'play',
  );
  return {
    ...back,
    takenBack: state.takenBack.merge(placesIn(gone)),
    lifecycle: fact.machine,
    clock: {
      ...back.clock,
      anchorPlayMs: fact.playMs,
      anchorAtMs: fact.atMs,
      pause: { cause: 'rewind', reason: fact.reason },
    },
  };
}

/**
 * The log with tombstones in it, folded anew (law 10): what was removed stands in no part of the state
 * any more. A log that was read back has its tombstones already, and there is nothing to do.
 */
function forget(state: ExerciseState, { texts }: FactOf<'ContentRedacted'>): ExerciseState {
  const takenBack = state.takenBack.withMutations((places) => {
    for (const { factSeq, fields } of texts) {
      const key = String(factSeq);
      const left = withoutFields(places.get(key), fields);
      if (left === null) places.delete(key);
      else places.set(key, left);
    }
  });
  let { timeline } = state;
  for (const { factSeq, fields } of texts) {
    const fact = factAt(state, factSeq);
    if (fact === null) continue;
    const tombstone = redact(fact, fields);
    if (tombstone !== fact) timeline = timeline.set(indexOfFact(state, factSeq), tombstone);
  }
  if (timeline === state.timeline) return { ...state, takenBack };
  return { ...fold(emptyExercise(state.loaded), timeline), takenBack };
}
