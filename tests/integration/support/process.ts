/** The server as a process of its own, so that it can be killed. */
import type { ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { openSqlite } from '../../../server/src/store/sqlite.js';
import { end, spawnServer } from '../../support/server-process.js';
import { Api } from './api.js';

export interface ServerProcess {
  readonly pid: number;
  readonly url: string;
  readonly staffLink: string;
  staff(): Promise<Api>;
  /** SIGKILL: nothing can be tidied up. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
}

/** @param env such as a DATABASE_URL that several nodes share */
export async function startProcess(
  dataDir: string,
  scenarios: string,
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const spawned = (child: ChildProcess) =>
    onTestFinished(async () => {
      await end(child, 'SIGKILL');
    });
  const server = await spawnServer({ dataDir, scenarios, env, spawned });
  const { pid, url, staffLink } = server;
  return {
    pid,
    url,
    staffLink,
    async staff() {
      const api = new Api(url);
      await api.signIn(staffLink);
      return api;
    },
    async kill() {
      await server.end('SIGKILL');
    },
    stop: () => server.end('SIGTERM'),
  };
}

/** As if all that is on record had happened `byMs` earlier. */
export async function moveIntoThePast(dataDir: string, byMs: number): Promise<void> {
  const { db, close } = await openSqlite(dataDir);
  const facts = await db.selectFrom('facts').select(['exercise_id', 'seq', 'body']).execute();
  for (const { exercise_id, seq, body } of facts) {
    const fact = JSON.parse(body) as { atMs: number };
    await db
      .updateTable('facts')
      .set({ body: JSON.stringify({ ...fact, atMs: fact.atMs - byMs }) })
      .where('exercise_id', '=', exercise_id)
      .where('seq', '=', seq)
      .execute();
  }
  await db
    .updateTable('leases')
    .set((row) => ({
      now_ms: row('now_ms', '-', byMs),
      renewed_at: row('renewed_at', '-', byMs),
    }))
    .execute();
  await db
    .updateTable('exercises')
    .set((row) => ({ recorded_at: row('recorded_at', '-', byMs) }))
    .execute();
  await close();
}
