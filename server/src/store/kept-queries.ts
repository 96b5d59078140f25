/**
 * Queries of every turn, built once instead of thousands of times: building one costs more than the
 * database takes to answer it. Only the values change, and how many rows there are.
 */
import { randomUUID } from 'node:crypto';
import type { Compilable } from 'kysely';
import type { Db } from './tables.js';

/** Turns with more rows are rare, and building their queries is a small part of their cost. */
const mostKept = 32;
/** Each takes some 50 KB of a database server's memory, on every connection. */
const mostShapes = 64;

/** SQL that is run again and again with other values. */
export interface Statement {
  /** For a database that prepares it under a name; left out where it comes once. */
  readonly name: string | undefined;
  readonly text: string;
  /** Whether rows come of it. */
  readonly isReading: boolean;
}

export interface Running {
  run<Row>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
}

/** The connection that a turn has to itself. */
export interface TurnConnection extends Running {
  /** The same connection and transaction, for what is rare. */
  readonly db: Db;
}

/**
 * @param values in the order in which the query names them
 * @param rows how many it was built for, of each kind that it takes several of
 */
export type KeptQuery<Row> = (
  connection: Running,
  values: readonly unknown[],
  ...rows: readonly number[]
) => Promise<Row[]>;

/** @param build with any values, for so many rows of each kind; for one of one kind where none is told */
export function keptQuery<Row>(build: (...rows: number[]) => Compilable<Row>): KeptQuery<Row> {
  const kept = new Map<string, Statement>();
  return (connection, values, ...rows) => {
    const shape = rows.join(' ');
    const known = kept.get(shape);
    if (known !== undefined) return connection.run<Row>(known, values);
    const { sql, query } = build(...(rows.length === 0 ? [1] : rows)).compile();
    const size = rows.reduce((sum, count) => sum + count, 0);
    const isKept = size <= mostKept && kept.size < mostShapes;
    const statement: Statement = {
      name: isKept ? randomUUID() : undefined,
      text: sql,
      isReading:
        query.kind === 'SelectQueryNode' || ('returning' in query && query.returning !== undefined),
    };
    if (isKept) kept.set(shape, statement);
    return connection.run<Row>(statement, values);
  };
}
