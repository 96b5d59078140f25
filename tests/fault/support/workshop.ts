/** Where a fault is tried: folders, databases and processes that all go when it is over. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from '../../integration/support/api.js';
import { type Postgres, startPostgres } from '../../support/postgres.js';
import { end, type Spawned, type SpawnWish, spawnServer } from '../../support/server-process.js';
import type { Planned } from '../laws/history.js';
import { scenarioWith } from './scenario.js';

export type DatabaseKind = 'sqlite' | 'postgres';

export interface Node extends Spawned {
  /** What it logged. */
  readonly log: string[];
  staff(): Promise<Api>;
  /** Resident memory, MB. */
  memoryMb(): number;
  isAlive(): boolean;
}

type NodeWish = Partial<Omit<SpawnWish, 'log'>>;

export class Workshop {
  readonly scenarios: string;
  readonly plan: readonly Planned[];
  readonly #undo: (() => unknown)[] = [];

  /** @param injectCount how many injects go out by themselves, one each half minute of play */
  constructor(injectCount = 400) {
    const { text, plan } = scenarioWith(injectCount);
    this.plan = plan;
    this.scenarios = this.folder();
    mkdirSync(join(this.scenarios, 'two-tables'));
    writeFileSync(join(this.scenarios, 'two-tables', 'scenario.json'), text);
  }

  /** Undone last first. */
  after(undo: () => unknown): void {
    this.#undo.push(undo);
  }

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'trilogue-fault-'));
    const remove = () => rmSync(folder, { recursive: true, force: true });
    process.once('exit', remove);
    this.after(() => {
      process.off('exit', remove);
      remove();
    });
    return folder;
  }

  async postgres(
    settings: Record<string, string> = {},
    env: Record<string, string> = {},
  ): Promise<Postgres> {
    const postgres = await startPostgres(settings, env);
    this.after(() => postgres.stop());
    return postgres;
  }

  /** What a server needs to know to use a database of this kind, which is empty. */
  async database(kind: DatabaseKind): Promise<Pick<SpawnWish, 'dataDir' | 'env'>> {
    const dataDir = this.folder();
    if (kind === 'sqlite') return { dataDir };
    const postgres = await this.postgres();
    return { dataDir, env: { DATABASE_URL: await postgres.database() } };
  }

  async node(wish: NodeWish = {}): Promise<Node> {
    const log: string[] = [];
    const { scenarios } = this;
    const dataDir = wish.dataDir ?? this.folder();
    const spawned = (child: ChildProcess) => {
      // Also when the script is broken off.
      const kill = () => child.kill('SIGKILL');
      process.once('exit', kill);
      child.once('exit', () => process.off('exit', kill));
      this.after(() => end(child, 'SIGKILL'));
      wish.spawned?.(child);
    };
    const node = await spawnServer({
      scenarios,
      ...wish,
      dataDir,
      spawned,
      log: (text) => log.push(text),
    }).catch((error: unknown) => {
      throw new Error(`${error instanceof Error ? error.message : error}\n${log.join('')}`);
    });
    return {
      ...node,
      log,
      async staff() {
        const api = new Api(node.url);
        await api.signIn(node.staffLink);
        return api;
      },
      memoryMb() {
        const status = readFileSync(`/proc/${node.pid}/status`, 'utf8');
        return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
      },
      isAlive: () => node.child.exitCode === null && node.child.signalCode === null,
    };
  }

  async close(): Promise<void> {
    for (const undo of this.#undo.reverse()) {
      try {
        await undo();
      } catch (error) {
        console.warn('could not be undone:', error);
      }
    }
  }
}

/** Whether a program of the system is there. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
