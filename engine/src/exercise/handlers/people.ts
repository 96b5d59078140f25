/** Seats: who sits at which table. The log knows seats only; names stand elsewhere. */
import type { TableId } from '../../protocol/ids.js';
import type { CommandOf } from '../commands.js';
import { type Rejection, reject } from '../rejections.js';
import type { Run } from '../run.js';
import { controlTableId } from '../state-parts.js';

/** Rejections: `seat/already-joined`, `seat/already-erased`, `seat/no-table`, `seat/unknown-party`, `table/unknown`. */
export function joinExercise(run: Run, command: CommandOf<'JoinExercise'>): Rejection | null {
  const { seatId, role, tableId, partyId = null } = command;
  const known = run.state.seats.get(seatId);
  if (known !== undefined && !known.isGone) {
    return reject('seat/already-joined', 'this seat is taken');
  }
  if (run.state.erasedSeats.has(seatId)) {
    return reject('seat/already-erased', 'whoever sat here was forgotten');
  }
  if (role === 'player') {
    if (tableId === null) return reject('seat/no-table', 'a player sits at a table');
    const refused = checkTable(run, tableId);
    if (refused !== null) return refused;
  }
  if (partyId !== null && (role !== 'facilitator' || !run.state.playbook.parties.has(partyId))) {
    return reject('seat/unknown-party', 'only a facilitator is of a party, of one that there is');
  }
  run.add({
    type: 'SeatJoined',
    seatId,
    role,
    tableId: role === 'player' ? tableId : null,
    partyId,
  });
  return null;
}

/** Rejections: `seat/unknown`, `seat/no-table`, `table/unknown`. */
export function moveSeat(run: Run, { seatId, tableId }: CommandOf<'MoveSeat'>): Rejection | null {
  const seat = run.state.seats.get(seatId);
  if (seat === undefined || seat.isGone) return reject('seat/unknown', 'no such seat');
  if (seat.role !== 'player') return reject('seat/no-table', 'only players sit at tables');
  const refused = checkTable(run, tableId);
  if (refused !== null) return refused;
  if (seat.tableId !== tableId) run.add({ type: 'SeatMoved', seatId, tableId });
  return null;
}

/** A seat leaves by itself; staff may also send one away. Rejections: `seat/unknown`. */
export function leaveExercise(run: Run, { seatId }: CommandOf<'LeaveExercise'>): Rejection | null {
  const seat = run.state.seats.get(seatId);
  if (seat === undefined || seat.isGone) return reject('seat/unknown', 'no such seat');
  run.add({ type: 'SeatLeft', seatId });
  return null;
}

function checkTable({ state }: Run, tableId: TableId): Rejection | null {
  const exists = state.casting.tables.some((table) => table.tableId === tableId);
  return exists && tableId !== controlTableId
    ? null
    : reject('table/unknown', `no table "${tableId}"`);
}
