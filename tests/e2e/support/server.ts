/** The built server in a process of its own, as `npm start` runs it; it can be killed and come back. */
import { type ChildProcess, spawn } from 'node:child_process';
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
    this.staffLink = await new Promise((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (chunk) => {
        said += chunk;
        const link = /(http\S+\/staff#\S+)/.exec(said)?.[1];
        this.welcomeLink = /(http\S+\/welcome#\S+)/.exec(said)?.[1] ?? '';
        if (link !== undefined) resolve(link);
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
  }

  /** No warning, no time to write anything. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null) return;
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
