import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
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
  eventStoreContract,
  keep,
  newExercise,
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
