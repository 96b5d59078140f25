import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openPostgres } from '../../server/src/store/postgres.js';
import { openSqlite } from '../../server/src/store/sqlite.js';
import { openSqliteStore } from '../../server/src/store/store.js';
import { freshDatabase, hasPostgres } from '../support/postgres.js';
import { canary, redactionContract, storeOf } from './redaction.js';

function directoryOf(): string {
  const directory = mkdtempSync(join(tmpdir(), 'trilogue-forget-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function open(directory = directoryOf()) {
  const database = await openSqlite(directory);
  onTestFinished(database.close);
  return database;
}

redactionContract('SQLite', () => open());

describe.skipIf(!hasPostgres)('with the system’s PostgreSQL', () => {
  redactionContract('PostgreSQL', async () => {
    const database = await openPostgres(await freshDatabase(), { warn: () => undefined });
    onTestFinished(database.close);
    return database;
  });
});

/** How often the canary stands in the files of a database, its journal included. */
function traces(directory: string): number {
  return readdirSync(directory)
    .map((name) => readFileSync(join(directory, name)).toString('latin1'))
    .reduce((sum, text) => sum + text.split(canary).length - 1, 0);
}

test('[LAW10] after a removal the database’s files hold no trace of the text', async () => {
  const directory = directoryOf();
  const store = await openSqliteStore(directory);
  onTestFinished(store.close);
  const { append, exerciseId, answer } = await storeOf(store.events);
  // Short ones and some that fill pages of their own, among others that stay.
  const texts = Array.from({ length: 300 }, (_, index) => ({
    ...answer,
    text: index % 3 === 0 ? 'Stays' : `${canary} ${'long '.repeat(index % 7 === 0 ? 1_900 : 3)}`,
  }));
  for (const text of texts) await append(exerciseId, [text]);
  expect(traces(directory)).toBeGreaterThan(0);
  const gone = texts.flatMap(({ text }, index) =>
    text === 'Stays' ? [] : [{ factSeq: index + 1, fields: ['text'] }],
  );
  await append(exerciseId, [{ type: 'ContentRedacted', texts: gone, reason: 'personal' }]);
  expect(traces(directory)).toBe(0);
  expect(await store.events.readFacts(exerciseId, 0)).toHaveLength(301);
});

test('[LAW10] what a process left in its journal when it was killed is gone once it starts again', async () => {
  const directory = directoryOf();
  const database = await open(directory);
  const { append, exerciseId, answer, removal } = await storeOf(database);
  // The commit reached the disk, and the process ended before it could tidy up.
  await append(exerciseId, [answer]);
  await append(exerciseId, [removal]);
  const killed = directoryOf();
  cpSync(directory, killed, { recursive: true });
  expect(traces(killed)).toBeGreaterThan(0);
  await open(killed);
  expect(traces(killed)).toBe(0);
});
