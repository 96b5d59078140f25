/** A system as it stood at one moment, to be read at leisure while play goes on. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import type { Db, Tables } from '../store/tables.js';
import { CopyFault } from './faults.js';
import { allTables, countRows, standingTables } from './read-tables.js';
import {
  connect,
  type DatabaseKind,
  type Handle,
  hasSqliteSystem,
  holdSqlite,
  type System,
  schemaOf,
  unknownMigration,
} from './system.js';
import { type CopiedTable, isCopied, notCopied } from './tables.js';

export interface Snapshot extends Handle {
  readonly kind: DatabaseKind;
  /** The migrations it has been through. */
  readonly schema: readonly string[];
  readonly tables: readonly CopiedTable[];
  /** Rows to be copied. */
  readonly rows: number;
}

const folderPrefix = 'snapshot-';

/**
 * Of a stopped SQLite system, which can't be started meanwhile, or of a PostgreSQL system, running or not.
 * @throws DatabaseUnavailable, CopyFault
 */
export async function snapshotOf(system: System): Promise<Snapshot> {
  if (system.kind === 'sqlite') {
    if (!hasSqliteSystem(system.dataDir)) {
      throw new CopyFault('system/missing', `no Trilogue has ever run in ${system.dataDir}`);
    }
    const handle = holdSqlite(system.dataDir);
    return looked('sqlite', handle);
  }
  const { db, close } = await connect(system.url);
  const trx = await db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute();
  return looked('postgres', {
    db: trx,
    async close() {
      await trx.rollback().execute();
      await close();
    },
  });
}

/**
 * Of the embedded database of this process. It is copied to a file beside it, which holds commands up
 * for about 2 ms a megabyte; everything after that happens in between.
 */
export async function liveSnapshot(db: Db, dataDir: string): Promise<Snapshot> {
  const folder = mkdtempSync(join(dataDir, folderPrefix));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'copy.db');
    await sql`vacuum into ${file}`.execute(db);
    const raw = new Database(file, { readonly: true });
    const copy = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) });
    return await looked('sqlite', {
      db: copy,
      async close() {
        await copy.destroy();
        remove();
      },
    });
  } catch (error) {
    remove();
    throw error;
  }
}

/** What a process that was killed meanwhile has left. */
export function removeOldSnapshots(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith(folderPrefix))
      rmSync(join(dataDir, name), { recursive: true, force: true });
  }
}

async function looked(kind: DatabaseKind, handle: Handle): Promise<Snapshot> {
  try {
    const all = await allTables(handle.db);
    const schema = await schemaOf(handle.db, all);
    if (schema.length === 0) {
      throw new CopyFault('system/missing', 'no Trilogue has ever used this database');
    }
    const strange = kind === 'sqlite' ? [...all].find((name) => !isKnown(name)) : undefined;
    const newer = unknownMigration(schema) ?? strange;
    if (newer !== undefined) {
      const words = `a newer Trilogue has used this system (${newer}); use that one`;
      throw new CopyFault('system/newer', words);
    }
    const tables = await standingTables(handle.db);
    let rows = 0;
    for (const table of tables) rows += await countRows(handle.db, table);
    return { ...handle, kind, schema, tables, rows };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** In PostgreSQL other programs may have tables of their own beside ours. */
function isKnown(table: string): boolean {
  return isCopied(table) || table in notCopied;
}
