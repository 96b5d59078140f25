/** The tables' history. A migration that was released is never edited; a new one is added. */
import type { Migration } from 'kysely';
import { first } from './migrations/0001-first.js';
import { accounts } from './migrations/0002-accounts.js';
import { safety } from './migrations/0004-safety.js';
import { entry } from './migrations/0005-entry.js';
import { feedback } from './migrations/0006-feedback.js';
import { scenarios } from './migrations/0007-scenarios.js';

/**
 * The same for SQLite and PostgreSQL. SQLite's are not one transaction, so each step does no harm
 * when a process that was killed half-way has taken it already.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-accounts': accounts,
  '0004-safety': safety,
  '0005-entry': entry,
  '0006-feedback': feedback,
  '0007-scenarios': scenarios,
};
