/** The server as a process of its own, so that it can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openSqlite } from '../../../server/src/store/sqlite.js';
import { Api } from './api.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface ServerProcess {
  readonly url: string;
  readonly staffLink: string;
  staff(): Promise<Api>;
  /** SIGKILL: nothing can be tidied up. */
  kill(): Promise<void>;
  /** SIGTERM; resolves to the exit code. */
  stop(): Promise<number | null>;
}

export async function startProcess(dataDir: string, scenarios: string): Promise<ServerProcess> {
  const args = ['--port', '0', '--data', dataDir, '--scenarios', scenarios, '--log-level', 'error'];
  const child = spawn(
    process.execPath,
    ['--conditions=trilogue-source', '--import', 'tsx', 'server/src/main.ts', ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  };
  onTestFinished(async () => {
    await end('SIGKILL');
  });
  const staffLink = await printedLink(child);
  const url = new URL(staffLink).origin;
  return {
    url,
    staffLink,
    async staff() {
      const api = new Api(url);
      await api.signIn(staffLink);
      return api;
    },
    async kill() {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
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

async function printedLink(child: ChildProcess): Promise<string> {
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const link = /http:\S+\/staff#\S+/.exec(printed)?.[0];
    if (link !== undefined) {
      // Whoever stops listening must not make the server's next line fail.
      child.stdout?.resume();
      return link;
    }
  }
  throw new Error(`the server ended before it was ready: ${printed}`);
}
