/** All that is kept on disk, behind one door. */
import type { Pool } from 'pg';
import { type AccountStore, sqlAccounts } from './accounts.js';
import { type ArrivalStore, sqlArrivals } from './arrivals.js';
import { type AttachmentStore, sqlAttachments } from './attachment-store.js';
import { type AuditStore, sqlAudit } from './audit-store.js';
import { type ClockStore, sqlClock } from './clock-store.js';
import type { OpenDatabase } from './database.js';
import { type Directory, sqlDirectory } from './directory.js';
import { type DraftStore, sqlDrafts } from './drafts.js';
import type { EventStore } from './event-store.js';
import { type ExerciseStaffStore, sqlExerciseStaff } from './exercise-staff.js';
import { type FeedbackStore, sqlFeedback } from './feedback-store.js';
import { type InvitationStore, sqlInvitations } from './invitations.js';
import { type KeyStore, sqlKeys } from './key-store.js';
import { type LinkStore, sqlLinks } from './one-time-links.js';
import { openPostgres, type PoolLog } from './postgres.js';
import type { News } from './postgres-news.js';
import { sqlEventStore } from './sql-event-store.js';
import { scrubbing } from './sql-redaction.js';
import { openSqlite } from './sqlite.js';
import { type StaffSessions, sqlStaffSessions } from './staff-sessions.js';
import type { Db } from './tables.js';

export interface Store {
  readonly events: EventStore;
  readonly directory: Directory;
  readonly invitations: InvitationStore;
  readonly arrivals: ArrivalStore;
  readonly drafts: DraftStore;
  readonly feedback: FeedbackStore;
  readonly staff: StaffSessions;
  readonly accounts: AccountStore;
  readonly links: LinkStore;
  readonly exerciseStaff: ExerciseStaffStore;
  readonly attachments: AttachmentStore;
  readonly audit: AuditStore;
  readonly keys: KeyStore;
  readonly clock: ClockStore;
  /** For what copies tables as they are. */
  readonly db: Db;
  /** Whether other nodes may use the same database at the same time. */
  readonly isShared: boolean;
  /** What passes between the nodes; null where there is but one. */
  readonly nodes: { readonly news: News; readonly pool: Pool } | null;
  close(): Promise<void>;
}

/**
 * @param databaseUrl postgres://…; undefined for the embedded database in `dataDir`
 * @throws DatabaseUnavailable
 */
export async function openStore(
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl?: string | undefined },
  log: PoolLog,
): Promise<Store> {
  if (databaseUrl === undefined) return openSqliteStore(dataDir);
  const database = await openPostgres(databaseUrl, log);
  const { news, pool } = database;
  return storeIn(database, { news, pool });
}

/** @throws DatabaseUnavailable */
export async function openSqliteStore(dataDir: string): Promise<Store> {
  return storeIn(await openSqlite(dataDir), null);
}

function storeIn(database: OpenDatabase, nodes: Store['nodes']): Store {
  const { db, nowMs, scrub, close } = database;
  const events = sqlEventStore(database);
  return {
    events: scrub === undefined ? events : scrubbing(events, scrub),
    directory: sqlDirectory(database),
    invitations: sqlInvitations(db, scrub),
    arrivals: sqlArrivals(db, scrub),
    drafts: sqlDrafts(db),
    feedback: sqlFeedback(db),
    staff: sqlStaffSessions(db),
    accounts: sqlAccounts(db),
    links: sqlLinks(db),
    exerciseStaff: sqlExerciseStaff(db),
    attachments: sqlAttachments(db),
    audit: sqlAudit(db),
    keys: sqlKeys(db),
    clock: sqlClock(db, nowMs),
    db,
    isShared: nodes !== null,
    nodes,
    close,
  };
}
