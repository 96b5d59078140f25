/** Opens a PostgreSQL database that several nodes share. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { DatabaseUnavailable, migrate, type OpenDatabase } from './database.js';
import type { Statement } from './kept-queries.js';
import { type News, postgresNews } from './postgres-news.js';
import type { Tables } from './tables.js';

export interface PostgresDatabase extends OpenDatabase {
  readonly pool: pg.Pool;
  readonly news: News;
}

/** Connections of one node. A turn holds one for a few milliseconds. */
const maxConnections = 12;
/** How long a node waits for the database before it says that it can't be reached, in ms. */
const patienceMs = 4_000;
/**
 * How long a transaction may stand open without a word, in ms. A node that was stopped while it held
 * an exercise in hand must not keep the others from it.
 */
const silenceMs = 2_000;

/** @param url postgres://… @throws DatabaseUnavailable */
export async function openPostgres(url: string, log: PoolLog): Promise<PostgresDatabase> {
  const config: pg.PoolConfig = {
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    statement_timeout: patienceMs,
    idle_in_transaction_session_timeout: silenceMs,
    keepAlive: true,
    application_name: 'trilogue',
    // Times in ms and counts fit a number; left alone, they come as text.
    types: { getTypeParser },
  };
  const pool = new pg.Pool(config);
  // Said by connections while nothing is asked of them; the next query tells as well. The pool listens
  // to those that stand idle only, and one that ends in the middle of a transaction is heard by nobody.
  const broke = (error: Error) => log.warn({ err: error }, 'a connection to the database broke');
  pool.on('error', broke);
  pool.on('connect', (client) => client.on('error', broke));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const nowMs = async () => {
    const { rows } = await sql<{ now: number }>`
      select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
    return rows[0]?.now ?? 0;
  };
  try {
    await nowMs();
    await migrate(db);
    await makeRoomForWhispers(db);
  } catch (error) {
    await db.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`the database at DATABASE_URL can’t be used: ${reason}`);
  }
  const news = postgresNews(url, pool, log);
  return {
    db,
    pool,
    news,
    nowMs,
    isServer: true,
    run: runOn(pool),
    inTurn: turnsIn(pool),
    // Rows that were replaced go with PostgreSQL's own vacuum; files are its administrator's.
    scrub: async () => {
      await sql`vacuum facts, receipts, drafts, seats`.execute(db);
    },
    close: async () => {
      await news.close();
      await db.destroy();
    },
  };
}

/** Statements are prepared once a connection, and only run from then on. */
function runOn(queries: Pick<pg.ClientBase | pg.Pool, 'query'>): OpenDatabase['run'] {
  return async <Row>({ name, text }: Statement, values: readonly unknown[]) => {
    const { rows } = await queries.query({ name, text, values: [...values] });
    return rows as Row[];
  };
}

function turnsIn(pool: pg.Pool): OpenDatabase['inTurn'] {
  return async (work) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work({
        get db() {
          return over(client);
        },
        run: runOn(client),
      });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((reason: Error) => {
        broken = reason;
      });
      throw error;
    } finally {
      // One that can't even go back is not handed to anybody else.
      client.release(broken);
    }
  };
}

/** The same connection, for what is built as it is needed. */
function over(client: pg.PoolClient): Kysely<Tables> {
  const borrowed = { query: client.query.bind(client), release: () => undefined };
  const pool = { connect: async () => borrowed, end: async () => undefined };
  return new Kysely({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) });
}

/** Where Socket.IO's adapter puts what is too long for a NOTIFY. Of several nodes one makes it. */
async function makeRoomForWhispers(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('trilogue whispers'))`.execute(trx);
    await sql`
      create table if not exists socket_io_attachments (
        id bigserial unique,
        created_at timestamptz default now(),
        payload bytea
      )`.execute(trx);
  });
}

export interface PoolLog {
  warn(details: object, message: string): void;
}

export const getTypeParser: typeof pg.types.getTypeParser = ((
  oid: number,
  format?: 'text' | 'binary',
) =>
  oid === pg.types.builtins.INT8
    ? (text: string) => Number(text)
    : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser;
