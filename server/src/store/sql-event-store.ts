/** The event store in SQL. Portable: what differs between databases comes in from outside. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { readFact } from '@trilogue/engine/exercise/upcast';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import type { Transaction } from 'kysely';
import {
  type Append,
  type AppendResult,
  type EventStore,
  type ExerciseRow,
  type ExerciseSummary,
  type NewExercise,
  type Receipt,
  type ReceiptKey,
  type Stage,
  UnreadableLog,
} from './event-store.js';
import { leaseQueries } from './sql-leases.js';
import type { Db, Tables } from './tables.js';

/** Rows in one INSERT; databases limit how many values a statement may carry. */
const rowsPerInsert = 500;

export function sqlEventStore(db: Db, nowMs: () => Promise<number>): EventStore {
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
      await db
        .insertInto('exercises')
        .values({
          id: exercise.exerciseId,
          scenario_id: exercise.scenarioId,
          scenario_json: exercise.scenarioText,
          scenario_hash: exercise.scenarioHash,
          title: exercise.title,
          created_at: exercise.createdAtMs,
          recorded_at: exercise.createdAtMs,
          head_seq: 0,
          epoch: 0,
          stage: 'draft',
        })
        .execute();
    },

    async findExercise(exerciseId): Promise<ExerciseRow | null> {
      const row = await db
        .selectFrom('exercises')
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

    append: (append) => db.transaction().execute((trx) => appendIn(trx, append)),

    async readFacts(exerciseId, afterSeq) {
      const rows = await db
        .selectFrom('facts')
        .select(['seq', 'body'])
        .where('exercise_id', '=', exerciseId)
        .where('seq', '>', afterSeq)
        .orderBy('seq')
        .execute();
      return rows.map(({ seq, body }) => parseFact(seq, body));
    },

    async findReceipts(exerciseId, keys): Promise<Receipt[]> {
      if (keys.length === 0) return [];
      const wanted = new Set(keys.map(keyOf));
      const rows = await db
        .selectFrom('receipts')
        .selectAll()
        .where('exercise_id', '=', exerciseId)
        .where(
          'command_id',
          'in',
          keys.map(({ commandId }) => commandId),
        )
        .execute();
      return rows
        .map((row) => ({
          actor: row.actor,
          commandId: row.command_id,
          payloadHash: row.payload_hash,
          // Written by this store from an Answer, and never changed.
          answer: JSON.parse(row.answer) as Answer,
        }))
        .filter((receipt) => wanted.has(keyOf(receipt)));
    },

    ...leaseQueries(db),
  };
}

async function appendIn(trx: Transaction<Tables>, append: Append): Promise<AppendResult> {
  const { exerciseId, expectedSeq, facts, receipts, fence, stage, recordedAtMs } = append;
  facts.forEach((fact, index) => {
    if (fact.seq !== expectedSeq + index + 1) throw new Error(`fact ${fact.seq} is out of place`);
  });
  if (fence !== undefined) {
    const lease = await trx
      .selectFrom('leases')
      .select('fence')
      .where('exercise_id', '=', exerciseId)
      .executeTakeFirst();
    if (lease?.fence !== fence) return { ok: false, reason: 'fenced' };
  }
  const last = facts.at(-1);
  // Moving the head is also what makes two writers queue: the second finds it moved.
  const head = await trx
    .updateTable('exercises')
    .set({
      head_seq: last?.seq ?? expectedSeq,
      ...(last === undefined ? {} : { epoch: last.epoch, recorded_at: recordedAtMs, stage }),
    })
    .where('id', '=', exerciseId)
    .where('head_seq', '=', expectedSeq)
    .executeTakeFirst();
  if (head.numUpdatedRows !== 1n) {
    const exists = await trx
      .selectFrom('exercises')
      .select('id')
      .where('id', '=', exerciseId)
      .executeTakeFirst();
    return { ok: false, reason: exists === undefined ? 'unknown-exercise' : 'conflict' };
  }
  for (const some of chunks(facts)) {
    await trx
      .insertInto('facts')
      .values(
        some.map((fact) => ({
          exercise_id: exerciseId,
          seq: fact.seq,
          epoch: fact.epoch,
          type: fact.type,
          body: JSON.stringify(fact),
          recorded_at: recordedAtMs,
        })),
      )
      .execute();
  }
  for (const some of chunks(receipts)) {
    await trx
      .insertInto('receipts')
      .values(
        some.map(({ actor, commandId, payloadHash, answer }) => ({
          exercise_id: exerciseId,
          actor,
          command_id: commandId,
          payload_hash: payloadHash,
          answer: JSON.stringify(answer),
        })),
      )
      .execute();
  }
  return { ok: true };
}

function parseFact(seq: number, body: string): Fact {
  try {
    const fact = readFact(JSON.parse(body));
    if (fact.seq !== seq) throw new Error(`it says it is fact ${fact.seq}`);
    return fact;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableLog(`fact ${seq} can't be read: ${reason}`, { cause: error });
  }
}

function toSummary(
  row: Omit<Tables['exercises'], 'scenario_json' | 'recorded_at'>,
): ExerciseSummary {
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

function keyOf({ actor, commandId }: ReceiptKey): string {
  return `${actor} ${commandId}`;
}

function* chunks<Item>(items: readonly Item[]): Iterable<readonly Item[]> {
  for (let from = 0; from < items.length; from += rowsPerInsert) {
    yield items.slice(from, from + rowsPerInsert);
  }
}
