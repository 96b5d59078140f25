/** The audit log's table. It belongs to no exercise: what was done stays known when one is erased. */
import type { Db, Tables } from './tables.js';

export interface AuditEntry {
  /** Sorts by time. */
  readonly id: string;
  readonly atMs: number;
  readonly exerciseId: string | null;
  readonly actorKind: string;
  readonly accountId: string | null;
  readonly seatId: string | null;
  /** The beginning of the session's hash. */
  readonly session: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly targets: Readonly<Record<string, string>>;
  /** "ok" or the refusal's code. */
  readonly outcome: string;
}

export interface AuditQuery {
  /** Undefined for all exercises and what belongs to none. */
  readonly exerciseId?: string;
  /** Entries older than this one. */
  readonly before?: string;
  readonly limit: number;
}

export interface AuditStore {
  add(entries: readonly AuditEntry[]): Promise<void>;
  /** Newest first. */
  read(query: AuditQuery): Promise<AuditEntry[]>;
  removeBefore(atMs: number): Promise<void>;
  /** How many exercises that still stand were created by an account, or in a session. */
  createdIn(creator: string): Promise<number>;
}

export function sqlAudit(db: Db): AuditStore {
  return {
    async add(entries) {
      if (entries.length === 0) return;
      await db.insertInto('audit').values(entries.map(auditRow)).execute();
    },
    async read({ exerciseId, before, limit }) {
      let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
      if (exerciseId !== undefined) query = query.where('exercise_id', '=', exerciseId);
      if (before !== undefined) query = query.where('id', '<', before);
      return (await query.execute()).map(toEntry);
    },
    async createdIn(creator) {
      const row = await db
        .selectFrom('audit')
        .innerJoin('exercises', 'exercises.id', 'audit.exercise_id')
        .select(({ fn }) => fn.countAll().as('count'))
        .where(({ eb, or }) => or([eb('session', '=', creator), eb('account_id', '=', creator)]))
        .where('action', '=', 'exercise/created')
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
    async removeBefore(atMs) {
      await db.deleteFrom('audit').where('at', '<', atMs).execute();
    },
  };
}

export function auditRow(entry: AuditEntry): Tables['audit'] {
  return {
    id: entry.id,
    at: entry.atMs,
    exercise_id: entry.exerciseId,
    actor_kind: entry.actorKind,
    account_id: entry.accountId,
    seat_id: entry.seatId,
    session: entry.session,
    address: entry.address,
    action: entry.action,
    targets: JSON.stringify(entry.targets),
    outcome: entry.outcome,
  };
}

function toEntry(row: Tables['audit']): AuditEntry {
  return {
    id: row.id,
    atMs: Number(row.at),
    exerciseId: row.exercise_id,
    actorKind: row.actor_kind,
    accountId: row.account_id,
    seatId: row.seat_id,
    session: row.session,
    address: row.address,
    action: row.action,
    // Written by `auditRow`.
    targets: JSON.parse(row.targets) as AuditEntry['targets'],
    outcome: row.outcome,
  };
}
