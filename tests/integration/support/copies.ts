/** Systems as the copying parts see them, made, filled and read by tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'libsql';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { backupOf, readBackup, type Sums } from '../../../server/src/backup/backup-file.js';
import { standingTables, sumOf } from '../../../server/src/backup/read-tables.js';
import { restoreInto } from '../../../server/src/backup/restore.js';
import { snapshotOf } from '../../../server/src/backup/snapshot.js';
import { connect, holdSqlite, type System } from '../../../server/src/backup/system.js';
import { isCopied } from '../../../server/src/backup/tables.js';
import type { OpenDatabase } from '../../../server/src/store/database.js';
import { openPostgres } from '../../../server/src/store/postgres.js';
import { openSqlite } from '../../../server/src/store/sqlite.js';
import { freshDatabase } from '../../support/postgres.js';
import { tempDir } from './server.js';

const schemas = new URL('../../fixtures/schemas', import.meta.url).pathname;

/** A system as a release left it: two drills, one ended and one paused, with people and a draft. */
export async function releasedSystem(
  release: string,
  kind: System['kind'] = 'sqlite',
): Promise<System> {
  const text = readFileSync(join(schemas, `${release}.sql`), 'utf8');
  if (kind === 'sqlite') {
    const dataDir = tempDir();
    const raw = new Database(join(dataDir, 'trilogue.db'));
    raw.exec(text);
    raw.close();
    return { kind, dataDir };
  }
  const url = await freshDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text);
  await client.end();
  return { kind, url };
}

export async function emptySystem(kind: System['kind']): Promise<System> {
  return kind === 'sqlite' ? { kind, dataDir: tempDir() } : { kind, url: await freshDatabase() };
}

/** As a server opens it, with everything brought up to date. */
export async function open(system: System): Promise<OpenDatabase> {
  const database =
    system.kind === 'sqlite'
      ? await openSqlite(system.dataDir)
      : await openPostgres(system.url, { warn: () => undefined });
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= database.close();
    return closing;
  };
  onTestFinished(close);
  return { ...database, close };
}

export async function backUp(system: System): Promise<Buffer> {
  const snapshot = await snapshotOf(system);
  try {
    const parts: Buffer[] = [];
    for await (const part of backupOf(snapshot, new Date(0))) parts.push(part);
    return Buffer.concat(parts);
  } finally {
    await snapshot.close();
  }
}

/** Reads the file to its end, and then once more into the system, as the command does. */
export async function restore(system: System, bytes: Buffer, mayReplace = false) {
  const checked = await readBackup(inChunks(bytes));
  for await (const _page of checked.pages);
  const { manifest, pages } = await readBackup(inChunks(bytes));
  const options = { schema: manifest.schema, pages, step: () => undefined, mayReplace };
  return restoreInto(system, options);
}

/** What every table of a system that nobody has open comes to. */
export async function sumsOf(system: System): Promise<Sums> {
  const { db, close } =
    system.kind === 'sqlite' ? holdSqlite(system.dataDir) : await connect(system.url);
  try {
    const sums: [Parameters<Sums['get']>[0], Awaited<ReturnType<typeof sumOf>>][] = [];
    for (const table of await standingTables(db)) sums.push([table, await sumOf(db, table)]);
    return new Map(sums.filter(([table, { rows }]) => isCopied(table) && rows > 0));
  } finally {
    await close();
  }
}

/** What a released system comes to once this build has opened it, without having been copied. */
export async function sumsBroughtForward(
  release: string,
  kind: System['kind'] = 'sqlite',
): Promise<Sums> {
  const system = await releasedSystem(release, kind);
  await (await open(system)).close();
  return sumsOf(system);
}

/** In pieces that end anywhere, as a disk or a line brings them. */
export async function* inChunks(bytes: Buffer, size = 1_000): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** The file with its text changed and packed again, as somebody would who knows the form. */
export function edited(bytes: Buffer, change: (text: string) => string): Buffer {
  return gzipSync(change(gunzipSync(bytes).toString('utf8')));
}
