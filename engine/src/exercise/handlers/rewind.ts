/** Taking play back to an earlier moment (law 8). */
import type { CommandOf } from '../commands.js';
import { scopeOf } from '../fact-scope.js';
import type { Fact } from '../facts.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import type { ExerciseState } from '../state.js';
import { factAt } from '../written-texts.js';
import { lifecycleAfter } from './stage.js';

/**
 * Play goes back to the moment of a fact; the room stays as it is. Whatever that fact set off at
 * once stays with it. A new epoch begins, and the clock stands.
 * Rejections: as `lastThatStays`.
 */
export function rewind(run: Run, { toSeq, reason }: CommandOf<'Rewind'>): Rejection | null {
  const last = lastThatStays(run.state, toSeq);
  if ('ok' in last) return last;
  run.addAt(
    { type: 'Rewound', machine: lifecycleAfter(run, 'REWIND'), toSeq: last.seq, reason },
    run.actor,
    // A jump took play time further than the moment at which somebody asked for it.
    { atMs: run.nowMs, playMs: playMsAfter(last) },
    null,
  );
  return null;
}

/**
 * The last fact of play that would stay if play went back to a moment.
 * Rejections: `rewind/unknown-moment`, `rewind/nothing-to-undo`.
 */
export function lastThatStays(state: ExerciseState, toSeq: number): Fact | Rejection {
  const { timeline } = state;
  const started = timeline.find(({ type }) => type === 'ExerciseStarted');
  const wanted = factAt(state, toSeq);
  if (wanted === null || started === undefined || toSeq < started.seq) {
    return reject('rewind/unknown-moment', 'there is no such moment of play');
  }
  // What the room did in a stretch that was taken back still stands; its moment of play does not.
  if (timeline.some((fact) => fact.type === 'Rewound' && fact.toSeq < toSeq && toSeq < fact.seq)) {
    return reject('rewind/unknown-moment', 'that moment of play was taken back');
  }
  const last =
    endOfCascade(
      state,
      timeline.findIndex(({ seq }) => seq === wanted.seq),
    ) ?? wanted;
  // EndEx settled all that was open: there is no play to go back to after it.
  if (timeline.some(({ type, seq }) => type === 'ExerciseEnded' && seq <= last.seq)) {
    return reject('rewind/unknown-moment', 'at that moment play had ended');
  }
  return timeline.some((fact) => fact.seq > last.seq && scopeOf(fact, state) === 'play')
    ? last
    : reject('rewind/nothing-to-undo', 'nothing of play happened since');
}

/** Play time, in ms, once a fact has happened. */
export function playMsAfter(fact: Fact): number {
  return fact.type === 'ClockJumped' ? fact.toPlayMs : fact.playMs;
}

/**
 * The last fact of what a fact belongs to: a cause without its effects would be half a story.
 * @param place of the fact in the timeline; null where there is none.
 */
export function endOfCascade(state: ExerciseState, place: number): Fact | null {
  const { timeline } = state;
  const wanted = timeline.get(place);
  if (wanted === undefined) return null;
  let first = wanted;
  for (;;) {
    const cause = first.causedBy === null ? null : factAt(state, first.causedBy);
    if (cause === null || cause.atMs !== wanted.atMs || cause.playMs !== wanted.playMs) break;
    first = cause;
  }
  let last = wanted;
  for (let index = place + 1; index < timeline.size; index++) {
    const next = timeline.get(index);
    if (next === undefined || next.causedBy === null || next.causedBy < first.seq) break;
    if (next.atMs !== wanted.atMs) break;
    last = next;
  }
  return last;
}
