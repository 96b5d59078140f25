import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type {
  EventStore,
  ExerciseRow,
  ExerciseSummary,
  NewExercise,
  Stage,
} from './event-store.js';
import type { Running, TurnConnection } from './kept-queries.js';
import { factsReader } from './sql-facts.js';
import { leaseQueries } from './sql-leases.js';
import { committing } from './sql-turns.js';
import type { Db, Tables } from './tables.js';

export interface SqlDatabase {
  readonly db: Db;
  /** The database's own clock, ms since 1970 UTC. */
  readonly nowMs: () => Promise<number>;
  /**
   * Whether it is a server of its own: others write to it, too, so that a row has to be locked before it
   * is relied on, and every statement is a way there and back.
   */
  readonly isServer: boolean;
  /** One statement by itself. */
  readonly run: Running['run'];
  /** One transaction on a connection of its own. What `work` throws undoes it. */
  readonly inTurn: <Result>(
    work: (connection: TurnConnection) => Promise<Result>,
  ) => Promise<Result>;
}

export function sqlEventStore(database: SqlDatabase): EventStore {
  const { db, nowMs } = database;
  const factsAfter = factsReader(db);
  return {
    nowMs,
    async lastRecordedMs() {
      const facts = await db
        .selectFrom('exercises')
        .select((eb) => eb.fn.max('recorded_at').as('at'))
        .executeTakeFirst();
      const leases = await db
        .selectFrom('leases')
        .select((eb) => eb.fn.max('now_ms').as('at'))
        .executeTakeFirst();
      return Math.max(Number(facts?.at ?? 0), Number(leases?.at ?? 0));
    },

    async createExercise(exercise: NewExercise) {
      const { exerciseId, scenarioText } = exercise;
      const row = {
        id: exerciseId,
        scenario_id: exercise.scenarioId,
        scenario_hash: exercise.scenarioHash,
        title: exercise.title,
        created_at: exercise.createdAtMs,
        recorded_at: exercise.createdAtMs,
        head_seq: 0,
        epoch: 0,
        stage: 'draft',
      };
      await db.transaction().execute((trx) => addExercise(trx, row, scenarioText));
    },

    async findExercise(exerciseId): Promise<ExerciseRow | null> {
      const row = await db
        .selectFrom('exercises')
        .innerJoin('exercise_scenarios as scenarios', 'scenarios.exercise_id', 'exercises.id')
        .selectAll()
        .where('id', '=', exerciseId)
        .executeTakeFirst();
      return row === undefined ? null : { ...toSummary(row), scenarioText: row.scenario_json };
    },

    async listExercises() {
      const rows = await db
        .selectFrom('exercises')
        .select(['id', 'scenario_id', 'scenario_hash', 'title', 'created_at'])
        .select(['head_seq', 'epoch', 'stage'])
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toSummary);
    },

    commit: committing(database),

    readFacts: (exerciseId, afterSeq) => factsAfter(database, exerciseId, afterSeq),

    async headsOf(exerciseIds) {
      if (exerciseIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('exercises')
        .select(['id', 'head_seq'])
        .where('id', 'in', exerciseIds)
        .execute();
      return new Map(rows.map(({ id, head_seq }) => [id as ExerciseId, head_seq]));
    },

    ...leaseQueries(database),
  };
}

/** In a transaction: an exercise without its scenario can't be opened. */
export async function addExercise(
  trx: Db,
  row: Tables['exercises'],
  scenarioText: string,
): Promise<void> {
  await trx.insertInto('exercises').values(row).execute();
  await trx
    .insertInto('exercise_scenarios')
    .values({ exercise_id: row.id, scenario_json: scenarioText })
    .execute();
}

function toSummary(row: Omit<Tables['exercises'], 'recorded_at'>): ExerciseSummary {
  return {
    // Ids and stages were parsed before they were stored.
    exerciseId: row.id as ExerciseId,
    scenarioId: row.scenario_id,
    scenarioHash: row.scenario_hash,
    title: row.title,
    createdAtMs: Number(row.created_at),
    headSeq: row.head_seq,
    epoch: row.epoch,
    stage: row.stage as Stage,
  };
}
