/** Files that a person names on the command line. */
import { access, constants, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CliError } from './exit-codes.js';

/**
 * The bytes of a file.
 * @throws CliError where it can't be read, or is larger than `maxBytes`
 */
export async function readBytes(path: string, maxBytes: number): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) {
      throw new CliError(`${path}: ${size} bytes; at most ${maxBytes} are read`);
    }
    return await readFile(path);
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(`${path}: ${reasonOf(error)}`);
  }
}

/** @throws CliError where it can't be read, is too large, or is not UTF-8 */
export async function readText(path: string, maxBytes: number): Promise<string> {
  return decode(await readBytes(path, maxBytes), path);
}

/** What is piped in. @throws CliError where it is too large, or is not UTF-8 */
export async function readPiped(
  input: AsyncIterable<Uint8Array | string>,
  name: string,
  maxBytes: number,
): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of input) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > maxBytes) throw new CliError(`${name}: at most ${maxBytes} bytes are read`);
    parts.push(bytes);
  }
  return decode(Buffer.concat(parts), name);
}

/** Writes a file, with the folders it needs. @throws CliError where that is not possible */
export async function write(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  } catch (error) {
    throw new CliError(`${path}: ${reasonOf(error)}`);
  }
}

/**
 * Looks whether a file can be written, before long work for it. Nothing is made.
 * @throws CliError where it can't
 */
export async function refuseUnwritable(path: string): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    await access(path, constants.W_OK);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return;
    throw new CliError(`${path}: ${reasonOf(error)}`);
  }
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new CliError(`${name}: it is not UTF-8 text`);
  }
}

function reasonOf(error: unknown): string {
  const code = (error as { code?: string }).code;
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: 'it may not be opened',
    EISDIR: 'it is a folder, not a file',
    ENOTDIR: 'a part of its path is a file, not a folder',
    EEXIST: 'a part of its path is a file, not a folder',
    ENOSPC: 'the disk is full',
  };
  return (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error));
}
