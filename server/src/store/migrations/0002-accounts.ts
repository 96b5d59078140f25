/** Accounts of staff, their sessions, one-time links, and what they are in which exercise. */
import type { Kysely, Migration } from 'kysely';
import { ofExercise } from './of-exercise.js';

export const accounts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('accounts')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('login', 'text', (column) => column.notNull().unique())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('password_hash', 'text')
      .addColumn('totp_sealed', 'text')
      .addColumn('totp_offered', 'text')
      .addColumn('totp_last_step', 'bigint', (column) => column.notNull())
      .addColumn('is_disabled', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await ofAccount(db, 'recovery_codes')
      .addColumn('code_hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('recovery_codes_key', ['account_id', 'code_hash'])
      .execute();
    await db.schema
      .createTable('one_time_links')
      .ifNotExists()
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) =>
        column.references('accounts.id').onDelete('cascade'),
      )
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('sessions')
      .ifNotExists()
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('account_id', 'text', (column) =>
        column.references('accounts.id').onDelete('cascade'),
      )
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('last_seen', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('sessions_of_account')
      .ifNotExists()
      .on('sessions')
      .column('account_id')
      .execute();
    // Whoever came by the printed link opens it once more.
    await db.schema.dropTable('staff_sessions').ifExists().execute();
    await ofExercise(db, 'exercise_staff')
      .addColumn('account_id', 'text', (column) =>
        column.notNull().references('accounts.id').onDelete('cascade'),
      )
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('party_id', 'text')
      .addColumn('assigned_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('exercise_staff_key', ['exercise_id', 'account_id'])
      .execute();
    await db.schema
      .createIndex('exercises_of_account')
      .ifNotExists()
      .on('exercise_staff')
      .column('account_id')
      .execute();
  },
};

function ofAccount(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .ifNotExists()
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    );
}
