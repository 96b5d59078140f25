/** The one form in which a whole system leaves and comes back, whichever database it stands in. */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { version } from '../version.js';
import { CopyFault } from './faults.js';
import { type LineFormat, readLines, writeLines } from './line-file.js';
import { type Cell, pagesOf, type Row, Summing, type TableSum } from './read-tables.js';
import type { Snapshot } from './snapshot.js';
import { unknownMigration } from './system.js';
import { type CopiedTable, isCopied } from './tables.js';

const manifestSchema = z.strictObject({
  kind: z.literal('trilogue-backup'),
  formatVersion: z.literal(1),
  /** Of the Trilogue that wrote it. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  database: z.enum(['sqlite', 'postgres']),
  /** The migrations that its tables have been through. */
  schema: z.array(z.string()).min(1),
  /** How many rows follow. */
  rows: z.number().int().min(0),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const backupFormat: LineFormat<Manifest> = {
  kind: 'trilogue-backup',
  formatVersion: 1,
  name: 'backup',
  first: manifestSchema,
};

export type Sums = ReadonlyMap<CopiedTable, TableSum>;

/** Rows of one table that came together. */
export interface Page {
  readonly table: CopiedTable;
  readonly rows: readonly Row[];
}

const cellSchema = z.union([z.string(), z.number(), z.null()]);
const rowSchema = z.array(cellSchema);
const tableSchema = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
const sumsSchema = z.strictObject({
  sums: z.record(
    z.string(),
    z.strictObject({ rows: z.number().int(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});
const name = backupFormat.name;

/** Rows that are passed on together, and about how many characters they may have. */
const maxRows = 200;
const maxLength = 2_000_000;

/** @returns the bytes of the file. The snapshot is the caller's to close. */
export function backupOf(snapshot: Snapshot, now: Date): Readable {
  const { kind, schema, rows } = snapshot;
  const manifest: Manifest = {
    kind: 'trilogue-backup',
    formatVersion: 1,
    version,
    createdAt: now.toISOString(),
    database: kind,
    schema: [...schema],
    rows,
  };
  return writeLines(manifest, linesOf(snapshot));
}

/** All pages of a snapshot in the order of the tables. */
export async function* pagesOfAll({ db, tables }: Snapshot): AsyncGenerator<Page> {
  for (const table of tables) {
    for await (const rows of pagesOf(db, table)) yield { table, rows };
  }
}

/** Passes pages on and adds them up. */
export async function* summed(
  pages: AsyncIterable<Page>,
  sums: Map<CopiedTable, Summing>,
): AsyncGenerator<Page> {
  for await (const page of pages) {
    const sum = sums.get(page.table) ?? new Summing();
    sums.set(page.table, sum);
    for (const row of page.rows) sum.add(row);
    yield page;
  }
}

export function resultsOf(sums: ReadonlyMap<CopiedTable, Summing>): Sums {
  return new Map([...sums].map(([table, sum]) => [table, sum.result()]));
}

async function* linesOf(snapshot: Snapshot): AsyncGenerator<unknown> {
  const sums = new Map<CopiedTable, Summing>();
  let current: string | null = null;
  let columns: string[] = [];
  for await (const { table, rows } of summed(pagesOfAll(snapshot), sums)) {
    if (table !== current) {
      current = table;
      columns = Object.keys(rows[0] ?? {});
      yield { table, columns };
    }
    for (const row of rows) yield columns.map((column) => portable(row[column], table, column));
  }
  yield { sums: Object.fromEntries(resultsOf(sums)) };
}

/** A value that the other database would hand back otherwise is noticed when it is written. */
function portable(value: unknown, table: string, column: string): Cell {
  const parsed = cellSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`${table}.${column} holds what can’t be carried to another database`);
}

export interface BackupFile {
  readonly manifest: Manifest;
  /** Ends without an error only if the file is whole, and its rows are those that were summed up. */
  readonly pages: AsyncIterable<Page>;
  close(): void;
}

/** @throws CopyFault of a code that begins with "file/", here or while the pages are read */
export async function readBackup(chunks: AsyncIterable<Uint8Array>): Promise<BackupFile> {
  const { first, lines, close } = await readLines(chunks, backupFormat);
  const unknown = unknownMigration(first.schema);
  if (unknown !== undefined) {
    close();
    const words = `this backup was made by a newer Trilogue (${first.version}, ${unknown}); use that one`;
    throw new CopyFault('file/newer', words);
  }
  return { manifest: first, pages: pagesIn(lines, first), close };
}

async function* pagesIn(lines: AsyncIterable<unknown>, { rows }: Manifest): AsyncGenerator<Page> {
  const sums = new Map<CopiedTable, Summing>();
  let told: unknown = null;
  for await (const page of summed(
    gathered(lines, (sumsLine) => (told = sumsLine)),
    sums,
  ))
    yield page;
  const found = resultsOf(sums);
  const total = [...found.values()].reduce((all, sum) => all + sum.rows, 0);
  if (total !== rows || JSON.stringify(Object.fromEntries(found)) !== JSON.stringify(told)) {
    throw new CopyFault('file/altered', 'this backup does not hold the rows that it says it holds');
  }
}

async function* gathered(
  lines: AsyncIterable<unknown>,
  told: (sums: unknown) => void,
): AsyncGenerator<Page> {
  let table: CopiedTable | null = null;
  let columns: readonly string[] = [];
  let rows: Row[] = [];
  let length = 0;
  for await (const line of lines) {
    if (Array.isArray(line) && table !== null) {
      const row = toRow(line, columns);
      rows.push(row);
      for (const cell of Object.values(row)) length += typeof cell === 'string' ? cell.length : 8;
      if (rows.length < maxRows && length < maxLength) continue;
    }
    if (table !== null && rows.length > 0) yield { table, rows };
    rows = [];
    length = 0;
    if (Array.isArray(line) && table !== null) continue;
    const header = tableSchema.safeParse(line);
    const sums = sumsSchema.safeParse(line);
    if (header.success && isCopied(header.data.table))
      ({ table, columns } = { table: header.data.table, columns: header.data.columns });
    else if (sums.success) told(sums.data.sums);
    else throw unreadable();
  }
  if (rows.length > 0) throw unreadable();
}

function toRow(line: unknown, columns: readonly string[]): Row {
  const cells = rowSchema.safeParse(line);
  if (!cells.success || cells.data.length !== columns.length) throw unreadable();
  return Object.fromEntries(columns.map((column, index) => [column, cells.data[index] ?? null]));
}

function unreadable(): CopyFault {
  return new CopyFault('file/unreadable', `this ${name} holds something that is no row`);
}
