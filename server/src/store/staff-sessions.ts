/** The printed link's secret, and sessions of staff. Only hashes are kept. */
import type { AccountId } from '@trilogue/engine/protocol/accounts';
import type { Db } from './tables.js';

export interface NewSession {
  /** SHA-256 of the cookie's value, in hex. */
  readonly tokenHash: string;
  /** Null for whoever came by the printed link. */
  readonly accountId: AccountId | null;
  readonly expiresAtMs: number;
}

export interface StaffSessions {
  /** @param hash SHA-256 of the secret, in hex. It replaces the one that this node had before. */
  setSecret(hash: string, node: string): Promise<void>;
  /** One of each node. */
  secretHashes(): Promise<string[]>;
  open(session: NewSession, nowMs: number): Promise<void>;
  /**
   * Whose session it is; null when it does not stand, or nobody used it for `idleMs`. Notes that it
   * was seen.
   */
  touch(
    tokenHash: string,
    nowMs: number,
    idleMs: number,
  ): Promise<{ readonly accountId: AccountId | null } | null>;
  end(tokenHash: string): Promise<void>;
  /** Names those that ended. */
  endOf(accountId: AccountId, except: string | null): Promise<string[]>;
  of(accountId: AccountId): Promise<string[]>;
  /** Ends what has come to its end, and names it. */
  sweep(nowMs: number): Promise<string[]>;
}

/** Followed by the node's name. */
const secretKey = 'staff-secret-hash';
/** How often it is written down that a session was seen, in ms. */
const touchEveryMs = 60_000;

export function sqlStaffSessions(db: Db): StaffSessions {
  return {
    async setSecret(hash, node) {
      await db
        .insertInto('settings')
        .values({ key: `${secretKey}${node}`, value: hash })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: hash }))
        .execute();
    },
    async secretHashes() {
      const rows = await db
        .selectFrom('settings')
        .select('value')
        .where('key', 'like', `${secretKey}%`)
        .execute();
      return rows.map(({ value }) => value);
    },
    async open({ tokenHash, accountId, expiresAtMs }, nowMs) {
      await db
        .insertInto('sessions')
        .values({
          token_hash: tokenHash,
          account_id: accountId,
          created_at: nowMs,
          last_seen: nowMs,
          expires_at: expiresAtMs,
        })
        .execute();
    },
    async touch(tokenHash, nowMs, idleMs) {
      const row = await db
        .selectFrom('sessions')
        .select(['account_id', 'last_seen', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (row === undefined || Number(row.expires_at) <= nowMs) return null;
      const idle = nowMs - Number(row.last_seen);
      if (idle > idleMs) return null;
      if (idle > touchEveryMs) {
        await db
          .updateTable('sessions')
          .set({ last_seen: nowMs })
          .where('token_hash', '=', tokenHash)
          .execute();
      }
      return { accountId: row.account_id as AccountId | null };
    },
    async end(tokenHash) {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },
    async endOf(accountId, except) {
      let ending = db.deleteFrom('sessions').where('account_id', '=', accountId);
      if (except !== null) ending = ending.where('token_hash', '!=', except);
      return (await ending.returning('token_hash').execute()).map((row) => row.token_hash);
    },
    async of(accountId) {
      const rows = await db
        .selectFrom('sessions')
        .select('token_hash')
        .where('account_id', '=', accountId)
        .execute();
      return rows.map((row) => row.token_hash);
    },
    async sweep(nowMs) {
      const ended = await db
        .deleteFrom('sessions')
        .where('expires_at', '<=', nowMs)
        .returning('token_hash')
        .execute();
      return ended.map((row) => row.token_hash);
    },
  };
}
