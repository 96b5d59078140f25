/** Attachments, the audit log, and the keys that sign links. */
import type { Kysely, Migration } from 'kysely';
import { ofExercise } from './of-exercise.js';

export const safety: Migration = {
  async up(db: Kysely<unknown>) {
    // The bytes as base64: text is the same everywhere, and whoever copies the database has it all.
    await db.schema
      .createTable('attachment_blobs')
      .ifNotExists()
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('size', 'integer', (column) => column.notNull())
      .addColumn('bytes', 'text', (column) => column.notNull())
      .execute();
    await ofExercise(db, 'attachments')
      .addColumn('file', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull().references('attachment_blobs.hash'))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('attachments_key', ['exercise_id', 'file'])
      .execute();
    await db.schema
      .createTable('audit')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('exercise_id', 'text')
      .addColumn('actor_kind', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text')
      .addColumn('seat_id', 'text')
      .addColumn('session', 'text')
      .addColumn('address', 'text')
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('targets', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('audit_of_exercise')
      .ifNotExists()
      .on('audit')
      .columns(['exercise_id', 'id'])
      .execute();
    await db.schema
      .createTable('signing_keys')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('secret', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
