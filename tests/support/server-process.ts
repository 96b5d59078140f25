/** The server as a process of its own, so that it can be killed, stopped and starved. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { programArgs } from './product.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Spawned {
  readonly pid: number;
  readonly child: ChildProcess;
  readonly url: string;
  readonly staffLink: string;
  /** Sends a signal and waits for the end; resolves to the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface SpawnWish {
  readonly dataDir: string;
  readonly scenarios: string;
  /** Such as a DATABASE_URL that several nodes share. */
  readonly env?: Record<string, string>;
  /** A source that does harm before it loads the product; without one it is the product itself. */
  readonly entry?: string;
  /** Told as soon as there is a process, which may end before it is ready. */
  readonly spawned?: (child: ChildProcess) => void;
  /** Takes each piece of its log. */
  readonly log?: (text: string) => void;
}

export async function spawnServer(wish: SpawnWish): Promise<Spawned> {
  const { dataDir, scenarios, env = {}, entry, log } = wish;
  const program =
    entry === undefined
      ? await programArgs('server')
      : ['--conditions=trilogue-source', '--import', 'tsx', entry];
  const args = ['--port', '0', '--data', dataDir, '--scenarios', scenarios, '--log-level', 'error'];
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', log === undefined ? 'inherit' : 'pipe'],
    env: { ...process.env, ...env },
  });
  child.stderr?.on('data', (chunk) => log?.(String(chunk)));
  wish.spawned?.(child);
  const staffLink = await printedLink(child);
  const { pid } = child;
  if (pid === undefined) throw new Error('the server has no process id');
  return {
    pid,
    child,
    staffLink,
    url: new URL(staffLink).origin,
    end: (signal) => end(child, signal),
  };
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
  return child.exitCode;
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
