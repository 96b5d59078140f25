/**
 * Before all tests: where their temporary folders stand. In memory where there is room, for hundreds of
 * small databases that flush each commit wait for a disk otherwise. Nothing is proven less by it: a
 * process that is killed loses nothing that it has written, on either.
 */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const memory = '/dev/shm';
const enoughBytes = 2 ** 31;

export function setup(): (() => void) | undefined {
  if (!hasRoom()) return undefined;
  sweep();
  // A short name: browsers put sockets deep below it, whose paths may have 107 characters.
  const folder = mkdtempSync(join(memory, `t-${process.pid}-`));
  // PostgreSQL, which may run as somebody else, reaches what is its own in it.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= enoughBytes;
}

/** A run that was killed has left its folder, and memory is dearer than a disk. */
function sweep(): void {
  for (const name of readdirSync(memory)) {
    const pid = Number(/^t-(\d+)-\w{6}$/.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) rmSync(join(memory, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
