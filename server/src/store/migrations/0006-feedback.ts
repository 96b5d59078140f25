/** What participants said after EndEx, and whether the form was closed by hand. */
import type { Kysely, Migration } from 'kysely';
import { ofExercise } from './of-exercise.js';

export const feedback: Migration = {
  async up(db: Kysely<unknown>) {
    await ofExercise(db, 'feedback')
      .addColumn('seat_id', 'text', (column) => column.notNull())
      // Where they sat when they answered; null for observers.
      .addColumn('table_id', 'text')
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['exercise_id', 'seat_id'])
      .execute();
    await ofExercise(db, 'feedback_closings')
      .addColumn('closed_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_closings_key', ['exercise_id'])
      .execute();
  },
};
