/**
 * A throw-away PostgreSQL from the system's own programs, on a free port of this machine, one for all
 * tests of a process. Where it is not installed, tests that need it are skipped, and say so.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface Postgres {
  readonly port: number;
  readonly pid: number;
  /** Makes an empty database and tells its address. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

const programs = findPrograms();
export const hasPostgres = programs !== null;
if (!hasPostgres) console.warn('PostgreSQL is not installed: tests that need it are skipped');

let shared: Promise<Postgres> | null = null;

/** An empty database in the process's PostgreSQL, which goes when the process does. */
export async function freshDatabase(): Promise<string> {
  shared ??= startPostgres();
  return (await shared).database();
}

/**
 * @param settings further settings, such as `{ fsync: 'on' }`; by default nothing is flushed
 * @param env such as a clock that can be set
 */
export async function startPostgres(
  settings: Record<string, string> = {},
  env: Record<string, string> = {},
): Promise<Postgres> {
  if (programs === null) throw new Error('PostgreSQL is not installed');
  const directory = mkdtempSync(join(tmpdir(), 'trilogue-postgres-'));
  const data = join(directory, 'data');
  // PostgreSQL does not run as root; Debian's package brings a user for it.
  const isRoot = userInfo().uid === 0;
  const as = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
  if (isRoot) execFileSync('chown', ['postgres', directory]);
  else chmodSync(directory, 0o700);
  const run = (program: string, args: readonly string[]) => {
    const [command = '', ...rest] = [...as, join(programs, program), ...args];
    return { command, rest };
  };
  const init = run('initdb', ['-D', data, '-A', 'trust', '-U', 'trilogue', '-E', 'UTF8', '-N']);
  execFileSync(init.command, [...init.rest, '--locale=C.UTF-8'], { stdio: 'ignore' });
  const port = await freePort();
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: '200',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, rest } = run('postgres', ['-D', data, ...options]);
  const child = spawn(command, rest, { stdio: 'ignore', env: { ...process.env, ...env } });
  const quick = () => child.kill('SIGQUIT');
  process.once('exit', quick);
  const urlOf = (database: string) => `postgres://trilogue@127.0.0.1:${port}/${database}`;
  await until(() => ask(urlOf('postgres'), 'select 1'));
  let count = 0;
  return {
    port,
    pid: child.pid ?? 0,
    async database() {
      const name = `drill_${++count}`;
      await ask(urlOf('postgres'), `create database ${name}`);
      return urlOf(name);
    },
    async stop() {
      process.off('exit', quick);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGQUIT');
      await gone;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function ask(connectionString: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  // Said once more when the connection breaks while it is being refused.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(query).finally(() => client.end());
}

async function until(attempt: () => Promise<void>): Promise<void> {
  for (let left = 100; ; left--) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function findPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  const found = newest === undefined ? null : join(root, newest, 'bin');
  return found !== null && existsSync(join(found, 'initdb')) ? found : null;
}
