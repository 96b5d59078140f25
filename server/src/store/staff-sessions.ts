/** The staff's secret and their sessions. Only hashes are kept. */
import type { Db } from './tables.js';

export interface StaffSessions {
  /** @param hash SHA-256 of the secret, in hex. It replaces the one before. */
  setSecret(hash: string): Promise<void>;
  secretHash(): Promise<string | null>;
  open(tokenHash: string, nowMs: number, expiresAtMs: number): Promise<void>;
  /** Whether the session stands. Notes that it was seen. */
  touch(tokenHash: string, nowMs: number): Promise<boolean>;
  end(tokenHash: string): Promise<void>;
}

const secretKey = 'staff-secret-hash';
/** How often it is written down that a session was seen, in ms. */
const touchEveryMs = 60_000;

export function sqlStaffSessions(db: Db): StaffSessions {
  return {
    async setSecret(hash) {
      await db
        .insertInto('settings')
        .values({ key: secretKey, value: hash })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: hash }))
        .execute();
    },
    async secretHash() {
      const row = await db
        .selectFrom('settings')
        .select('value')
        .where('key', '=', secretKey)
        .executeTakeFirst();
      return row?.value ?? null;
    },
    async open(tokenHash, nowMs, expiresAtMs) {
      await db.deleteFrom('staff_sessions').where('expires_at', '<=', nowMs).execute();
      await db
        .insertInto('staff_sessions')
        .values({
          token_hash: tokenHash,
          created_at: nowMs,
          last_seen: nowMs,
          expires_at: expiresAtMs,
        })
        .execute();
    },
    async touch(tokenHash, nowMs) {
      const row = await db
        .selectFrom('staff_sessions')
        .select(['last_seen', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (row === undefined || Number(row.expires_at) <= nowMs) return false;
      if (nowMs - Number(row.last_seen) > touchEveryMs) {
        await db
          .updateTable('staff_sessions')
          .set({ last_seen: nowMs })
          .where('token_hash', '=', tokenHash)
          .execute();
      }
      return true;
    },
    async end(tokenHash) {
      await db.deleteFrom('staff_sessions').where('token_hash', '=', tokenHash).execute();
    },
  };
}
