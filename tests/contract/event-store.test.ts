import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sqlEventStore } from '../../server/src/store/sql-event-store.js';
import { DatabaseUnavailable, migrate, openSqlite } from '../../server/src/store/sqlite.js';
import { eventStoreContract } from './event-store.js';

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
  const { db, nowMs } = await open();
  return {
    store: sqlEventStore(db, nowMs),
    async spoilFact(exerciseId, seq) {
      await db
        .updateTable('facts')
        .set({ body: '{"type":"PaceSet"}' })
        .where('exercise_id', '=', exerciseId)
        .where('seq', '=', seq)
        .execute();
    },
  };
});

test('[STORE11] a second process that wants the same database is told so', async () => {
  const { directory, db } = await open();
  const second = openSqlite(directory);
  await expect(second).rejects.toThrow(DatabaseUnavailable);
  await expect(second).rejects.toThrow(/another Trilogue already uses/);
  // Opened again by the one that holds it, nothing is left to migrate.
  await migrate(db);
});
