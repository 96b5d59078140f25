/**
 * Queries of every turn, built once instead of thousands of times: building one costs more than the
 * database takes to answer it. Only the values change, and how many rows there are.
 */
import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './tables.js';

/** Turns with more rows are rare, and building their queries is a small part of their cost. */
const mostKept = 32;

/** @param values in the order in which the query names them. @param rows how many it was built for */
export type KeptQuery<Row> = (db: Db, values: readonly unknown[], rows?: number) => Promise<Row[]>;

/** @param build with any values, for so many rows */
export function keptQuery<Row>(build: (rows: number) => Compilable<Row>): KeptQuery<Row> {
  const kept = new Map<number, CompiledQuery<Row>>();
  return async (db, values, rows = 1) => {
    const query = kept.get(rows) ?? build(rows).compile();
    if (rows <= mostKept) kept.set(rows, query);
    const result = await db.executeQuery<Row>({ ...query, parameters: values });
    return result.rows;
  };
}
