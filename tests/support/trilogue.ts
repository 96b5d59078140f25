/** The command line as the process that people start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { programArgs } from './product.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Meanwhile this process goes on: a connection that the other side closes is seen to be closed.
 * @param input what it reads from its standard input
 */
export async function trilogue(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [...(await programArgs('trilogue')), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  const gone = once(child, 'close');
  // It may end without reading what it is given.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await gone;
  return { status: child.exitCode, stdout, stderr };
}
