/** Invitations with limits, named seats, people who wait to be let in, and who shares a device. */
import { type Kysely, type Migration, sql } from 'kysely';
import { ofExercise } from './of-exercise.js';

export const entry: Migration = {
  async up(db: Kysely<unknown>) {
    await ofExercise(db, 'invitations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('code', 'text', (column) => column.notNull().unique())
      .addColumn('place', 'text', (column) => column.unique())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('table_id', 'text', (column) => column.notNull())
      .addColumn('person_name', 'text')
      .addColumn('language', 'text')
      .addColumn('label', 'text', (column) => column.notNull())
      .addColumn('cap', 'integer')
      .addColumn('expires_at', 'bigint')
      .addColumn('revoked_at', 'bigint')
      .addColumn('seat_id', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('invitations_of_exercise')
      .ifNotExists()
      .on('invitations')
      .column('exercise_id')
      .execute();
    await ofExercise(db, 'arrivals')
      .addColumn('seat_id', 'text', (column) => column.primaryKey())
      .addColumn('invitation_id', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('table_id', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('token_hash', 'text', (column) => column.notNull().unique())
      .addColumn('arrived_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('arrivals_of_exercise')
      .ifNotExists()
      .on('arrivals')
      .columns(['exercise_id', 'invitation_id'])
      .execute();
    await ofExercise(db, 'entry_settings')
      .addColumn('admission', 'text', (column) => column.notNull())
      .addColumn('device', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('entry_settings_key', ['exercise_id'])
      .execute();
    await ofExercise(db, 'listed_names')
      .addColumn('seat_id', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('listed_names_key', ['exercise_id', 'seat_id', 'position'])
      .execute();
    await takeOverCodes(db);
  },
};

/** A code that was handed out goes on leading to its place. Its old table stays as it was. */
async function takeOverCodes(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into invitations (id, exercise_id, code, place, role, table_id, label, created_at)
    select code, exercise_id, code, exercise_id || '|' || role || '|' || table_id, role, table_id, '', 0
    from join_codes where true
    on conflict (id) do nothing`.execute(db);
}
