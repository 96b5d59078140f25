/** Opens the embedded database: one file, held by one process, every commit on the disk. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement, sql } from 'kysely';
import Database from 'libsql';
import { DatabaseUnavailable, migrate, type OpenDatabase } from './database.js';
import type { Statement } from './kept-queries.js';
import type { Tables } from './tables.js';

/** In the data directory. */
export const databaseFile = 'trilogue.db';

/** @param dataDir created where it is missing. @throws DatabaseUnavailable */
export async function openSqlite(dataDir: string): Promise<OpenDatabase> {
  const file = join(dataDir, databaseFile);
  const raw = openFile(dataDir, file);
  const statements = keptStatements(raw);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: statements }) });
  await migrate(db);
  return {
    db,
    isServer: false,
    run: (statement, values) =>
      db.connection().execute(async () => runOn(statements, statement, values)),
    inTurn: turnsIn(db, statements),
    nowMs: async () => {
      const { rows } = await sql<{ now: number }>`
        select cast((julianday('now') - 2440587.5) * 86400000 as integer) as now`.execute(db);
      return rows[0]?.now ?? 0;
    },
    scrub: async () => {
      raw.pragma('wal_checkpoint(TRUNCATE)');
    },
    close: async () => {
      try {
        statements.forget();
        letGo(raw);
      } finally {
        await db.destroy();
      }
    },
  };
}

/** More would be those of turns of every length. */
const mostStatements = 200;

/** The database answers at once, so that a turn waits for nothing but the one before it. */
function turnsIn(db: Kysely<Tables>, statements: KeptStatements): OpenDatabase['inTurn'] {
  const run = (text: string) => statements.prepare(text).run([]);
  return (work) =>
    // Whatever else is under way on the one connection is through by then.
    db.connection().execute(async (connection) => {
      run('begin');
      try {
        const result = await work({
          db: connection,
          run: async (statement, values) => runOn(statements, statement, values),
        });
        run('commit');
        return result;
      } catch (error) {
        run('rollback');
        throw error;
      }
    });
}

function runOn<Row>(
  statements: KeptStatements,
  { text, isReading }: Statement,
  values: readonly unknown[],
): Row[] {
  const statement = statements.prepare(text);
  if (isReading) return statement.all(values) as Row[];
  statement.run(values);
  return [];
}

interface KeptStatements extends SqliteDatabase {
  forget(): void;
}

/** What is asked again and again is not read by the database anew each time. */
function keptStatements(raw: Database.Database): KeptStatements {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare(text) {
      const known = kept.get(text);
      if (known !== undefined) return known;
      // libsql's types take parameters one by one; it takes them in an array as well.
      const statement = raw.prepare(text) as unknown as SqliteStatement;
      if (kept.size < mostStatements) kept.set(text, statement);
      return statement;
    },
    forget: () => kept.clear(),
    close: () => void raw.close(),
  };
}

/**
 * libsql keeps the file open until its statements are collected, so closing alone would leave the
 * lock standing for a while. Leaving WAL also folds the journal into the file.
 */
export function letGo(raw: Database.Database): void {
  raw.pragma('journal_mode = DELETE');
  raw.pragma('locking_mode = NORMAL');
  raw.prepare('select count(*) from sqlite_master').all([]);
}

/** @throws DatabaseUnavailable */
export function openFile(dataDir: string, file: string): Database.Database {
  let raw: Database.Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    raw = new Database(file);
    // Exclusive: the operating system frees the lock when the process dies, however it dies.
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    // What is taken out is overwritten, not only let go of.
    raw.pragma('secure_delete = ON');
    // A process that was killed may have left what was taken out in its journal.
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw.exec('BEGIN IMMEDIATE; COMMIT');
    return raw;
  } catch (error) {
    raw?.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(
      /locked|busy/i.test(reason)
        ? `another Trilogue already uses ${file}; stop it, or give this one its own --data DIR`
        : `can't use ${file}: ${reason}`,
    );
  }
}
