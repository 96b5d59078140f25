import type { FactBody } from './facts.js';
import type { ExerciseState } from './state.js';

/** Worked out when its turn comes, from the state as it is then: an earlier one may have changed it. */
export type Consequence = (state: ExerciseState) => FactBody[];
