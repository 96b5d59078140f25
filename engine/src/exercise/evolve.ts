/** The fold: a state and a fact give the next state. Looks only at the fact; never refuses. */
import { scoreFact } from '../scoring/score.js';
import { clockEvolvers } from './evolvers/clock.js';
import type { Evolver, Evolvers } from './evolvers/evolver.js';
import { injectEvolvers } from './evolvers/injects.js';
import { roomEvolvers } from './evolvers/room.js';
import { worldEvolvers } from './evolvers/world.js';
import type { Fact } from './facts.js';
import type { ExerciseState } from './state.js';

export function evolve(state: ExerciseState, fact: Fact): ExerciseState {
  const evolver = evolvers[fact.type] as Evolver<Fact>;
  const next = evolver(state, fact);
  return {
    ...next,
    scores: scoreFact(state.scores, fact, next),
    seq: fact.seq,
    epoch: fact.epoch,
    lastAtMs: fact.atMs,
    lastPlayMs: fact.playMs,
  };
}

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
  ...worldEvolvers,
};
