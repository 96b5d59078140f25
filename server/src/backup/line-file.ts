/**
 * A file that can be checked as it is read and never has to be held whole: gzip'd lines of JSON. The
 * first says what it is, the last counts the lines and holds the SHA-256 of all before it.
 */
import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { CopyFault, reasonOf } from './faults.js';

export interface LineFormat<First> {
  /** As it stands in the first line, such as "trilogue-backup". */
  readonly kind: string;
  /** The highest version this build reads. */
  readonly formatVersion: number;
  /** How people call such a file. */
  readonly name: string;
  /** The whole first line, `kind` and `formatVersion` too. */
  readonly first: z.ZodType<First>;
}

export interface LineFile<First> {
  readonly first: First;
  /** Ends without an error only if the file is whole and unaltered. */
  readonly lines: AsyncIterable<unknown>;
  /** Ends the reading early. */
  close(): void;
}

/** No row comes near it; a file that says otherwise is no file of ours. */
const maxLineBytes = 64 * 1024 * 1024;
/** Lines gathered before they are passed on, in bytes. */
const bundleBytes = 64 * 1024;

const beginningSchema = z.looseObject({ kind: z.string(), formatVersion: z.number() });
const endSchema = z.strictObject({
  end: z.strictObject({ lines: z.number().int(), sha256: z.string() }),
});

/** @returns the bytes of the file. They end early only with what `lines` throws. */
export function writeLines(first: object, lines: AsyncIterable<unknown>): Readable {
  const plain = Readable.from(withEnd(first, lines), { objectMode: false });
  const zip = createGzip();
  // Whoever reads gets the error through the stream.
  pipeline(plain, zip, () => undefined);
  return zip;
}

/**
 * @param chunks the bytes of the file
 * @throws CopyFault of a code that begins with "file/", here or while the lines are read
 */
export async function readLines<First>(
  chunks: AsyncIterable<Uint8Array>,
  format: LineFormat<First>,
): Promise<LineFile<First>> {
  const source = Readable.from(chunks, { objectMode: false });
  const unzipped = createGunzip();
  pipeline(source, unzipped, () => undefined);
  const parsed = parsedLines(unzipped, format.name);
  const close = () => void unzipped.destroy();
  try {
    const { value, done } = await parsed.next();
    if (done) throw new CopyFault('file/truncated', `this ${format.name} is empty`);
    return { first: readFirst(value, format), lines: parsed, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function* withEnd(first: object, lines: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let count = 0;
  let bundle = '';
  const take = (line: unknown) => {
    count += 1;
    bundle += `${JSON.stringify(line)}\n`;
  };
  const flush = () => {
    const bytes = Buffer.from(bundle, 'utf8');
    hash.update(bytes);
    bundle = '';
    return bytes;
  };
  take(first);
  for await (const line of lines) {
    take(line);
    if (bundle.length >= bundleBytes) yield flush();
  }
  yield flush();
  const end: z.infer<typeof endSchema> = { end: { lines: count, sha256: hash.digest('hex') } };
  yield Buffer.from(`${JSON.stringify(end)}\n`, 'utf8');
}

/** Every line but the last, which has to be right. */
async function* parsedLines(
  bytes: AsyncIterable<Buffer>,
  name: string,
): AsyncGenerator<unknown, void> {
  const hash = createHash('sha256');
  let count = 0;
  let last: Buffer | null = null;
  for await (const line of rawLines(bytes, name)) {
    if (last !== null) {
      hash.update(last).update('\n');
      count += 1;
      yield parse(last, name);
    }
    last = line;
  }
  if (last === null) return;
  const end = endSchema.safeParse(parse(last, name));
  if (!end.success) throw truncated(name);
  const { lines, sha256 } = end.data.end;
  if (lines !== count || sha256 !== hash.digest('hex')) throw altered(name);
}

async function* rawLines(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of bytes) {
      let from = 0;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...parts, chunk.subarray(from, at)]);
        parts = [];
        length = 0;
        from = at + 1;
      }
      if (from < chunk.length) parts.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > maxLineBytes) throw altered(name);
    }
  } catch (error) {
    throw faultOf(error, name);
  }
  if (length > 0) throw truncated(name);
}

function readFirst<First>(value: unknown, format: LineFormat<First>): First {
  const { kind, formatVersion, name, first } = format;
  const beginning = beginningSchema.safeParse(value);
  if (!beginning.success || beginning.data.kind !== kind) {
    throw new CopyFault('file/not-ours', `this is no ${name}`);
  }
  if (beginning.data.formatVersion > formatVersion) {
    const words = `this ${name} has format ${beginning.data.formatVersion}; this Trilogue reads up to ${formatVersion}. Use a newer Trilogue`;
    throw new CopyFault('file/newer', words);
  }
  const parsed = first.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new CopyFault('file/unreadable', `this ${name} begins with what can't be read`);
}

function parse(line: Buffer, name: string): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    throw altered(name);
  }
}

function faultOf(error: unknown, name: string): unknown {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code === 'Z_BUF_ERROR') return truncated(name);
  if (code === 'Z_DATA_ERROR' && reasonOf(error).includes('incorrect header')) {
    return new CopyFault('file/not-ours', `this is no ${name}`);
  }
  return code.startsWith('Z_') ? altered(name) : error;
}

function truncated(name: string): CopyFault {
  return new CopyFault('file/truncated', `this ${name} is cut short: its end is missing`);
}

function altered(name: string): CopyFault {
  return new CopyFault(
    'file/altered',
    `this ${name} was altered or damaged: its checksum is not that of its content`,
  );
}
