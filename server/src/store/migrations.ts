/** The tables' history. A migration that was released is never edited; a new one is added. */
import type { Migration } from 'kysely';
import { first } from './migrations/0001-first.js';

/**
 * The same for SQLite and PostgreSQL. SQLite's are not one transaction, so each step does no harm
 * when a process that was killed half-way has taken it already.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
};
