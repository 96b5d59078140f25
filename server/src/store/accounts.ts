/** Accounts of staff. Passwords and codes as hashes; secrets of a second factor sealed. */
import type { AccountId, AccountKind } from '@trilogue/engine/protocol/accounts';
import type { Db, Tables } from './tables.js';

export interface Account {
  readonly accountId: AccountId;
  /** In small letters. */
  readonly login: string;
  readonly name: string;
  readonly kind: AccountKind;
  /** Null until a password was set. */
  readonly passwordHash: string | null;
  /** The second factor's secret, sealed with the password; null where it is off. */
  readonly totpSealed: string | null;
  /** One that waits for its first code. */
  readonly totpOffered: string | null;
  readonly isDisabled: boolean;
  readonly createdAtMs: number;
}

export type AccountChange = Partial<Omit<Account, 'accountId' | 'login' | 'createdAtMs'>>;

export interface AccountStore {
  /** False when the login is taken. */
  add(account: Account): Promise<boolean>;
  find(accountId: AccountId): Promise<Account | null>;
  findByLogin(login: string): Promise<Account | null>;
  /** By name. */
  list(): Promise<Account[]>;
  change(accountId: AccountId, change: AccountChange): Promise<void>;
  /** Sets it if the password is still the one that was read; another node may have been first. */
  rehash(accountId: AccountId, from: string, to: string): Promise<void>;
  /** How many administrators can sign in. */
  administrators(): Promise<number>;
  /** False when this step or a later one was used already. */
  useStep(accountId: AccountId, step: number): Promise<boolean>;
  /** They replace those from before. */
  setRecoveryCodes(accountId: AccountId, hashes: readonly string[]): Promise<void>;
  /** Takes it away; false when there is no such code. */
  useRecoveryCode(accountId: AccountId, hash: string): Promise<boolean>;
  recoveryCodesLeft(accountId: AccountId): Promise<number>;
}

export function sqlAccounts(db: Db): AccountStore {
  const all = db.selectFrom('accounts').selectAll();
  return {
    async add(account) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('accounts')
        .values({
          id: account.accountId,
          login: account.login,
          created_at: account.createdAtMs,
          totp_last_step: 0,
          ...(toColumns(account) as Omit<
            Tables['accounts'],
            'id' | 'login' | 'created_at' | 'totp_last_step'
          >),
        })
        .onConflict((conflict) => conflict.column('login').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n;
    },
    async find(accountId) {
      const row = await all.where('id', '=', accountId).executeTakeFirst();
      return row === undefined ? null : toAccount(row);
    },
    async findByLogin(login) {
      const row = await all.where('login', '=', login).executeTakeFirst();
      return row === undefined ? null : toAccount(row);
    },
    async list() {
      return (await all.orderBy('name').orderBy('login').execute()).map(toAccount);
    },
    async change(accountId, change) {
      const columns = toColumns(change);
      if (Object.keys(columns).length === 0) return;
      await db.updateTable('accounts').set(columns).where('id', '=', accountId).execute();
    },
    async rehash(accountId, from, to) {
      await db
        .updateTable('accounts')
        .set({ password_hash: to })
        .where('id', '=', accountId)
        .where('password_hash', '=', from)
        .execute();
    },
    async administrators() {
      const row = await db
        .selectFrom('accounts')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('kind', '=', 'administrator')
        .where('is_disabled', '=', 0)
        .where('password_hash', 'is not', null)
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
    async useStep(accountId, step) {
      const { numUpdatedRows } = await db
        .updateTable('accounts')
        .set({ totp_last_step: step })
        .where('id', '=', accountId)
        .where('totp_last_step', '<', step)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async setRecoveryCodes(accountId, hashes) {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
        if (hashes.length === 0) return;
        const rows = hashes.map((hash) => ({ account_id: accountId, code_hash: hash }));
        await trx.insertInto('recovery_codes').values(rows).execute();
      });
    },
    async useRecoveryCode(accountId, hash) {
      const { numDeletedRows } = await db
        .deleteFrom('recovery_codes')
        .where('account_id', '=', accountId)
        .where('code_hash', '=', hash)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
    async recoveryCodesLeft(accountId) {
      const row = await db
        .selectFrom('recovery_codes')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return Number(row?.count ?? 0);
    },
  };
}

type Columns = Partial<Tables['accounts']>;

function toColumns(change: AccountChange): Columns {
  const { name, kind, passwordHash, totpSealed, totpOffered, isDisabled } = change;
  return {
    ...(name === undefined ? {} : { name }),
    ...(kind === undefined ? {} : { kind }),
    ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
    ...(totpSealed === undefined ? {} : { totp_sealed: totpSealed }),
    ...(totpOffered === undefined ? {} : { totp_offered: totpOffered }),
    ...(isDisabled === undefined ? {} : { is_disabled: isDisabled ? 1 : 0 }),
  };
}

function toAccount(row: Tables['accounts']): Account {
  return {
    // Parsed before they were stored.
    accountId: row.id as AccountId,
    login: row.login,
    name: row.name,
    kind: row.kind as AccountKind,
    passwordHash: row.password_hash,
    totpSealed: row.totp_sealed,
    totpOffered: row.totp_offered,
    isDisabled: row.is_disabled === 1,
    createdAtMs: Number(row.created_at),
  };
}
