/** Who may know whom: staff know everyone, players their own table, a wall nobody. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { SeatId } from '@trilogue/engine/protocol/ids';
import type { PersonName, RosterEntry } from '@trilogue/engine/protocol/socket';
import type { Audience } from '@trilogue/engine/views/audience';

export function rosterFor(
  audience: Audience,
  state: ExerciseState,
  nameOf: (seatId: SeatId) => string,
  isOnline: (seatId: SeatId) => boolean,
  listedAt: (seatId: SeatId) => readonly string[] = () => [],
): readonly RosterEntry[] {
  if (audience.role === 'observer') return [];
  return [...state.seats.values()]
    .filter((seat) => !seat.isGone)
    .filter(
      (seat) =>
        audience.role === 'facilitator' ||
        (seat.role === 'player' && seat.tableId === audience.tableId),
    )
    .map(({ seatId, role, tableId }) => {
      const listed = listedAt(seatId);
      return {
        seatId,
        name: nameOf(seatId),
        role,
        tableId,
        isOnline: isOnline(seatId),
        ...(listed.length === 0 ? {} : { listed }),
      };
    });
}

/** Names of all players, for whoever may write to persons: at the tables, and among the staff. */
export function peopleFor(
  audience: Audience,
  state: ExerciseState,
  nameOf: (seatId: SeatId) => string,
): readonly PersonName[] {
  if (audience.role === 'observer') return [];
  return [...state.seats.values()]
    .filter(({ role, isGone }) => role === 'player' && !isGone)
    .map(({ seatId }) => ({ seatId, name: nameOf(seatId) }));
}
