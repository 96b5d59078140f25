/** The event store in SQL. Portable: what differs between databases comes in from outside. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { reject } from '@trilogue/engine/exercise/rejections';
import { readFact } from '@trilogue/engine/exercise/upcast';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import type { Transaction } from 'kysely';
import {
  type Addition,
  type EventStore,
  type ExerciseRow,
  type ExerciseSummary,
  type Ground,
  type NewExercise,
  type Receipt,
  type ReceiptKey,
  type Stage,
  type StandingLease,
  type TurnRequest,
  UnknownExercise,
  UnreadableLog,
} from './event-store.js';
import { leaseQueries } from './sql-leases.js';
import { rewriteRedacted } from './sql-redaction.js';
import type { Db, Tables } from './tables.js';

export interface SqlDatabase {
  readonly db: Db;
  /** The database's own clock, ms since 1970 UTC. */
  readonly nowMs: () => Promise<number>;
  /** Whether others write to it, too, so that a row has to be locked before it is relied on. */
  readonly locksRows: boolean;
}

/** Rows in one INSERT; databases limit how many values a statement may carry. */
const rowsPerInsert = 500;

export function sqlEventStore({ db, nowMs, locksRows }: SqlDatabase): EventStore {
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

    commit: (request, decide) =>
      db.transaction().execute(async (trx) => {
        const head = await takeInHand(trx, request.exerciseId, locksRows);
        const ground = await groundOf(trx, request, head);
        const { addition, result } = decide(ground);
        if (addition !== null) await keep(trx, request.exerciseId, head.seq, addition);
        return result;
      }),

    readFacts: (exerciseId, afterSeq) => factsAfter(db, exerciseId, afterSeq),

    async headsOf(exerciseIds) {
      if (exerciseIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('exercises')
        .select(['id', 'head_seq'])
        .where('id', 'in', exerciseIds)
        .execute();
      return new Map(rows.map(({ id, head_seq }) => [id as ExerciseId, head_seq]));
    },

    ...leaseQueries(db),
  };
}

interface Head {
  readonly seq: number;
  readonly lease: StandingLease | null;
}

/** @throws UnknownExercise */
async function takeInHand(trx: Db, exerciseId: ExerciseId, locksRows: boolean): Promise<Head> {
  const query = trx
    .selectFrom('exercises')
    .leftJoin('leases', 'leases.exercise_id', 'exercises.id')
    .select(['exercises.head_seq', 'leases.fence', 'leases.now_ms', 'leases.play_ms'])
    .where('exercises.id', '=', exerciseId);
  const row = await (locksRows ? query.forUpdate('exercises') : query).executeTakeFirst();
  if (row === undefined) throw new UnknownExercise('no such exercise');
  const last = { playMs: Number(row.play_ms), nowMs: Number(row.now_ms) };
  return {
    seq: row.head_seq,
    lease: row.fence === null ? null : { fence: row.fence, last: last.nowMs === 0 ? null : last },
  };
}

async function groundOf(
  trx: Db,
  { exerciseId, afterSeq, keys }: TurnRequest,
  { seq, lease }: Head,
): Promise<Ground> {
  if (seq < afterSeq) throw new Error(`fact ${afterSeq} is known and ${seq} is the last on record`);
  return {
    missed: seq === afterSeq ? [] : await factsAfter(trx, exerciseId, afterSeq),
    receipts: await receiptsOf(trx, exerciseId, keys),
    lease,
  };
}

async function keep(
  trx: Transaction<Tables>,
  exerciseId: ExerciseId,
  headSeq: number,
  { facts, receipts, stage, recordedAtMs }: Addition,
): Promise<void> {
  facts.forEach((fact, index) => {
    if (fact.seq !== headSeq + index + 1) throw new Error(`fact ${fact.seq} is out of place`);
  });
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
  await rewriteRedacted(trx, exerciseId, facts);
  const last = facts.at(-1);
  if (last === undefined) return;
  await trx
    .updateTable('exercises')
    .set({ head_seq: last.seq, epoch: last.epoch, recorded_at: recordedAtMs, stage })
    .where('id', '=', exerciseId)
    .execute();
}

async function factsAfter(db: Db, exerciseId: ExerciseId, afterSeq: number): Promise<Fact[]> {
  const rows = await db
    .selectFrom('facts')
    .select(['seq', 'body'])
    .where('exercise_id', '=', exerciseId)
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .execute()
    .catch((error: unknown) => {
      throw isDamage(error)
        ? new UnreadableLog(`the database is damaged where its log stands: ${reasonOf(error)}`)
        : error;
    });
  return rows.map(({ seq, body }) => parseFact(seq, body));
}

async function receiptsOf(
  db: Db,
  exerciseId: ExerciseId,
  keys: readonly ReceiptKey[],
): Promise<Receipt[]> {
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
      answer: readAnswer(row.answer),
    }))
    .filter((receipt) => wanted.has(keyOf(receipt)));
}

/** One that is damaged leaves its command unanswered, and does not keep others from theirs. */
function readAnswer(text: string): Answer {
  try {
    // Written by this store from an Answer, and never changed.
    return JSON.parse(text) as Answer;
  } catch {
    return reject('server/unavailable', 'the answer that was kept can’t be read');
  }
}

function parseFact(seq: number, body: string): Fact {
  try {
    const fact = readFact(JSON.parse(body));
    if (fact.seq !== seq) throw new Error(`it says it is fact ${fact.seq}`);
    return fact;
  } catch (error) {
    throw new UnreadableLog(`fact ${seq} can't be read: ${reasonOf(error)}`, { cause: error });
  }
}

/** A page of the file that SQLite, or PostgreSQL, can't make sense of. */
function isDamage(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(SQLITE_CORRUPT|XX00[12]$)/.test(code);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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
