/** Reads any table in pages, and sums it up so that two databases can be compared. */
import { createHash } from 'node:crypto';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db } from '../store/tables.js';
import { type CopiedTable, copyOf, tableNames } from './tables.js';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

export interface TableSum {
  readonly rows: number;
  /** Of all rows whatever their order, for databases sort text differently. Hex. */
  readonly hash: string;
}

/** Which of the copied tables stand in a database, in their order. An older one has fewer. */
export async function standingTables(db: Db): Promise<CopiedTable[]> {
  const found = await allTables(db);
  return tableNames.filter((table) => found.has(table));
}

/** Every table of the database, SQLite's own left out. */
export async function allTables(db: Db): Promise<ReadonlySet<string>> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const here = tables.filter(({ schema }) => schema === undefined || schema === 'public');
  return new Set(here.map(({ name }) => name));
}

export async function countRows(db: Db, table: CopiedTable): Promise<number> {
  const row = await rowsOf(db, table).select(sql<number>`count(*)`.as('count')).executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** All rows that are copied, a page at a time. Nothing may write meanwhile, or not be seen to. */
export async function* pagesOf(db: Db, table: CopiedTable): AsyncGenerator<Row[]> {
  const { key, rowsPerPage = 250 } = copyOf(table);
  const keys = sql.join(key.map((column) => sql.ref(column)));
  let after: Row | undefined;
  for (;;) {
    let query = rowsOf(db, table).selectAll().limit(rowsPerPage);
    for (const column of key) query = query.orderBy(sql.ref(column));
    if (after !== undefined) {
      const from = after;
      const values = sql.join(key.map((column) => sql.val(from[column])));
      query = query.where(sql<boolean>`(${keys}) > (${values})`);
    }
    const rows = (await query.execute()) as Row[];
    if (rows.length > 0) yield rows;
    if (rows.length < rowsPerPage) return;
    after = rows.at(-1);
    // SQLite answers at once; people's commands must come in between.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export async function sumOf(db: Db, table: CopiedTable): Promise<TableSum> {
  const sum = new Summing();
  for await (const page of pagesOf(db, table)) for (const row of page) sum.add(row);
  return sum.result();
}

/** Adds up hashes of rows. */
export class Summing {
  #rows = 0;
  #total = 0n;

  add(row: Row): void {
    const cells = Object.keys(row)
      .sort()
      .map((column) => [column, row[column]]);
    const hex = createHash('sha256').update(JSON.stringify(cells)).digest('hex');
    this.#rows += 1;
    this.#total = BigInt.asUintN(256, this.#total + BigInt(`0x${hex}`));
  }

  result(): TableSum {
    return { rows: this.#rows, hash: this.#total.toString(16).padStart(64, '0') };
  }
}

/** Tables are gone through alike here, so what a row holds is looked at when it is written or read. */
type AnyTable = SelectQueryBuilder<
  Record<string, Record<string, Cell>>,
  string,
  Record<string, never>
>;

function rowsOf(db: Db, table: CopiedTable): AnyTable {
  const { leaveOut } = copyOf(table);
  let query = db.selectFrom(table) as unknown as AnyTable;
  for (const pattern of leaveOut?.like ?? []) {
    query = query.where(sql<boolean>`${sql.ref(leaveOut?.column ?? '')} not like ${pattern}`);
  }
  return query;
}
