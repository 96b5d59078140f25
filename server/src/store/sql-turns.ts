import { reject } from '@trilogue/engine/exercise/rejections';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { sql } from 'kysely';
import { type AuditEntry, auditRow } from './audit-store.js';
import {
  type Addition,
  type EventStore,
  type Ground,
  type Receipt,
  type ReceiptKey,
  type StandingLease,
  type TurnRequest,
  UnknownExercise,
} from './event-store.js';
import { keptQuery, type TurnConnection } from './kept-queries.js';
import { noteAttendance } from './sql-attendance.js';
import type { SqlDatabase } from './sql-event-store.js';
import { factsReader } from './sql-facts.js';
import { rewriteRedacted } from './sql-redaction.js';
import type { Db, Tables } from './tables.js';

/** Rows in one INSERT; databases limit how many values a statement may carry. */
const rowsPerInsert = 500;

export function committing({ db, isServer, inTurn }: SqlDatabase): EventStore['commit'] {
  const queries = turnQueries(db, isServer);
  return (request, decide) =>
    inTurn(async (connection) => {
      const head = await takeInHand(connection, queries, request.exerciseId);
      const ground = await groundOf(connection, queries, request, head);
      const { addition, result } = decide(ground);
      if (addition !== null) {
        await keep(connection, queries, request.exerciseId, head.seq, addition);
      }
      return result;
    });
}

interface Head {
  readonly seq: number;
  readonly lease: StandingLease | null;
}

type TurnQueries = ReturnType<typeof turnQueries>;

/** What every turn asks and writes. Built with values that stand for those to come, in their order. */
function turnQueries(db: Db, isServer: boolean) {
  const head = db
    .selectFrom('exercises')
    .leftJoin('leases', 'leases.exercise_id', 'exercises.id')
    .select(['exercises.head_seq', 'leases.fence', 'leases.now_ms', 'leases.play_ms'])
    .where('exercises.id', '=', '');
  const addFacts = (rows: number) =>
    db.insertInto('facts').values(Array<Tables['facts']>(rows).fill(factRow('', 0, emptyFact)));
  const addReceipts = (rows: number) =>
    db
      .insertInto('receipts')
      .values(Array<Tables['receipts']>(rows).fill(receiptRow('', emptyReceipt)));
  const addAudit = (rows: number) =>
    db.insertInto('audit').values(Array<Tables['audit']>(rows).fill(auditRow(emptyEntry)));
  const moveHead = () =>
    db
      .updateTable('exercises')
      .set({ head_seq: 0, epoch: 0, recorded_at: 0, stage: '' })
      .where('id', '=', '');
  /** All of a turn at once: each statement is a way to the database server and back. */
  const addAll = (facts: number, receipts: number, audit: number) => {
    const others = [
      ...(receipts === 0 ? [] : [sql`new_receipts as (${addReceipts(receipts)})`]),
      ...(audit === 0 ? [] : [sql`new_audit as (${addAudit(audit)})`]),
    ];
    const added = sql.join([sql`new_facts as (${addFacts(facts)})`, ...others]);
    return { compile: () => sql`with ${added} ${moveHead()}`.compile(db) };
  };
  return {
    // On a server others wait for the row until the turn is over; the embedded database has but one user.
    head: keptQuery(() => (isServer ? head.forUpdate('exercises') : head)),
    factsAfter: factsReader(db),
    receipts: keptQuery((rows) =>
      db
        .selectFrom('receipts')
        .select(['actor', 'command_id', 'payload_hash', 'answer'])
        .where('exercise_id', '=', '')
        // By the whole key: by a part of it, every receipt of the exercise would be looked at.
        .where(
          sql<boolean>`(actor, command_id) in (values ${sql.join(Array(rows).fill(sql`(${''}, ${''})`))})`,
        ),
    ),
    addFacts: keptQuery(addFacts),
    addReceipts: keptQuery(addReceipts),
    addAudit: keptQuery(addAudit),
    moveHead: keptQuery(moveHead),
    // SQLite writes to one table a statement, and is asked without a way.
    addAll: isServer ? keptQuery(addAll) : null,
  };
}

const emptyFact = { seq: 0, epoch: 0, type: 'x' };
const emptyEntry: AuditEntry = {
  id: '',
  atMs: 0,
  exerciseId: null,
  actorKind: '',
  accountId: null,
  seatId: null,
  session: null,
  address: null,
  action: '',
  targets: {},
  outcome: '',
};
const emptyReceipt = { actor: '', commandId: '', payloadHash: '', answer: null };

function factRow(
  exerciseId: string,
  recordedAtMs: number,
  fact: { readonly seq: number; readonly epoch: number; readonly type: string },
): Tables['facts'] {
  return {
    exercise_id: exerciseId,
    seq: fact.seq,
    epoch: fact.epoch,
    type: fact.type,
    body: JSON.stringify(fact),
    recorded_at: recordedAtMs,
  };
}

function receiptRow(
  exerciseId: string,
  { actor, commandId, payloadHash, answer }: Omit<Receipt, 'answer'> & { answer: unknown },
): Tables['receipts'] {
  return {
    exercise_id: exerciseId,
    actor,
    command_id: commandId,
    payload_hash: payloadHash,
    answer: JSON.stringify(answer),
  };
}

/** @throws UnknownExercise */
async function takeInHand(
  connection: TurnConnection,
  queries: TurnQueries,
  exerciseId: ExerciseId,
): Promise<Head> {
  const [row] = await queries.head(connection, [exerciseId]);
  if (row === undefined) throw new UnknownExercise('no such exercise');
  const last = { playMs: Number(row.play_ms), nowMs: Number(row.now_ms) };
  return {
    seq: row.head_seq,
    lease: row.fence === null ? null : { fence: row.fence, last: last.nowMs === 0 ? null : last },
  };
}

async function groundOf(
  connection: TurnConnection,
  queries: TurnQueries,
  { exerciseId, afterSeq, keys }: TurnRequest,
  { seq, lease }: Head,
): Promise<Ground> {
  if (seq < afterSeq) throw new Error(`fact ${afterSeq} is known and ${seq} is the last on record`);
  return {
    missed: seq === afterSeq ? [] : await queries.factsAfter(connection, exerciseId, afterSeq),
    receipts: await receiptsOf(connection, queries, exerciseId, keys),
    lease,
  };
}

async function keep(
  connection: TurnConnection,
  queries: TurnQueries,
  exerciseId: ExerciseId,
  headSeq: number,
  addition: Addition,
): Promise<void> {
  const { facts } = addition;
  facts.forEach((fact, index) => {
    if (fact.seq !== headSeq + index + 1) throw new Error(`fact ${fact.seq} is out of place`);
  });
  await write(connection, queries, exerciseId, addition);
  await noteAttendance(connection, exerciseId, facts);
  await rewriteRedacted(connection, exerciseId, facts);
}

async function write(
  connection: TurnConnection,
  queries: TurnQueries,
  exerciseId: ExerciseId,
  { facts, receipts, audit, stage, recordedAtMs }: Addition,
): Promise<void> {
  const valuesOf = (rows: readonly object[]) => rows.flatMap((row) => Object.values(row));
  const factRows = facts.map((fact) => factRow(exerciseId, recordedAtMs, fact));
  const receiptRows = receipts.map((receipt) => receiptRow(exerciseId, receipt));
  const auditRows = audit.map(auditRow);
  const last = facts.at(-1);
  const head = last === undefined ? [] : [last.seq, last.epoch, recordedAtMs, stage, exerciseId];
  const counts = [facts.length, receipts.length, audit.length];
  if (queries.addAll !== null && last !== undefined && Math.max(...counts) <= rowsPerInsert) {
    const values = valuesOf([...factRows, ...receiptRows, ...auditRows]);
    await queries.addAll(connection, [...values, ...head], ...counts);
    return;
  }
  for (const some of chunks(factRows)) {
    await queries.addFacts(connection, valuesOf(some), some.length);
  }
  for (const some of chunks(receiptRows)) {
    await queries.addReceipts(connection, valuesOf(some), some.length);
  }
  for (const some of chunks(auditRows)) {
    await queries.addAudit(connection, valuesOf(some), some.length);
  }
  if (last !== undefined) await queries.moveHead(connection, head);
}

async function receiptsOf(
  connection: TurnConnection,
  queries: TurnQueries,
  exerciseId: ExerciseId,
  keys: readonly ReceiptKey[],
): Promise<Receipt[]> {
  if (keys.length === 0) return [];
  const wanted = keys.flatMap(({ actor, commandId }) => [actor, commandId]);
  const rows = await queries.receipts(connection, [exerciseId, ...wanted], keys.length);
  return rows.map((row) => ({
    actor: row.actor,
    commandId: row.command_id,
    payloadHash: row.payload_hash,
    answer: readAnswer(row.answer),
  }));
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

function* chunks<Item>(items: readonly Item[]): Iterable<readonly Item[]> {
  for (let from = 0; from < items.length; from += rowsPerInsert) {
    yield items.slice(from, from + rowsPerInsert);
  }
}
