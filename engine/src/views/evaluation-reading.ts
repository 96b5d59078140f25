/** Suggested ratings and how far evaluators agree, for staff who ask: too much to send with each answer. */
import { agreements, type RatedAgreement } from '../evaluation/agreement.js';
import { type SuggestedRating, suggestions } from '../evaluation/suggest.js';
import type { ExerciseState } from '../exercise/state.js';
import type { Audience } from './audience.js';

export interface EvaluationReading {
  readonly suggestions: readonly SuggestedRating[];
  readonly agreements: readonly RatedAgreement[];
}

/** Null for everybody but staff. */
export function evaluationReading(
  state: ExerciseState,
  audience: Audience,
): EvaluationReading | null {
  return audience.role === 'facilitator'
    ? { suggestions: suggestions(state), agreements: agreements(state) }
    : null;
}
