/** All that is kept on disk, behind one door. */
import { type Directory, sqlDirectory } from './directory.js';
import { type DraftStore, sqlDrafts } from './drafts.js';
import type { EventStore } from './event-store.js';
import { sqlEventStore } from './sql-event-store.js';
import { openSqlite } from './sqlite.js';
import { type StaffSessions, sqlStaffSessions } from './staff-sessions.js';

export interface Store {
  readonly events: EventStore;
  readonly directory: Directory;
  readonly drafts: DraftStore;
  readonly staff: StaffSessions;
  close(): Promise<void>;
}

/** @throws DatabaseUnavailable */
export async function openSqliteStore(dataDir: string): Promise<Store> {
  const { db, nowMs, close } = await openSqlite(dataDir);
  return {
    events: sqlEventStore(db, nowMs),
    directory: sqlDirectory(db),
    drafts: sqlDrafts(db),
    staff: sqlStaffSessions(db),
    close,
  };
}
