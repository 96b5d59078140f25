/**
 * Scenarios get a table of their own: every turn writes its exercise's row, and with it would read and
 * write whatever stands in it.
 */
import { type Kysely, type Migration, sql } from 'kysely';
import { ofExercise } from './of-exercise.js';

export const scenarios: Migration = {
  async up(db: Kysely<unknown>) {
    await ofExercise(db, 'exercise_scenarios')
      .addColumn('scenario_json', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('exercise_scenarios_key', ['exercise_id'])
      .execute();
    const tables = await db.introspection.getTables();
    const exercises = tables.find(({ name }) => name === 'exercises');
    // Gone when a process that was killed half-way has been here.
    if (!exercises?.columns.some(({ name }) => name === 'scenario_json')) return;
    await sql`
      insert into exercise_scenarios (exercise_id, scenario_json)
      select id, scenario_json from exercises where true
      on conflict (exercise_id) do nothing`.execute(db);
    await db.schema.alterTable('exercises').dropColumn('scenario_json').execute();
  },
};
