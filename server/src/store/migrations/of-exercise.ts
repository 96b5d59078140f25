/** Begins a table whose rows belong to an exercise and go with it. */
import type { Kysely } from 'kysely';

export function ofExercise(db: Kysely<unknown>, table: string) {
  return db.schema
    .createTable(table)
    .ifNotExists()
    .addColumn('exercise_id', 'text', (column) =>
      column.notNull().references('exercises.id').onDelete('cascade'),
    );
}
