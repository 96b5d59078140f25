/** Servers under measurement, each in a process of its own, and what they cost it. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `socketio` and `ws` do by hand what is asked of the product, with nothing kept and nothing checked. */
export type ServerKind = 'trilogue' | 'socketio' | 'ws';

export interface ServerWish {
  readonly kind: ServerKind;
  readonly dataDir: string;
  /** For the product: scenarios, and a database of several nodes. */
  readonly scenariosDir?: string;
  readonly databaseUrl?: string;
  /** For `ws`: what everybody is sent who connects, in bytes. */
  readonly welcomeBytes?: number;
}

export interface Figures {
  /** User and system time so far. */
  readonly cpuMs: number;
  /** After a full collection. */
  readonly heapMb: number;
  readonly residentMb: number;
}

export interface Child {
  readonly kind: ServerKind;
  readonly url: string;
  readonly staffLink: string;
  readonly dataDir: string;
  /** @param isTidied collects garbage first, which itself costs time */
  figures(isTidied?: boolean): Promise<Figures>;
  end(): Promise<void>;
}

export async function startChild(wish: Omit<ServerWish, 'dataDir'>): Promise<Child> {
  const dataDir = mkdtempSync(join(tmpdir(), 'trilogue-bench-'));
  const child = fork(
    new URL('./server.ts', import.meta.url).pathname,
    [JSON.stringify({ ...wish, dataDir } satisfies ServerWish)],
    {
      execArgv: ['--conditions=trilogue-source', '--expose-gc', '--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const { url, staffLink = '' } = await reply<{ url: string; staffLink?: string }>(child);
  return {
    kind: wish.kind,
    url,
    staffLink,
    dataDir,
    async figures(isTidied = false) {
      const figures = reply<Figures>(child);
      child.send(isTidied ? 'tidied' : 'figures');
      return figures;
    },
    async end() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.send('end');
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function reply<Told>(child: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the server ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (told) => {
      child.off('exit', ended);
      resolve(told as Told);
    });
  });
}
