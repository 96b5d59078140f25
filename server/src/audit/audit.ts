/** Who of the staff did what and when: ids and codes only, never a text that somebody wrote. */
import { customAlphabet } from 'nanoid';
import type { Log } from '../log.js';
import type { AuditEntry, AuditStore } from '../store/audit-store.js';

/** What is known of whoever did it. Every field is an id; `session` a session's hash. */
export interface AuditActor {
  readonly kind: 'account' | 'seat' | 'session' | 'guest' | 'system';
  readonly accountId?: string | null;
  readonly seatId?: string | null;
  readonly session?: string | null;
}

export interface AuditRecord {
  /** Such as "session/opened", "account/created", "exercise/erased", "command/ReleaseInject". */
  readonly action: string;
  readonly actor: AuditActor;
  readonly exerciseId?: string | null;
  /** Where the request came from; left out for what the server does by itself. */
  readonly address?: string | null;
  /** Ids of what it was about. Values that don't look like an id are left out. */
  readonly targets?: Readonly<Record<string, string | number | null | undefined>>;
  /** "ok", or the refusal's code. */
  readonly outcome: string;
}

export interface Audit {
  /** Never throws and never keeps anybody waiting; what can't be written is reported in the log. */
  record(record: AuditRecord): void;
  /** The same as an entry, for whoever writes it with what it is about. */
  entry(record: AuditRecord): AuditEntry;
  /** Resolves when all that was recorded so far has been written. */
  flush(): Promise<void>;
  /** Removes what is older than the retention. */
  sweep(): Promise<void>;
  /** Writes what waits and stops. */
  close(): Promise<void>;
}

export interface AuditParts {
  readonly store: AuditStore;
  readonly nowMs: () => number;
  readonly log: Log;
  /** How long entries are kept, in days. */
  readonly keepDays: number;
}

const dayMs = 24 * 3_600_000;
/** What is recorded within so many ms is written together: each time, the disk is waited for. */
const gatherMs = 100;
/** Enough of a session's hash to tell sessions apart, too little to be of use to anybody. */
export const sessionLength = 12;
const code = /^[A-Za-z0-9][A-Za-z0-9/_.:-]{0,127}$/;
const suffix = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 8);

export function createAudit({ store, nowMs, log, keepDays }: AuditParts): Audit {
  let waiting: AuditEntry[] = [];
  let writing: Promise<void> = Promise.resolve();
  let gathering: NodeJS.Timeout | null = null;
  let count = 0;

  const write = async () => {
    const entries = waiting;
    waiting = [];
    if (entries.length === 0) return;
    await store.add(entries).catch((error: unknown) => {
      log.error({ err: error, entries: entries.length }, 'the audit log could not be written');
    });
  };
  const writeOn = () => {
    if (gathering !== null) clearTimeout(gathering);
    gathering = null;
    writing = writing.then(write);
    return writing;
  };
  const sweep = async () => {
    await store.removeBefore(nowMs() - keepDays * dayMs).catch((error: unknown) => {
      log.error({ err: error }, 'the audit log could not be swept');
    });
  };
  const timer = setInterval(() => void sweep(), dayMs);
  timer.unref();

  const entry: Audit['entry'] = ({ action, actor, exerciseId, address, targets, outcome }) => {
    const atMs = nowMs();
    count += 1;
    return {
      // Sorts as it happened, on this node and, by the clock, among several.
      id: `${atMs.toString(36).padStart(9, '0')}-${(count % 1_679_616).toString(36).padStart(4, '0')}-${suffix()}`,
      atMs,
      exerciseId: exerciseId ?? null,
      actorKind: actor.kind,
      accountId: actor.accountId ?? null,
      seatId: actor.seatId ?? null,
      session: actor.session?.slice(0, sessionLength) ?? null,
      address: address ?? null,
      action: code.test(action) ? action : 'unknown',
      targets: idsOnly(targets ?? {}),
      outcome: code.test(outcome) ? outcome : 'unknown',
    };
  };

  return {
    entry,
    record(record) {
      waiting.push(entry(record));
      gathering ??= setTimeout(writeOn, gatherMs);
    },
    flush: writeOn,
    sweep,
    async close() {
      clearInterval(timer);
      await writeOn();
    },
  };
}

function idsOnly(targets: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept = Object.entries(targets).flatMap(([key, value]) => {
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && /^[A-Za-z0-9_.:-]{1,128}$/.test(text) ? [[key, text]] : [];
  });
  return Object.fromEntries(kept);
}
