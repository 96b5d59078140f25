/**
 * Before all tests: where their temporary folders stand. In memory where there is room, for hundreds of
 * small databases that flush each commit wait for a disk otherwise. Nothing is proven less by it: a
 * process that is killed loses nothing that it has written, on either.
 */
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { join } from 'node:path';

const memory = '/dev/shm';
const enoughBytes = 2 ** 31;

export function setup(): (() => void) | undefined {
  const folder = inMemory();
  // Where there is none, on the disk as ever.
  if (folder === null) return undefined;
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function inMemory(): string | null {
  try {
    if (!hasRoom()) return null;
    sweep();
    // A short name: browsers put sockets deep below it, whose paths may have 107 characters.
    const folder = mkdtempSync(join(memory, `t-${process.pid}-${space()}-`));
    // PostgreSQL, which may run as somebody else, reaches what is its own in it.
    chmodSync(folder, 0o711);
    return folder;
  } catch {
    return null;
  }
}

/** Last digits of the space in which process ids mean something: others may share the memory. */
function space(): string {
  return /\d{2}(?=\])/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '00';
}

function hasRoom(): boolean {
  if (!existsSync(memory)) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= enoughBytes;
}

/** A run that was killed has left its folder, and memory is dearer than a disk. */
function sweep(): void {
  for (const name of readdirSync(memory)) {
    const [, pid = '', where] = /^t-(\d+)-(\d\d)-\w{6}$/.exec(name) ?? [];
    if (where !== space() || isAlive(Number(pid))) continue;
    try {
      rmSync(join(memory, name), { recursive: true, force: true });
    } catch {
      // It is somebody else's.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
