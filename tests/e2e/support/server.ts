/** The built server in a process of its own, as `npm start` runs it; it can be killed and come back. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../../', import.meta.url).pathname;

export class ServerProcess {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'trilogue-e2e-'));
  port = 0;
  staffLink = '';
  /** Printed after the staff's link, while there is no administrator. */
  welcomeLink = '';
  #child: ChildProcess | null = null;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    if (this.port === 0) this.port = await freePort();
    const args = ['server/dist/main.js', '--port', String(this.port), '--data', this.dataDir];
    const child = spawn('node', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    const said = await greetingOf(child);
    this.staffLink = /http\S+\/staff#\S+/.exec(said)?.[0] ?? '';
    this.welcomeLink = /http\S+\/welcome#\S+/.exec(said)?.[0] ?? '';
  }

  /** No warning, no time to write anything. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
    this.#child = null;
  }

  async stop(): Promise<void> {
    await this.kill('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** All that it says when it is up: it may come in pieces, a link cut in two. */
function greetingOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
      if (said.includes('Ctrl+C')) resolve(said);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/** Below those that systems hand out to whoever connects: nobody takes it while the server is away. */
const ports = { from: 20_000, below: 30_000 } as const;

async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(ports.from, ports.below);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
