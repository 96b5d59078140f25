/** Who has come to the door since it was last looked at. */
import type { WaitingPerson } from '@trilogue/engine/protocol/entry';

/** @param known seats that waited before. Whoever went and came again is new. */
export function newcomers(
  known: ReadonlySet<string>,
  waiting: readonly WaitingPerson[],
): readonly WaitingPerson[] {
  return waiting.filter(({ seatId }) => !known.has(seatId));
}
