/** Puts a copied system in the place of an empty one, or of one that is to go: whole or not at all. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrate } from '../store/database.js';
import { databaseFile, openFile } from '../store/sqlite.js';
import type { Db } from '../store/tables.js';
import { CopyFault } from './faults.js';
import { type Load, load } from './load.js';
import { allTables, countRows, standingTables } from './read-tables.js';
import {
  connect,
  type Handle,
  handleOf,
  hasSqliteSystem,
  holdSqlite,
  type System,
} from './system.js';
import { type CopiedTable, copyOf, isCopied, notCopied } from './tables.js';

/** @returns how many rows were copied, by table */
export type Loaded = ReadonlyMap<CopiedTable, number>;

export interface RestoreOptions extends Load {
  /** Whether what stands there may go. */
  readonly mayReplace: boolean;
}

/**
 * @throws CopyFault `system/not-empty`, `system/running` and those of `load`; DatabaseUnavailable
 * while a server uses the data directory. Nothing has changed then.
 */
export async function restoreInto(system: System, options: RestoreOptions): Promise<Loaded> {
  return system.kind === 'sqlite'
    ? restoreSqlite(system.dataDir, options)
    : restorePostgres(system.url, options);
}

/**
 * Tells what a restore would replace: null for a system that nobody has used.
 * @throws DatabaseUnavailable, CopyFault `system/running`
 */
export async function standingIn(system: System): Promise<{ exercises: number } | null> {
  if (system.kind === 'sqlite' && !hasSqliteSystem(system.dataDir)) return null;
  const handle = system.kind === 'sqlite' ? holdSqlite(system.dataDir) : await connect(system.url);
  try {
    if (system.kind === 'postgres') await ensureStopped(handle.db);
    return await contentOf(handle.db);
  } finally {
    await handle.close();
  }
}

/**
 * The copy is made in a file of its own beside the old one, which is held meanwhile so that no server
 * starts on it, and then takes its name in one step.
 */
async function restoreSqlite(dataDir: string, options: RestoreOptions): Promise<Loaded> {
  mkdirSync(dataDir, { recursive: true });
  const old: Handle | null = hasSqliteSystem(dataDir) ? holdSqlite(dataDir) : null;
  let folder: string | null = null;
  try {
    if (old !== null && !options.mayReplace) await ensureEmpty(old.db);
    folder = mkdtempSync(join(dataDir, 'restore-'));
    const made = join(folder, databaseFile);
    const fresh = handleOf(openFile(folder, made));
    let loaded: Loaded;
    try {
      loaded = await fresh.db.transaction().execute((trx) => load(trx, options));
      await migrate(fresh.db);
    } finally {
      await fresh.close();
    }
    await old?.close();
    const file = join(dataDir, databaseFile);
    if (old === null && existsSync(file)) {
      throw new CopyFault('system/running', `a Trilogue has started in ${dataDir} meanwhile`);
    }
    // A journal left beside it would be taken for the new file's.
    if (existsSync(`${file}-wal`)) throw new Error(`${file} is still in use`);
    renameSync(made, file);
    return loaded;
  } catch (error) {
    await old?.close().catch(() => undefined);
    throw error;
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

async function restorePostgres(url: string, options: RestoreOptions): Promise<Loaded> {
  const { db, close } = await connect(url);
  try {
    const loaded = await db.transaction().execute(async (trx) => {
      await sql`set local lock_timeout = '5s'`.execute(trx);
      await ensureStopped(trx);
      if (!options.mayReplace) await ensureEmpty(trx);
      await dropTables(trx);
      return load(trx, options);
    });
    await migrate(db);
    return loaded;
  } finally {
    await close();
  }
}

async function ensureEmpty(db: Db): Promise<void> {
  const content = await contentOf(db);
  if (content === null) return;
  const { exercises } = content;
  const words = `there is a system already, with ${exercises} exercise${exercises === 1 ? '' : 's'}`;
  throw new CopyFault('system/not-empty', words);
}

async function contentOf(db: Db): Promise<{ exercises: number } | null> {
  let isUsed = false;
  let exercises = 0;
  for (const table of await standingTables(db)) {
    if (copyOf(table).isFoundInEmptySystems) continue;
    const count = await countRows(db, table);
    if (table === 'exercises') exercises = count;
    isUsed ||= count > 0;
  }
  return isUsed ? { exercises } : null;
}

/** Connections of one that has just been stopped are gone after so long, in ms, also on a busy machine. */
const goingMs = 3_000;

/** Every node keeps a connection open under a name of ours. */
async function ensureStopped(db: Db): Promise<void> {
  const givenUpMs = performance.now() + goingMs;
  while ((await countNodes(db)) > 0) {
    if (performance.now() > givenUpMs) {
      throw new CopyFault(
        'system/running',
        'a Trilogue is running on this database; stop it first',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function countNodes(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity
    where datname = current_database() and application_name in ('trilogue', 'trilogue news')
  `.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** Ours only: others may have tables in the same database. */
async function dropTables(db: Db): Promise<void> {
  const ours = [...(await allTables(db))].filter((name) => isCopied(name) || name in notCopied);
  if (ours.length === 0) return;
  await sql`drop table ${sql.join(ours.map((name) => sql.table(name)))}`.execute(db);
}
