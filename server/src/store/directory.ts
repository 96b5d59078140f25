/** Who sits where under which name, and who else sits at their device. People's names stand only here. */
import type { Role } from '@trilogue/engine/exercise/settings';
import type { ExerciseId, SeatId } from '@trilogue/engine/protocol/ids';
import type { OpenDatabase } from './database.js';
import { keptQuery } from './kept-queries.js';
import type { Db, Tables } from './tables.js';

export interface SeatRow {
  readonly seatId: SeatId;
  readonly exerciseId: ExerciseId;
  readonly role: Role;
  readonly name: string;
  readonly language: string | null;
  /** Account's id, or SHA-256 of the staff session's cookie in hex; null for whoever came by a code. */
  readonly staffSession: string | null;
}

export interface NewSeat extends SeatRow {
  /** SHA-256 of the seat's token, in hex; null for staff, whom their session's cookie tells. */
  readonly tokenHash: string | null;
  readonly createdAtMs: number;
}

export interface Directory {
  addSeat(seat: NewSeat): Promise<void>;
  /** Takes back a seat that the exercise did not admit. */
  removeSeat(seatId: SeatId): Promise<void>;
  seatsOf(exerciseId: ExerciseId): Promise<SeatRow[]>;
  seatByToken(exerciseId: ExerciseId, tokenHash: string): Promise<SeatRow | null>;
  /** Newest first. */
  seatsOfSession(exerciseId: ExerciseId, staffSession: string): Promise<SeatRow[]>;
  rename(exerciseId: ExerciseId, seatId: SeatId, name: string): Promise<void>;
  setLanguage(exerciseId: ExerciseId, seatId: SeatId, language: string): Promise<void>;
  /** Who was listed at each seat's device besides whoever joined. */
  listedIn(exerciseId: ExerciseId): Promise<ReadonlyMap<SeatId, readonly string[]>>;
  setListed(exerciseId: ExerciseId, seatId: SeatId, names: readonly string[]): Promise<void>;
}

/** A name that was replaced is scrubbed from the disk (law 10), where the database has to be told. */
export function sqlDirectory({ db, run, scrub = async () => {} }: OpenDatabase): Directory {
  const seats = db
    .selectFrom('seats')
    .select(['seat_id', 'exercise_id', 'role', 'name', 'language', 'staff_session']);
  // Asked of everybody who comes, and when a whole exercise comes at once.
  const byToken = keptQuery(() => seats.where('exercise_id', '=', '').where('token_hash', '=', ''));
  return {
    async addSeat(seat) {
      await db
        .insertInto('seats')
        .values({
          seat_id: seat.seatId,
          exercise_id: seat.exerciseId,
          role: seat.role,
          name: seat.name,
          language: seat.language,
          token_hash: seat.tokenHash,
          staff_session: seat.staffSession,
          created_at: seat.createdAtMs,
        })
        .execute();
    },
    async removeSeat(seatId) {
      await db.deleteFrom('seats').where('seat_id', '=', seatId).execute();
    },
    async seatsOf(exerciseId) {
      return (await seats.where('exercise_id', '=', exerciseId).execute()).map(toSeat);
    },
    async seatByToken(exerciseId, tokenHash) {
      const [row] = await byToken({ run }, [exerciseId, tokenHash]);
      return row === undefined ? null : toSeat(row);
    },
    async seatsOfSession(exerciseId, staffSession) {
      const rows = await seats
        .where('exercise_id', '=', exerciseId)
        .where('staff_session', '=', staffSession)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(toSeat);
    },

    async rename(exerciseId, seatId, name) {
      await db
        .updateTable('seats')
        .set({ name })
        .where('exercise_id', '=', exerciseId)
        .where('seat_id', '=', seatId)
        .execute();
      await scrub();
    },
    async setLanguage(exerciseId, seatId, language) {
      await db
        .updateTable('seats')
        .set({ language })
        .where('exercise_id', '=', exerciseId)
        .where('seat_id', '=', seatId)
        .execute();
    },
    listedIn: (exerciseId) => listedIn(db, exerciseId),
    async setListed(exerciseId, seatId, names) {
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('listed_names')
          .where('exercise_id', '=', exerciseId)
          .where('seat_id', '=', seatId)
          .execute();
        if (names.length === 0) return;
        await trx
          .insertInto('listed_names')
          .values(
            names.map((name, position) => ({
              exercise_id: exerciseId,
              seat_id: seatId,
              position,
              name,
            })),
          )
          .execute();
      });
      await scrub();
    },
  };
}

/** Who was listed at each seat's device besides whoever joined. */
export async function listedIn(
  db: Db,
  exerciseId: ExerciseId,
): Promise<ReadonlyMap<SeatId, readonly string[]>> {
  const rows = await db
    .selectFrom('listed_names')
    .select(['seat_id', 'name'])
    .where('exercise_id', '=', exerciseId)
    .orderBy('seat_id')
    .orderBy('position')
    .execute();
  const listed = new Map<SeatId, string[]>();
  for (const { seat_id, name } of rows) {
    const seatId = seat_id as SeatId;
    listed.set(seatId, [...(listed.get(seatId) ?? []), name]);
  }
  return listed;
}

function toSeat(row: Omit<Tables['seats'], 'token_hash' | 'created_at'>): SeatRow {
  return {
    // Parsed before they were stored.
    seatId: row.seat_id as SeatId,
    exerciseId: row.exercise_id as ExerciseId,
    role: row.role as Role,
    name: row.name,
    language: row.language,
    staffSession: row.staff_session,
  };
}
