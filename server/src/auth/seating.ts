/** How a person comes by a seat: players and observers by code, staff by their session. */
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import type { Role } from '@trilogue/engine/exercise/settings';
import type { Assignment } from '@trilogue/engine/protocol/accounts';
import type { SeatGrant } from '@trilogue/engine/protocol/http';
import type { PartyId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { nanoid } from 'nanoid';
import type { ServerClock } from '../runtime/clock.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { JoinCode } from '../store/directory.js';
import type { Store } from '../store/store.js';
import { hashOf, newSecret } from './secrets.js';
import type { Caller } from './staff-auth.js';

/** The seat of a staff session has no token: its cookie tells. */
export type StaffSeat = Omit<SeatGrant, 'token'>;

export interface Seating {
  join(
    exercise: OpenExercise,
    code: JoinCode,
    person: { name: string; language: string },
  ): Promise<SeatGrant | Rejection>;
  /**
   * The same seat each time it is asked for, until it left or its part became another.
   * @param name for whoever came by the printed link; accounts have their own
   */
  staffSeat(
    exercise: OpenExercise,
    caller: Caller,
    part: Assignment,
    name: string,
  ): Promise<StaffSeat | Rejection>;
  /** Sends away whoever sits there as this holder. */
  unseat(exercise: OpenExercise, holder: string): Promise<void>;
}

export function seating(store: Store, clock: ServerClock): Seating {
  const asked = new Map<string, Promise<StaffSeat | Rejection>>();

  const sitDown = async (
    exercise: OpenExercise,
    { partyId = null, ...place }: { role: Role; tableId: TableId | null; partyId?: PartyId | null },
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
    const answer = await runner.askAsHost({ type: 'JoinExercise', seatId, ...place, partyId });
    if (!answer.ok) {
      // What could not be kept may have reached the log all the same.
      if (!runner.state.seats.has(seatId)) await store.directory.removeSeat(seatId);
      return answer;
    }
    live.setName(seatId, person.name);
    return { exerciseId, seatId, ...place };
  };

  const seatsThere = async ({ exerciseId, runner }: OpenExercise, holder: string) => {
    const rows = await store.directory.seatsOfSession(exerciseId, holder);
    return rows.flatMap(({ seatId }) => {
      const seat = runner.state.seats.get(seatId);
      return seat?.isGone === false ? [seat] : [];
    });
  };
  const leave = ({ runner }: OpenExercise, seatId: SeatId) =>
    runner.askAsHost({ type: 'LeaveExercise', seatId });

  const staffSeat: Seating['staffSeat'] = async (exercise, caller, { role, partyId }, name) => {
    const { exerciseId } = exercise;
    let kept: StaffSeat | null = null;
    for (const seat of await seatsThere(exercise, caller.holder)) {
      const isTheirs = seat.role === role && seat.partyId === partyId;
      if (isTheirs) kept ??= { exerciseId, seatId: seat.seatId, role, tableId: null };
      // Their part became another: what they were is not what they come back as.
      else await leave(exercise, seat.seatId);
    }
    if (kept !== null) return kept;
    return sitDown(
      exercise,
      { role, tableId: null, partyId },
      { name: caller.account?.name ?? name, language: null },
      // The directory's word for it: an account's id, or a session's hash.
      { tokenHash: null, staffSession: caller.holder },
    );
  };

  return {
    async join(exercise, { role, tableId }, person) {
      const token = newSecret();
      const proof = { tokenHash: hashOf(token), staffSession: null };
      const seat = await sitDown(exercise, { role, tableId }, person, proof);
      return 'seatId' in seat ? { ...seat, token } : seat;
    },
    async unseat(exercise, holder) {
      for (const { seatId } of await seatsThere(exercise, holder)) await leave(exercise, seatId);
    },
    staffSeat(exercise, caller, part, name) {
      // Two windows that ask at once get one seat.
      const key = `${exercise.exerciseId} ${caller.holder} ${part.role} ${part.partyId ?? ''}`;
      const running = asked.get(key);
      if (running !== undefined) return running;
      const asking = staffSeat(exercise, caller, part, name).finally(() => asked.delete(key));
      asked.set(key, asking);
      return asking;
    },
  };
}
