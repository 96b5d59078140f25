/** Codes that lead to a seat: one that each place has, further ones, seats kept for somebody. */
import type { EntrySettings, InvitationId, InvitedRole } from '@trilogue/engine/protocol/entry';
import type { ExerciseId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Db, Tables } from './tables.js';

export interface InvitationRow {
  readonly invitationId: InvitationId;
  readonly exerciseId: ExerciseId;
  readonly code: string;
  readonly isStanding: boolean;
  readonly role: InvitedRole;
  /** Null for all but players. */
  readonly tableId: TableId | null;
  /** Whose seat it is; null for whoever comes. */
  readonly personName: string | null;
  readonly language: string | null;
  readonly label: string;
  readonly cap: number | null;
  readonly expiresAtMs: number | null;
  readonly revokedAtMs: number | null;
  /** The seat that it hands over; null for all that lead to a new one. */
  readonly seatId: SeatId | null;
  readonly createdAtMs: number;
}

export type InvitationChange = Partial<
  Pick<
    InvitationRow,
    'code' | 'label' | 'cap' | 'expiresAtMs' | 'revokedAtMs' | 'personName' | 'tableId'
  >
>;

export interface InvitationStore {
  settings(exerciseId: ExerciseId): Promise<EntrySettings>;
  setSettings(exerciseId: ExerciseId, settings: EntrySettings): Promise<void>;
  findCode(code: string): Promise<InvitationRow | null>;
  /** One of `of`. */
  find(exerciseId: ExerciseId, invitationId: InvitationId): Promise<InvitationRow | null>;
  /** Those first that stood first; without what hands seats over. */
  of(exerciseId: ExerciseId): Promise<InvitationRow[]>;
  /** All of them or none. */
  add(rows: readonly InvitationRow[]): Promise<void>;
  /** What is looked at and then changed, while nobody else does; if it throws, nothing was changed. */
  alone<Done>(
    exerciseId: ExerciseId,
    work: (invitations: InvitationStore) => Promise<Done>,
  ): Promise<Done>;
  change(
    exerciseId: ExerciseId,
    invitationId: InvitationId,
    change: InvitationChange,
  ): Promise<void>;
  remove(exerciseId: ExerciseId, invitationId: InvitationId): Promise<void>;
  /** Makes `places` stand that have none yet, and takes away those of tables that are no more. */
  settle(exerciseId: ExerciseId, places: readonly InvitationRow[]): Promise<void>;
}

export const usualSettings: EntrySettings = { admission: 'all', device: 'person' };
/** Rows in one INSERT; databases limit how many values a statement may carry. */
const rowsPerInsert = 50;

/** @param scrub rids the disk of a name that was replaced, where the database has to be told */
export function sqlInvitations(
  db: Db,
  scrub: () => Promise<void> = async () => {},
): InvitationStore {
  const invitations = db.selectFrom('invitations').selectAll();
  return {
    settings: (exerciseId) => settingsOf(db, exerciseId),
    async setSettings(exerciseId, settings) {
      await db
        .insertInto('entry_settings')
        .values({ exercise_id: exerciseId, ...settings })
        .onConflict((conflict) => conflict.column('exercise_id').doUpdateSet(settings))
        .execute();
    },
    async findCode(code) {
      const row = await invitations.where('code', '=', code).executeTakeFirst();
      return row === undefined ? null : toInvitation(row);
    },
    async find(exerciseId, invitationId) {
      const row = await invitations
        .where('exercise_id', '=', exerciseId)
        .where('id', '=', invitationId)
        .where('seat_id', 'is', null)
        .executeTakeFirst();
      return row === undefined ? null : toInvitation(row);
    },
    async of(exerciseId) {
      const rows = await invitations
        .where('exercise_id', '=', exerciseId)
        .where('seat_id', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toInvitation);
    },
    add: (rows) =>
      db.isTransaction ? insert(db, rows) : db.transaction().execute((trx) => insert(trx, rows)),
    async alone(exerciseId, work) {
      const done = await db.transaction().execute(async (trx) => {
        await lockEntry(trx, exerciseId);
        return work(sqlInvitations(trx));
      });
      // It may have been a seat's name that changed.
      await scrub();
      return done;
    },
    async change(exerciseId, invitationId, change) {
      const columns = toColumns(change);
      if (Object.keys(columns).length === 0) return;
      await db
        .updateTable('invitations')
        .set(columns)
        .where('exercise_id', '=', exerciseId)
        .where('id', '=', invitationId)
        .execute();
    },
    async remove(exerciseId, invitationId) {
      await db
        .deleteFrom('invitations')
        .where('exercise_id', '=', exerciseId)
        .where('id', '=', invitationId)
        .execute();
      await scrub();
    },
    async settle(exerciseId, places) {
      await db.transaction().execute(async (trx) => {
        const tables = places.flatMap(({ tableId }) => (tableId === null ? [] : [tableId]));
        await trx
          .deleteFrom('invitations')
          .where('exercise_id', '=', exerciseId)
          .where('place', 'is not', null)
          .where('role', '=', 'player')
          // An empty list is not valid SQL everywhere; no table's id is empty.
          .where('table_id', 'not in', ['', ...tables])
          .execute();
        if (places.length === 0) return;
        await trx
          .insertInto('invitations')
          .values(places.map(fromInvitation))
          .onConflict((conflict) => conflict.column('place').doNothing())
          .execute();
      });
    },
  };
}

/** Writes what stands there, and so holds the row until the transaction ends. */
export async function lockEntry(trx: Db, exerciseId: ExerciseId): Promise<void> {
  await trx
    .insertInto('entry_settings')
    .values({ exercise_id: exerciseId, ...usualSettings })
    .onConflict((conflict) =>
      conflict
        .column('exercise_id')
        .doUpdateSet((eb) => ({ admission: eb.ref('entry_settings.admission') })),
    )
    .execute();
}

async function insert(db: Db, rows: readonly InvitationRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    const some = rows.slice(from, from + rowsPerInsert).map(fromInvitation);
    await db.insertInto('invitations').values(some).execute();
  }
}

export async function settingsOf(db: Db, exerciseId: ExerciseId): Promise<EntrySettings> {
  const row = await db
    .selectFrom('entry_settings')
    .select(['admission', 'device'])
    .where('exercise_id', '=', exerciseId)
    .executeTakeFirst();
  // Parsed before they were stored.
  return row === undefined ? usualSettings : (row as EntrySettings);
}

export function fromInvitation(row: InvitationRow): Tables['invitations'] {
  const { exerciseId, role, tableId } = row;
  return {
    id: row.invitationId,
    exercise_id: exerciseId,
    code: row.code,
    place: row.isStanding ? `${exerciseId}|${role}|${tableId ?? ''}` : null,
    role,
    table_id: tableId ?? '',
    person_name: row.personName,
    language: row.language,
    label: row.label,
    cap: row.cap,
    expires_at: row.expiresAtMs,
    revoked_at: row.revokedAtMs,
    seat_id: row.seatId,
    created_at: row.createdAtMs,
  };
}

function toColumns(change: InvitationChange): Partial<Tables['invitations']> {
  const { code, label, cap, expiresAtMs, revokedAtMs, personName, tableId } = change;
  return {
    ...(code === undefined ? {} : { code }),
    ...(label === undefined ? {} : { label }),
    ...(cap === undefined ? {} : { cap }),
    ...(expiresAtMs === undefined ? {} : { expires_at: expiresAtMs }),
    ...(revokedAtMs === undefined ? {} : { revoked_at: revokedAtMs }),
    ...(personName === undefined ? {} : { person_name: personName }),
    ...(tableId === undefined ? {} : { table_id: tableId ?? '' }),
  };
}

export function toInvitation(row: Tables['invitations']): InvitationRow {
  return {
    // Parsed before they were stored.
    invitationId: row.id as InvitationId,
    exerciseId: row.exercise_id as ExerciseId,
    code: row.code,
    isStanding: row.place !== null,
    role: row.role as InvitedRole,
    tableId: row.table_id === '' ? null : (row.table_id as TableId),
    personName: row.person_name,
    language: row.language,
    label: row.label,
    cap: row.cap,
    expiresAtMs: row.expires_at === null ? null : Number(row.expires_at),
    revokedAtMs: row.revoked_at === null ? null : Number(row.revoked_at),
    seatId: row.seat_id as SeatId | null,
    createdAtMs: Number(row.created_at),
  };
}
