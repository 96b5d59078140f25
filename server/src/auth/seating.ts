/** How a person comes by a seat: players and observers by code, staff by their session. */
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import type { Role } from '@trilogue/engine/exercise/settings';
import type { SeatGrant } from '@trilogue/engine/protocol/http';
import type { SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { nanoid } from 'nanoid';
import type { ServerClock } from '../runtime/clock.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { JoinCode } from '../store/directory.js';
import type { Store } from '../store/store.js';
import { hashOf, newSecret } from './secrets.js';

/** The seat of a staff session has no token: its cookie tells. */
export type StaffSeat = Omit<SeatGrant, 'token'>;

export interface Seating {
  join(
    exercise: OpenExercise,
    code: JoinCode,
    person: { name: string; language: string },
  ): Promise<SeatGrant | Rejection>;
  /** The same seat each time it is asked for, until it left. */
  staffSeat(exercise: OpenExercise, session: string, name: string): Promise<StaffSeat | Rejection>;
}

export function seating(store: Store, clock: ServerClock): Seating {
  const asked = new Map<string, Promise<StaffSeat | Rejection>>();

  const sitDown = async (
    exercise: OpenExercise,
    place: { role: Role; tableId: TableId | null },
    person: { name: string; language: string | null },
    proof: { tokenHash: string | null; staffSession: string | null },
  ): Promise<StaffSeat | Rejection> => {
    const { exerciseId, runner, live } = exercise;
    const seatId = nanoid(12) as SeatId;
    // The name first: a seat without a fact is nobody's, a fact without a name would be nameless.
    await store.directory.addSeat({
      seatId,
      exerciseId,
      ...person,
      ...proof,
      role: place.role,
      createdAtMs: clock.now(),
    });
    const answer = await runner.askAsHost({ type: 'JoinExercise', seatId, ...place });
    if (!answer.ok) {
      // What could not be kept may have reached the log all the same.
      if (!runner.state.seats.has(seatId)) await store.directory.removeSeat(seatId);
      return answer;
    }
    live.setName(seatId, person.name);
    return { exerciseId, seatId, ...place };
  };

  const staffSeat: Seating['staffSeat'] = async (exercise, session, name) => {
    const { exerciseId, runner } = exercise;
    for (const { seatId } of await store.directory.seatsOfSession(exerciseId, session)) {
      const seat = runner.state.seats.get(seatId);
      if (seat?.isGone === false) return { exerciseId, seatId, role: seat.role, tableId: null };
    }
    const proof = { tokenHash: null, staffSession: session };
    return sitDown(
      exercise,
      { role: 'facilitator', tableId: null },
      { name, language: null },
      proof,
    );
  };

  return {
    async join(exercise, { role, tableId }, person) {
      const token = newSecret();
      const proof = { tokenHash: hashOf(token), staffSession: null };
      const seat = await sitDown(exercise, { role, tableId }, person, proof);
      return 'seatId' in seat ? { ...seat, token } : seat;
    },
    staffSeat(exercise, session, name) {
      // Two windows that ask at once get one seat.
      const key = `${exercise.exerciseId} ${session}`;
      const running = asked.get(key);
      if (running !== undefined) return running;
      const asking = staffSeat(exercise, session, name).finally(() => asked.delete(key));
      asked.set(key, asking);
      return asking;
    },
  };
}
