/** Which moments of play the scrubber offers. */
import type { RewindMoment } from '@trilogue/engine/views/rewind-reading';

const structure: readonly RewindMoment['type'][] = [
  'ExerciseStarted',
  'PhaseChanged',
  'InjectReleased',
  'MilestoneReached',
  'EndingReached',
];

/** All of them, or what the story is made of; the chosen one stays in any case. */
export function momentsShown(
  moments: readonly RewindMoment[],
  isWhole: boolean,
  chosen: number | null,
): readonly RewindMoment[] {
  return isWhole
    ? moments
    : moments.filter(({ type, seq }) => structure.includes(type) || seq === chosen);
}

/**
 * Where the scrubber stands at first: before the last inject, for that is what is most often regretted;
 * and so before whatever it went out together with.
 */
export function startMoment(moments: readonly RewindMoment[]): RewindMoment | null {
  const last = moments.findLast(({ type }) => type === 'InjectReleased');
  const before = moments.findLast(({ staysTo }) => last !== undefined && staysTo < last.seq);
  return before ?? moments[0] ?? null;
}
