/**
 * A throw-away PostgreSQL from the system's own programs, on a free port of this machine, one for all
 * tests of a run. Where it is not installed, tests that need it are skipped, and say so.
 */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

/**
 * Ends the server, and takes its folder away, when it is told to or when whoever started it is gone:
 * a process that runs tests may be killed without a word.
 */
const watched = `
  owner=$1; folder=$2; shift 2
  "$@" & server=$!
  trap 'kill -QUIT $server 2>/dev/null; wait $server; rm -rf "$folder"; exit 0' TERM
  while kill -0 "$owner" 2>/dev/null && kill -0 $server 2>/dev/null; do sleep 1 & wait $!; done
  kill -QUIT $server 2>/dev/null; wait $server; rm -rf "$folder"`;

const handedOn = 'TRILOGUE_TESTS_POSTGRES';

/** For all processes that this one starts from now on: where they get their databases. */
export function shareAt(url: string): void {
  process.env[handedOn] = url;
}

/** An empty database in the PostgreSQL of the run, which goes when the run is over. */
export async function freshDatabase(): Promise<string> {
  const url = process.env[handedOn];
  if (url === undefined) throw new Error('nobody has set PostgreSQL up for these tests');
  const response = await fetch(url, { method: 'POST' });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
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
  await promisify(execFile)(init.command, [...init.rest, '--locale=C.UTF-8']);
  const port = await freePort();
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: '300',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Set once it is the other user: what is loaded before may leave things that only root can open.
  const settled = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const [command = '', ...rest] = [...as, 'env', ...settled, join(programs, 'postgres')];
  const child = spawn(
    'sh',
    ['-c', watched, 'sh', String(process.pid), directory, command, ...rest, '-D', data, ...options],
    { stdio: 'ignore' },
  );
  const urlOf = (database: string) => `postgres://trilogue@127.0.0.1:${port}/${database}`;
  await until(() => ask(urlOf('postgres'), 'select 1'));
  let count = 0;
  return {
    port,
    // The first line of what it writes beside its files.
    pid: Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10),
    async database() {
      const name = `drill_${++count}`;
      await ask(urlOf('postgres'), `create database ${name}`);
      return urlOf(name);
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
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
