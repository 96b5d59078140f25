/** Who sits where under which name, and the codes that lead to a seat. People's names stand only here. */
import type { Role } from '@trilogue/engine/exercise/settings';
import type { ExerciseId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Db, Tables } from './tables.js';

export interface SeatRow {
  readonly seatId: SeatId;
  readonly exerciseId: ExerciseId;
  readonly role: Role;
  readonly name: string;
  readonly language: string | null;
}

export interface NewSeat extends SeatRow {
  /** SHA-256 of the seat's token, in hex; null for staff, whom their session's cookie tells. */
  readonly tokenHash: string | null;
  /** SHA-256 of the staff session's cookie, in hex. */
  readonly staffSession: string | null;
  readonly createdAtMs: number;
}

/** Roles that come in by a code. Facilitators come by the staff's link. */
export type InvitedRole = Exclude<Role, 'director' | 'facilitator' | 'simcell'>;

export interface JoinCode {
  readonly code: string;
  readonly exerciseId: ExerciseId;
  readonly role: InvitedRole;
  /** Null for all but players. */
  readonly tableId: TableId | null;
}

export interface Directory {
  addSeat(seat: NewSeat): Promise<void>;
  /** Takes back a seat that the exercise did not admit. */
  removeSeat(seatId: SeatId): Promise<void>;
  seatsOf(exerciseId: ExerciseId): Promise<SeatRow[]>;
  seatByToken(exerciseId: ExerciseId, tokenHash: string): Promise<SeatRow | null>;
  /** Newest first. */
  seatsOfSession(exerciseId: ExerciseId, staffSession: string): Promise<SeatRow[]>;
  findCode(code: string): Promise<JoinCode | null>;
  codesOf(exerciseId: ExerciseId): Promise<JoinCode[]>;
  /** Makes `codes` stand where their place has none yet, and takes those of other places away. */
  settleCodes(exerciseId: ExerciseId, codes: readonly JoinCode[]): Promise<void>;
}

export function sqlDirectory(db: Db): Directory {
  const seats = db
    .selectFrom('seats')
    .select(['seat_id', 'exercise_id', 'role', 'name', 'language']);
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
      const row = await seats
        .where('exercise_id', '=', exerciseId)
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
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

    async findCode(code) {
      const row = await db
        .selectFrom('join_codes')
        .selectAll()
        .where('code', '=', code)
        .executeTakeFirst();
      return row === undefined ? null : toCode(row);
    },
    async codesOf(exerciseId) {
      const rows = await db
        .selectFrom('join_codes')
        .selectAll()
        .where('exercise_id', '=', exerciseId)
        .execute();
      return rows.map(toCode);
    },
    async settleCodes(exerciseId, codes) {
      await db.transaction().execute(async (trx) => {
        const places = codes.filter(({ role }) => role === 'player');
        await trx
          .deleteFrom('join_codes')
          .where('exercise_id', '=', exerciseId)
          .where('role', '=', 'player')
          .where(
            'table_id',
            'not in',
            // An empty list is not valid SQL everywhere; no table's id is empty.
            ['', ...places.map(({ tableId }) => tableId ?? '')],
          )
          .execute();
        if (codes.length === 0) return;
        await trx
          .insertInto('join_codes')
          .values(
            codes.map(({ code, role, tableId }) => ({
              code,
              exercise_id: exerciseId,
              role,
              table_id: tableId ?? '',
            })),
          )
          .onConflict((conflict) =>
            conflict.columns(['exercise_id', 'role', 'table_id']).doNothing(),
          )
          .execute();
      });
    },
  };
}

function toSeat(
  row: Pick<Tables['seats'], 'seat_id' | 'exercise_id' | 'role' | 'name' | 'language'>,
) {
  return {
    // Parsed before they were stored.
    seatId: row.seat_id as SeatId,
    exerciseId: row.exercise_id as ExerciseId,
    role: row.role as Role,
    name: row.name,
    language: row.language,
  };
}

function toCode(row: Tables['join_codes']): JoinCode {
  return {
    code: row.code,
    exerciseId: row.exercise_id as ExerciseId,
    role: row.role as InvitedRole,
    tableId: row.table_id === '' ? null : (row.table_id as TableId),
  };
}
