/** Links that open once: for the first administrator, for invited accounts, for a lost password. */
import type { AccountId, OneTimeLink } from '@trilogue/engine/protocol/accounts';
import type { Db } from './tables.js';

export type LinkPurpose = OneTimeLink['purpose'];

export interface StoredLink {
  /** SHA-256 of the link's secret, in hex. */
  readonly tokenHash: string;
  readonly purpose: LinkPurpose;
  /** Null for the first administrator. */
  readonly accountId: AccountId | null;
  readonly expiresAtMs: number;
}

export interface LinkStore {
  /** An account has one link at a time; those from before, and what has expired, go. */
  add(link: StoredLink, nowMs: number): Promise<void>;
  /** Null for one that is used, has expired or never was. */
  find(tokenHash: string, nowMs: number): Promise<StoredLink | null>;
  /** True for the first who takes it. */
  take(tokenHash: string, nowMs: number): Promise<boolean>;
  removeOf(accountId: AccountId): Promise<void>;
}

export function sqlLinks(db: Db): LinkStore {
  return {
    async add({ tokenHash, purpose, accountId, expiresAtMs }, nowMs) {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('one_time_links').where('expires_at', '<=', nowMs).execute();
        if (accountId !== null) {
          await trx.deleteFrom('one_time_links').where('account_id', '=', accountId).execute();
        }
        await trx
          .insertInto('one_time_links')
          .values({
            token_hash: tokenHash,
            purpose,
            account_id: accountId,
            expires_at: expiresAtMs,
          })
          .execute();
      });
    },
    async find(tokenHash, nowMs) {
      const row = await db
        .selectFrom('one_time_links')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', nowMs)
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        tokenHash,
        // Written by `add`.
        purpose: row.purpose as LinkPurpose,
        accountId: row.account_id as AccountId | null,
        expiresAtMs: Number(row.expires_at),
      };
    },
    async take(tokenHash, nowMs) {
      const { numDeletedRows } = await db
        .deleteFrom('one_time_links')
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', nowMs)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
    async removeOf(accountId) {
      await db.deleteFrom('one_time_links').where('account_id', '=', accountId).execute();
    },
  };
}
