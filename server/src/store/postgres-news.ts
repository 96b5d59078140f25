/**
 * News of appends between nodes: LISTEN and NOTIFY, outside the transactions, a few exercises in one
 * message. It only makes things quick: whoever misses one finds out at the next look at the heads.
 */
import { type ExerciseId, exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import pg from 'pg';
import type { PoolLog } from './postgres.js';

export interface News {
  /** Tells the other nodes up to which fact an exercise has come. */
  tell(exerciseId: ExerciseId, seq: number): void;
  /** Takes what is told, by this node too. Null: something may have been missed. */
  hear(listener: (news: { exerciseId: ExerciseId; seq: number } | null) => void): void;
  close(): Promise<void>;
}

const channel = 'trilogue_news';
/** PostgreSQL takes messages of less than 8,000 bytes. */
const maxPerMessage = 100;
const retryMs = 500;

export function postgresNews(url: string, pool: pg.Pool, log: PoolLog): News {
  const waiting = new Map<ExerciseId, number>();
  const listeners: Parameters<News['hear']>[0][] = [];
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let isTelling = false;
  let isClosed = false;

  const hear = (news: { exerciseId: ExerciseId; seq: number } | null) => {
    for (const listener of listeners) listener(news);
  };

  const connect = async () => {
    retry = null;
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 4_000,
      keepAlive: true,
      application_name: 'trilogue news',
    });
    let isGone = false;
    const again = () => {
      if (isGone) return;
      isGone = true;
      if (client === fresh) client = null;
      fresh.end().catch(() => undefined);
      if (!isClosed) retry = setTimeout(connect, retryMs);
    };
    fresh.on('error', (error) => {
      log.warn({ err: error }, 'news from other nodes are cut off');
      again();
    });
    fresh.on('end', again);
    fresh.on('notification', ({ payload }) => {
      for (const news of read(payload ?? '')) hear(news);
    });
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
      client = fresh;
      if (isClosed) again();
      else hear(null);
    } catch {
      again();
    }
  };

  const flush = async () => {
    while (waiting.size > 0 && !isClosed) {
      const some = [...waiting].slice(0, maxPerMessage);
      for (const [exerciseId] of some) waiting.delete(exerciseId);
      const payload = some.map(([exerciseId, seq]) => `${exerciseId}:${seq}`).join(' ');
      // What can't be told is found by looking.
      await pool.query('select pg_notify($1, $2)', [channel, payload]).catch(() => undefined);
    }
  };

  void connect();
  return {
    tell(exerciseId, seq) {
      waiting.set(exerciseId, seq);
      if (isTelling) return;
      isTelling = true;
      setImmediate(() => {
        flush().finally(() => {
          isTelling = false;
        });
      });
    },
    hear(listener) {
      listeners.push(listener);
    },
    async close() {
      isClosed = true;
      if (retry !== null) clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}

/** Whoever may write to the database may notify, so that what is heard is parsed as well. */
function* read(payload: string): Iterable<{ exerciseId: ExerciseId; seq: number }> {
  for (const item of payload.split(' ')) {
    const [id, seq] = item.split(':', 2);
    const exerciseId = exerciseIdSchema.safeParse(id);
    if (exerciseId.success && Number.isSafeInteger(Number(seq))) {
      yield { exerciseId: exerciseId.data, seq: Number(seq) };
    }
  }
}
