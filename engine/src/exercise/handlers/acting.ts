/** For which table somebody acts. */
import type { SeatId, TableId } from '../../protocol/ids.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';

/** The seat that acts; null for the host. */
export function seatOf(run: Run): SeatId | null {
  return run.actor.kind === 'seat' ? run.actor.seatId : null;
}

export function isPlayer(run: Run): boolean {
  const seatId = seatOf(run);
  return seatId !== null && run.state.seats.get(seatId)?.role === 'player';
}

/**
 * A player's own table; for staff the one they name, as control acting for it.
 * Rejections: `command/not-allowed`, `table/unknown`.
 */
export function actingTable(run: Run, asked: TableId | undefined): TableId | Rejection {
  const { actor, state } = run;
  const seat = actor.kind === 'seat' ? state.seats.get(actor.seatId) : undefined;
  if (seat?.role === 'player') {
    if (asked !== undefined && asked !== seat.tableId) {
      return reject('command/not-allowed', 'players act for their own table');
    }
    return seat.tableId ?? reject('table/unknown', 'this seat is at no table');
  }
  if (asked === undefined) return reject('table/unknown', 'say which table this is for');
  return state.casting.tables.some(({ tableId }) => tableId === asked)
    ? asked
    : reject('table/unknown', `no table "${asked}"`);
}
