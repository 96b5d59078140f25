/**
 * The one list of what a backup, a restore and a move to another database copy. A new table stands in
 * it, or below among what is not copied; the compiler and a test against the real schema ask for it.
 */
import type { Tables } from '../store/tables.js';

export interface TableCopy<Columns> {
  /** The primary key, by which it is read in pages. */
  readonly key: readonly (keyof Columns & string)[];
  /** Fewer rows at a time where a row is large. */
  readonly rowsPerPage?: number;
  /** Comes about by itself in a system that nobody has used yet. */
  readonly isFoundInEmptySystems?: true;
  /** Rows that belong to this machine or this run, by patterns of SQL's LIKE. */
  readonly leaveOut?: { readonly column: keyof Columns & string; readonly like: readonly string[] };
}

/** Short-lived: who was signed in signs in again, and links are asked for anew. */
type Fleeting = 'sessions' | 'one_time_links' | 'signing_keys';

/** Whatever a row refers to stands above it. */
export const copiedTables = {
  exercises: { key: ['id'] },
  exercise_scenarios: { key: ['exercise_id'], rowsPerPage: 8 },
  accounts: { key: ['id'] },
  recovery_codes: { key: ['account_id', 'code_hash'] },
  exercise_staff: { key: ['exercise_id', 'account_id'] },
  facts: { key: ['exercise_id', 'seq'] },
  receipts: { key: ['exercise_id', 'actor', 'command_id'] },
  seats: { key: ['seat_id'] },
  join_codes: { key: ['code'] },
  invitations: { key: ['id'] },
  arrivals: { key: ['seat_id'] },
  entry_settings: { key: ['exercise_id'] },
  listed_names: { key: ['exercise_id', 'seat_id', 'position'] },
  drafts: { key: ['exercise_id', 'table_id', 'inject_id'] },
  feedback: { key: ['exercise_id', 'seat_id'] },
  feedback_closings: { key: ['exercise_id'] },
  leases: { key: ['exercise_id'] },
  // 5 MB each at most, a third more in base64.
  attachment_blobs: { key: ['hash'], rowsPerPage: 1 },
  attachments: { key: ['exercise_id', 'file'] },
  audit: { key: ['id'], isFoundInEmptySystems: true },
  settings: {
    key: ['key'],
    isFoundInEmptySystems: true,
    // Another database has a clock of its own, and every start prints a new link.
    leaveOut: { column: 'key', like: ['clock-offset', 'staff-secret-hash%'] },
  },
} as const satisfies { [Table in Exclude<keyof Tables, Fleeting>]: TableCopy<Tables[Table]> };

export type CopiedTable = keyof typeof copiedTables;

/** Why what is not copied is not missed. */
export const notCopied: Readonly<Record<string, string>> = {
  sessions: 'whoever was signed in signs in again',
  one_time_links: 'they live for hours, and a used one must not come back',
  signing_keys: 'links signed with them live for minutes; keys are drawn anew',
  staff_sessions: 'the first release had them; sessions took their place',
  kysely_migration: 'written when the tables are made',
  kysely_migration_lock: 'written when the tables are made',
  socket_io_attachments: 'whispers under way between nodes',
};

export const tableNames = Object.keys(copiedTables) as readonly CopiedTable[];

/** The same, as whoever goes through all tables alike sees it. */
export function copyOf(table: CopiedTable): TableCopy<Record<string, unknown>> {
  return copiedTables[table];
}

export function isCopied(table: string): table is CopiedTable {
  return Object.hasOwn(copiedTables, table);
}
