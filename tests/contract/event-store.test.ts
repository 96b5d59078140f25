import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import Database from 'libsql';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  DatabaseUnavailable,
  migrate,
  type OpenDatabase,
} from '../../server/src/store/database.js';
import { UnreadableLog } from '../../server/src/store/event-store.js';
import { openPostgres } from '../../server/src/store/postgres.js';
import { sqlEventStore } from '../../server/src/store/sql-event-store.js';
import { openSqlite } from '../../server/src/store/sqlite.js';
import { freshDatabase, hasPostgres } from '../support/postgres.js';
import {
  additionOf,
  eventStoreContract,
  keep,
  newExercise,
  receipt,
  type StoreUnderTest,
  someFacts,
} from './event-store.js';

/** As SQLite makes them by itself. */
const pageBytes = 4_096;

async function open() {
  const directory = mkdtempSync(join(tmpdir(), 'trilogue-store-'));
  const database = await openSqlite(directory);
  onTestFinished(async () => {
    await database.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return { ...database, directory };
}

eventStoreContract('SQLite', async () => {
  return underTest(await open());
});

test('[STORE17] a turn costs the same however much an exercise has on record', async () => {
  const database = await open();
  const asked: { readonly text: string; readonly values: readonly unknown[] }[] = [];
  const store = sqlEventStore({
    ...database,
    inTurn: (work) =>
      database.inTurn((connection) =>
        work({
          ...connection,
          run(statement, values) {
            if (statement.isReading) asked.push({ text: statement.text, values });
            return connection.run(statement, values);
          },
        }),
      ),
  });
  const exerciseId = await newExercise(store);
  const keys = [receipt('one-asked'), receipt('two-asked')];
  await store.commit({ exerciseId, afterSeq: 0, keys }, () => ({
    addition: additionOf(someFacts(1, 1), keys),
    result: null,
  }));
  // A plan is asked of another database of the same shape: asking leaves libsql's connection busy.
  const { rows: tables } = await sql<{ sql: string }>`
    select sql from sqlite_master where sql is not null`.execute(database.db);
  const shape = new Database(':memory:');
  for (const { sql: made } of tables) shape.exec(made);
  const steps = asked.flatMap(({ text, values }) => {
    const rows = shape.prepare(`explain query plan ${text}`).all([...values]);
    return (rows as { detail: string }[]).map(({ detail }) => detail);
  });
  const reads = steps.filter((step) => /^(SCAN|SEARCH) (?!\d+ CONSTANT)/.test(step));
  expect(reads.map((step) => step.replace(/ USING .*INDEX \S+/, ''))).toEqual([
    'SEARCH exercises (id=?)',
    'SEARCH leases (exercise_id=?) LEFT-JOIN',
    'SEARCH receipts (exercise_id=? AND actor=? AND command_id=?)',
  ]);
});

describe.skipIf(!hasPostgres)('with the system’s PostgreSQL', () => {
  eventStoreContract('PostgreSQL', async () => {
    const database = await openPostgres(await freshDatabase(), { warn: () => undefined });
    onTestFinished(database.close);
    return underTest(database);
  });

  test('[STORE16] a connection that ends within a transaction ends that, and nothing else', async () => {
    const warnings: string[] = [];
    const database = await openPostgres(await freshDatabase(), {
      warn: (_details, message) => warnings.push(message),
    });
    onTestFinished(database.close);
    const { db } = database;
    const turn = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db);
      await vi.waitUntil(() => warnings.length > 0);
      await sql`select 1`.execute(trx);
    });
    await expect(turn).rejects.toThrow();
    expect(await database.nowMs()).toBeGreaterThan(0);
  });
});

function underTest(database: OpenDatabase): StoreUnderTest {
  return {
    store: sqlEventStore(database),
    async spoilFact(exerciseId, seq) {
      await database.db
        .updateTable('facts')
        .set({ body: '{"type":"PaceSet"}' })
        .where('exercise_id', '=', exerciseId)
        .where('seq', '=', seq)
        .execute();
    },
    async spoilReceipt(exerciseId, commandId) {
      await database.db
        .updateTable('receipts')
        .set({ answer: '{"ok":tr' })
        .where('exercise_id', '=', exerciseId)
        .where('command_id', '=', commandId)
        .execute();
    },
  };
}

test('[STORE11] a second process that wants the same database is told so', async () => {
  const { directory, db } = await open();
  const second = openSqlite(directory);
  await expect(second).rejects.toThrow(DatabaseUnavailable);
  await expect(second).rejects.toThrow(/another Trilogue already uses/);
  // Opened again by the one that holds it, nothing is left to migrate.
  await migrate(db);
});

test('[QUAR3] a damaged page of the file is a log that can’t be read; others can be', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'trilogue-store-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const database = await openSqlite(directory);
  const store = sqlEventStore(database);
  const broken = await newExercise(store, 'exercise-1');
  await keep(store, broken, 0, someFacts(1, 1_200));
  const sound = await newExercise(store, 'exercise-2');
  await keep(store, sound, 0, someFacts(1, 100));
  await database.close();

  const file = join(directory, 'trilogue.db');
  const page = Math.floor(readFileSync(file).indexOf('"seq":600,') / pageBytes);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, page * pageBytes);
  closeSync(handle);

  const again = await openSqlite(directory);
  onTestFinished(again.close);
  const reopened = sqlEventStore(again);
  await expect(reopened.readFacts(broken, 0)).rejects.toThrow(UnreadableLog);
  expect(await reopened.readFacts(sound, 0)).toHaveLength(100);
});
