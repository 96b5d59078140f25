/** Why an inject went out, read from the facts that led to it. */
import type { FactOf } from '../exercise/facts.js';
import { type ExerciseState, injectState } from '../exercise/state.js';
import { factAt } from '../exercise/written-texts.js';
import type { InjectId } from '../protocol/ids.js';
import type { ReleaseCause } from './facilitator-view.js';

export function releaseCause(state: ExerciseState, injectId: InjectId): ReleaseCause | null {
  const { releasedSeq, isForced } = injectState(state, injectId);
  const release = releasedSeq === null ? null : factAt(state, releasedSeq);
  if (release === null) return null;
  const seatId = release.by.kind === 'seat' ? release.by.seatId : null;
  // What was confirmed follows from what made it due; what is released by hand follows from nothing.
  if (seatId !== null && release.causedBy === null) return { as: 'hand', seatId };
  if (!isForced) return { as: 'trigger', seatId };
  const moved = moveBefore(state, injectId, release.causedBy);
  return { as: moved?.by.kind === 'host' ? 'effect' : 'moved', seatId };
}

/** The move that a release follows from, however many facts lie between. */
function moveBefore(
  state: ExerciseState,
  injectId: InjectId,
  causedBy: number | null,
): FactOf<'InjectMoved'> | null {
  let fact = causedBy === null ? null : factAt(state, causedBy);
  while (fact !== null) {
    if (fact.type === 'InjectMoved' && fact.injectId === injectId) return fact;
    fact = fact.causedBy === null ? null : factAt(state, fact.causedBy);
  }
  return null;
}
