/** Where a system stands, and its database opened by whoever copies it: alone, and without changing its tables. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
import type Database from 'libsql';
import pg from 'pg';
import { migrations } from '../store/migrations.js';
import { getTypeParser } from '../store/postgres.js';
import { databaseFile, letGo, openFile } from '../store/sqlite.js';
import type { Db, Tables } from '../store/tables.js';
import { CopyFault, reasonOf } from './faults.js';

export type System =
  | { readonly kind: 'sqlite'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string };

export type DatabaseKind = System['kind'];

export interface Handle {
  readonly db: Db;
  close(): Promise<void>;
}

/** @param place a folder, or postgres://… */
export function systemAt(place: string): System {
  return /^postgres(ql)?:\/\//.test(place)
    ? { kind: 'postgres', url: place }
    : { kind: 'sqlite', dataDir: place };
}

export function hasSqliteSystem(dataDir: string): boolean {
  return existsSync(join(dataDir, databaseFile));
}

/** Holds the file against every server, old or new, until it is closed. @throws DatabaseUnavailable */
export function holdSqlite(dataDir: string): Handle {
  return handleOf(openFile(dataDir, join(dataDir, databaseFile)));
}

/** @param raw a file that nobody else uses */
export function handleOf(raw: Database.Database): Handle {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: raw }) });
  return {
    db,
    async close() {
      try {
        letGo(raw);
      } finally {
        await db.destroy();
      }
    },
  };
}

/** One connection that waits as long as it takes. @throws CopyFault `system/missing` */
export async function connect(url: string): Promise<Handle> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 0,
    keepAlive: true,
    application_name: 'trilogue copy',
    types: { getTypeParser },
  });
  // The query that was under way tells.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await db.destroy();
    throw new CopyFault('system/missing', `the database can’t be reached: ${reasonOf(error)}`);
  }
  return { db, close: () => db.destroy() };
}

/** The migrations that a database has been through, the oldest first; none in an empty one. */
export async function schemaOf(db: Db, tables: ReadonlySet<string>): Promise<string[]> {
  if (!tables.has('kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** The first migration of these that this build does not know; undefined when it knows all. */
export function unknownMigration(schema: readonly string[]): string | undefined {
  return schema.find((name) => !Object.hasOwn(migrations, name));
}
