/**
 * How a command finds the server that holds the data directory: a file that the server writes when it
 * listens and takes away when it closes, readable by its own user only.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newSecret } from '../auth/secrets.js';

const runningSchema = z.strictObject({
  pid: z.number().int().positive(),
  url: z.url(),
  /** Lets its bearer copy the system. It is new at every start. */
  token: z.string().min(32),
});
export type Running = z.infer<typeof runningSchema>;

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

export interface Announcement {
  readonly token: string;
  /** Called once the server listens. */
  announce(url: string): void;
  withdraw(): void;
}

/** @param dataDir held by this process alone */
export function announcement(dataDir: string): Announcement {
  const token = newSecret();
  const file = fileIn(dataDir);
  return {
    token,
    announce(url) {
      const running: Running = { pid: process.pid, url, token };
      // Never to be read half-written, nor for a moment by others.
      const fresh = `${file}.${process.pid}`;
      rmSync(fresh, { force: true });
      writeFileSync(fresh, JSON.stringify(running), { mode: 0o600, flag: 'wx' });
      renameSync(fresh, file);
    },
    withdraw: () => rmSync(file, { force: true }),
  };
}

/** The server that runs on a data directory; null where none does, whatever file was left behind. */
export function findRunning(dataDir: string): Running | null {
  let text: string;
  try {
    text = readFileSync(fileIn(dataDir), 'utf8');
  } catch {
    return null;
  }
  const parsed = runningSchema.safeParse(parseJson(text));
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
