/** Fills an empty database with what was copied, in one transaction, and compares before it is kept. */
import { type Kysely, sql } from 'kysely';
import { migrations } from '../store/migrations.js';
import type { Db } from '../store/tables.js';
import { type Page, resultsOf, summed } from './backup-file.js';
import { CopyFault, reasonOf } from './faults.js';
import { type Summing, sumOf } from './read-tables.js';
import type { CopiedTable } from './tables.js';

export interface Load {
  /** The migrations that the copied tables have been through. */
  readonly schema: readonly string[];
  readonly pages: AsyncIterable<Page>;
  /** Called with how many rows have been written. */
  readonly step: (rows: number) => void;
}

/**
 * Makes the tables as they were where the rows come from; what this build adds to them comes after.
 * @param trx a transaction of a database that has none of our tables
 * @returns how many rows there are, by table
 * @throws CopyFault
 */
export async function load(
  trx: Db,
  { schema, pages, step }: Load,
): Promise<ReadonlyMap<CopiedTable, number>> {
  await makeTables(trx, schema);
  const sums = new Map<CopiedTable, Summing>();
  let written = 0;
  for await (const { table, rows } of summed(pages, sums)) {
    try {
      await trx
        .insertInto(table)
        // Rows come as they stood in the table of this name; what is none of its columns, SQL refuses.
        .values(rows as never)
        .execute();
    } catch (error) {
      const words = `rows of "${table}" can’t be written: ${reasonOf(error)}`;
      throw new CopyFault('file/unreadable', words, { cause: error });
    }
    written += rows.length;
    step(written);
  }
  const expected = resultsOf(sums);
  for (const [table, { rows, hash }] of expected) {
    const found = await sumOf(trx, table);
    if (found.rows === rows && found.hash === hash) continue;
    const words = `"${table}" came out differently: ${found.rows} rows where there were ${rows}, or other content`;
    throw new CopyFault('copy/differs', words);
  }
  return new Map([...expected].map(([table, { rows }]) => [table, rows]));
}

/** As the migrator does it, which would want a transaction of its own. */
async function makeTables(trx: Db, schema: readonly string[]): Promise<void> {
  await sql`
    create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)
  `.execute(trx);
  for (const name of [...schema].sort()) {
    // A migration works on whatever tables it finds.
    await migrations[name]?.up(trx as unknown as Kysely<unknown>);
    const timestamp = new Date().toISOString();
    await sql`insert into kysely_migration values (${name}, ${timestamp})`.execute(trx);
  }
}
