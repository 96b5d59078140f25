/** Who may know whom: staff know everyone, players their own table, a wall nobody. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { SeatId } from '@trilogue/engine/protocol/ids';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import type { Audience } from '@trilogue/engine/views/audience';

export function rosterFor(
  audience: Audience,
  state: ExerciseState,
  nameOf: (seatId: SeatId) => string,
  isOnline: (seatId: SeatId) => boolean,
): readonly RosterEntry[] {
  if (audience.role === 'observer') return [];
  return [...state.seats.values()]
    .filter((seat) => !seat.isGone)
    .filter(
      (seat) =>
        audience.role === 'facilitator' ||
        (seat.role === 'player' && seat.tableId === audience.tableId),
    )
    .map(({ seatId, role, tableId }) => ({
      seatId,
      name: nameOf(seatId),
      role,
      tableId,
      isOnline: isOnline(seatId),
    }));
}

/** The audience a seat belongs to now; null for a seat that is unknown or gone. */
export function audienceOf(state: ExerciseState, seatId: SeatId): Audience | null {
  const seat = state.seats.get(seatId);
  if (seat === undefined || seat.isGone) return null;
  if (seat.role !== 'player') return { role: seat.role };
  return seat.tableId === null ? null : { role: 'player', tableId: seat.tableId };
}
