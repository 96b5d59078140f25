/** What every database brings, whichever it is, and how its tables are brought up to date. */
import { Migrator } from 'kysely';
import { migrations } from './migrations.js';
import type { SqlDatabase } from './sql-event-store.js';
import type { Db } from './tables.js';

export interface OpenDatabase extends SqlDatabase {
  /**
   * Rids the disk of what a transaction took out for good (law 10). Left out where the database does
   * so in its own time.
   */
  readonly scrub?: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** It is in use, or can't be used. The message is for the person who started the server. */
export class DatabaseUnavailable extends Error {}

/** Brings the tables up to date. Of several nodes that start at once one does it. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
