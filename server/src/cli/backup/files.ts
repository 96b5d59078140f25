/** Backup and exercise files on the disk: written whole or not at all, read with a bar. */
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { reasonOf } from '../../backup/faults.js';
import { progress } from '../console.js';
import { CliError } from '../exit-codes.js';

/**
 * Writes to a file beside it that takes its name once `check` has read it all and is content. Only its
 * owner may read it: it holds people's names, or can be told from them.
 * @param check reads what is being written, to the end
 * @returns what `check` returns, and the size in bytes
 */
export async function writeChecked<Result>(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  check: (bytes: AsyncIterable<Uint8Array>) => Promise<Result>,
): Promise<{ result: Result; size: number }> {
  const part = `${path}.part-${process.pid}`;
  const handle = await mkdir(dirname(path), { recursive: true })
    .then(() => open(part, 'wx', 0o600))
    .catch((error: unknown) => {
      throw new CliError(`${path}: it can’t be written: ${reasonOf(error)}`);
    });
  let size = 0;
  const saving = async function* () {
    for await (const chunk of bytes) {
      await handle.writeFile(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  try {
    const result = await check(saving());
    await handle.sync();
    await handle.close();
    await rename(part, path);
    return { result, size };
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(part, { force: true });
    throw error;
  }
}

/** The bytes of a file, with a bar while they are read. @throws CliError where it can’t be opened */
export async function* readWithBar(path: string, what: string): AsyncGenerator<Buffer> {
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const isMissing = error.code === 'ENOENT';
    throw new CliError(`${path}: ${isMissing ? 'there is no such file' : reasonOf(error)}`);
  });
  const bar = progress(what, size);
  let done = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      done += chunk.length;
      bar.step(done);
      yield chunk;
    }
  } catch (error) {
    throw new CliError(`${path}: ${reasonOf(error)}`);
  } finally {
    bar.stop();
  }
}
