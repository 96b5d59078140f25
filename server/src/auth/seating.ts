/** How a person comes by a seat: players and observers by code, staff by their session. */
import { type Rejection, reject } from '@trilogue/engine/exercise/rejections';
import type { Role } from '@trilogue/engine/exercise/settings';
import type { Assignment } from '@trilogue/engine/protocol/accounts';
import { invitedRoleSchema, type JoinAnswer } from '@trilogue/engine/protocol/entry';
import type { SeatGrant } from '@trilogue/engine/protocol/http';
import type { PartyId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { nanoid } from 'nanoid';
import type { ServerClock } from '../runtime/clock.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { Arrival } from '../store/arrivals.js';
import type { ClaimRefusal } from '../store/claims.js';
import type { InvitationRow } from '../store/invitations.js';
import type { Store } from '../store/store.js';
import { newInvitation } from './new-invitation.js';
import { hashOf, newSecret } from './secrets.js';
import type { Caller } from './staff-auth.js';

/** The seat of a staff session has no token: its cookie tells. */
export type StaffSeat = Omit<SeatGrant, 'token'>;

/** Why somebody does not get in: an exercise's refusal, or a door's. */
export interface Refusal {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
}

export interface Newcomer {
  readonly name: string;
  readonly language: string;
  /** Who else sits at their device. */
  readonly listed: readonly string[];
}

export interface Seating {
  /**
   * Through an invitation: to a seat, to the queue before one, or to a seat that somebody else had.
   * Refusals: `join/unknown-code`, `join/full`, `join/table-taken`, and those of `JoinExercise`.
   */
  join(
    exercise: OpenExercise,
    invitation: InvitationRow,
    newcomer: Newcomer,
  ): Promise<JoinAnswer | Refusal>;
  /** Lets somebody in who waits. Refusals: `entry/not-waiting`, and those of `JoinExercise`. */
  admit(exercise: OpenExercise, arrival: Arrival): Promise<Refusal | null>;
  turnAway(arrival: Arrival): Promise<Refusal | null>;
  /** A code by which a seat goes to another device, once. */
  handOver(exercise: OpenExercise, seatId: SeatId): Promise<InvitationRow | Refusal>;
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

/** How long a seat can be handed over by one code, in ms. */
export const handOverMs = 60 * 60_000;

/** @param hangUp closes the connections that a token opened, whose hash is given */
export function seating(
  store: Store,
  clock: ServerClock,
  hangUp: (tokenHash: string) => void,
): Seating {
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

  /** Their seat becomes a fact. */
  const letIn = async (
    { runner, live }: OpenExercise,
    { seatId, role, tableId }: Pick<Arrival, 'seatId' | 'role' | 'tableId'>,
    name: string,
  ): Promise<Refusal | null> => {
    // Known before the fact is, so that nobody reads all names anew for it.
    live.setName(seatId, name);
    const answer = await runner.askAsHost({ type: 'JoinExercise', seatId, role, tableId });
    return answer.ok ? null : answer;
  };

  const comeIn = async (
    exercise: OpenExercise,
    { code, role, tableId }: InvitationRow,
    { name, language, listed }: Newcomer,
  ): Promise<JoinAnswer | Refusal> => {
    const { exerciseId, runner, live } = exercise;
    if (runner.state.lifecycle.stage === 'draft') {
      return reject('exercise/not-now', 'nobody comes in before the lobby is open');
    }
    const seatId = nanoid(12) as SeatId;
    const token = newSecret();
    const place = { exerciseId, seatId, role, tableId };
    const claimed = await store.arrivals.claim({
      ...place,
      code,
      name,
      language,
      tokenHash: hashOf(token),
      nowMs: clock.now(),
    });
    if (typeof claimed === 'string') return closed(claimed);
    if (listed.length > 0) await store.directory.setListed(exerciseId, seatId, listed);
    if (!claimed.isWaiting) {
      const refused = await letIn(exercise, place, claimed.name);
      if (refused !== null) {
        // What could not be kept may have reached the log all the same.
        if (!runner.state.seats.has(seatId)) await store.arrivals.release(seatId);
        return refused;
      }
    }
    live.setListed(seatId, listed);
    const { isWaiting, invitation } = claimed;
    return { ...place, token, name: invitation.personName, isWaiting };
  };

  const takeOver = async (
    { exerciseId, runner }: OpenExercise,
    { code, seatId }: InvitationRow,
    { language }: Newcomer,
  ): Promise<JoinAnswer | Refusal> => {
    const seat = seatId === null ? undefined : runner.state.seats.get(seatId);
    if (seat === undefined || seat.isGone) return closed('join/unknown-code');
    const token = newSecret();
    const taken = await store.arrivals.takeOver(code, hashOf(token), clock.now());
    if (taken === null) return closed('join/unknown-code');
    if (taken.tokenBefore !== null) hangUp(taken.tokenBefore);
    await store.directory.setLanguage(exerciseId, taken.seatId, language);
    const rows = await store.directory.seatsOf(exerciseId);
    const name = rows.find((row) => row.seatId === taken.seatId)?.name ?? '';
    const { role, tableId } = seat;
    return { exerciseId, seatId: taken.seatId, role, tableId, token, name, isWaiting: false };
  };

  return {
    join: (exercise, invitation, newcomer) =>
      invitation.seatId === null
        ? comeIn(exercise, invitation, newcomer)
        : takeOver(exercise, invitation, newcomer),
    async admit(exercise, arrival) {
      const { seatId } = arrival;
      // Of two who let the same person in, one does.
      if (!(await store.arrivals.change(seatId, 'waiting', 'seated'))) return notWaiting;
      const rows = await store.directory.seatsOf(exercise.exerciseId);
      const name = rows.find((row) => row.seatId === seatId)?.name ?? '';
      const refused = await letIn(exercise, arrival, name);
      if (refused !== null) await store.arrivals.change(seatId, 'seated', 'waiting');
      return refused;
    },
    async turnAway({ seatId }) {
      return (await store.arrivals.turnAway(seatId)) ? null : notWaiting;
    },
    async handOver({ exerciseId, runner }, seatId) {
      const seat = runner.state.seats.get(seatId);
      const isInvited = seat?.isGone === false && invitedRoles.has(seat.role);
      if (!isInvited) return reject('seat/unknown', 'no such seat');
      const nowMs = clock.now();
      const offered = newInvitation(
        {
          exerciseId,
          // One of the roles that come by a code, as was just seen.
          role: seat.role as InvitationRow['role'],
          tableId: seat.tableId,
          seatId,
          expiresAtMs: nowMs + handOverMs,
        },
        nowMs,
      );
      await store.arrivals.offer(offered);
      return offered;
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

const invitedRoles: ReadonlySet<Role> = new Set(invitedRoleSchema.options);

const notWaiting: Refusal = {
  ok: false,
  code: 'entry/not-waiting',
  message: 'this person does not wait any more',
};

const closedWords: Readonly<Record<ClaimRefusal, string>> = {
  'join/unknown-code': 'this code opens nothing',
  'join/full': 'as many as this invitation is for are in',
  'join/table-taken': 'this table has one device, and it is in',
};

function closed(code: ClaimRefusal): Refusal {
  return { ok: false, code, message: closedWords[code] };
}
