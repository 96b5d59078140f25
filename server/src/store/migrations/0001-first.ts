/** The tables that the first drills stood on. */
import type { Kysely, Migration } from 'kysely';
import { ofExercise } from './of-exercise.js';

export const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('exercises')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('scenario_id', 'text', (column) => column.notNull())
      .addColumn('scenario_json', 'text', (column) => column.notNull())
      .addColumn('scenario_hash', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('head_seq', 'integer', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('stage', 'text', (column) => column.notNull())
      .addColumn('recorded_at', 'bigint', (column) => column.notNull())
      .execute();
    await ofExercise(db, 'facts')
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('epoch', 'integer', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('recorded_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('facts_key', ['exercise_id', 'seq'])
      .execute();
    await ofExercise(db, 'receipts')
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('command_id', 'text', (column) => column.notNull())
      .addColumn('payload_hash', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('receipts_key', ['exercise_id', 'actor', 'command_id'])
      .execute();
    await ofExercise(db, 'seats')
      .addColumn('seat_id', 'text', (column) => column.primaryKey())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('language', 'text')
      .addColumn('token_hash', 'text', (column) => column.unique())
      .addColumn('staff_session', 'text')
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('seats_of_exercise')
      .ifNotExists()
      .on('seats')
      .columns(['exercise_id', 'staff_session'])
      .execute();
    await ofExercise(db, 'join_codes')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('table_id', 'text', (column) => column.notNull())
      .addUniqueConstraint('join_codes_once', ['exercise_id', 'role', 'table_id'])
      .execute();
    await ofExercise(db, 'drafts')
      .addColumn('table_id', 'text', (column) => column.notNull())
      .addColumn('inject_id', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('seat_id', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('drafts_key', ['exercise_id', 'table_id', 'inject_id'])
      .execute();
    await ofExercise(db, 'leases')
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('fence', 'integer', (column) => column.notNull())
      .addColumn('play_ms', 'bigint', (column) => column.notNull())
      .addColumn('now_ms', 'bigint', (column) => column.notNull())
      .addColumn('renewed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('leases_key', ['exercise_id'])
      .execute();
    await db.schema
      .createTable('staff_sessions')
      .ifNotExists()
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('last_seen', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('settings')
      .ifNotExists()
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
  },
};
