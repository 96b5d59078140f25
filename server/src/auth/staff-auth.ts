/** Who of the staff is on the line: the printed link's secret, or an account, becomes a session in a cookie. */
import type { AccountId, AccountKind } from '@trilogue/engine/protocol/accounts';
import type { Account, AccountStore } from '../store/accounts.js';
import type { StaffSessions } from '../store/staff-sessions.js';
import { hashOf, isSameHash, newSecret } from './secrets.js';

export const staffCookie = 'trilogue_staff';
/** How long a session stands at most, in ms: a week. */
export const staffSessionMs = 7 * 24 * 3_600_000;
/** And how long without a request or a new connection, in ms: a day, for a drill may go on overnight. */
export const staffIdleMs = 24 * 3_600_000;

/** A session that stands. */
export interface Caller {
  /** SHA-256 of the cookie's value, in hex. */
  readonly session: string;
  /** Whose seats are theirs: an account's on every device, else the session's. */
  readonly holder: string;
  /** Null for whoever came by the printed link. */
  readonly account: Account | null;
  /** The printed link acts as an administrator. */
  readonly kind: AccountKind;
}

export interface StaffAuth {
  /**
   * A new secret, which replaces the one that this node had before. It is told here once.
   * @param node empty where there is but one
   */
  renewSecret(node: string): Promise<string>;
  /** The cookie's value, or null for a wrong secret. */
  signIn(secret: string): Promise<string | null>;
  /** A session of an account that has proved itself: the cookie's value. */
  open(accountId: AccountId): Promise<string>;
  /** Null when there is no session that stands. */
  callerOf(cookieHeader: string | undefined): Promise<Caller | null>;
  /** Names the session that ended; null when there was none. */
  signOut(cookieHeader: string | undefined): Promise<string | null>;
  /** Ends sessions that have come to their end, and names them. */
  sweep(): Promise<string[]>;
}

export function staffAuth(
  sessions: StaffSessions,
  accounts: AccountStore,
  nowMs: () => number,
  accountsOnly: boolean,
): StaffAuth {
  const open = async (accountId: AccountId | null) => {
    const token = newSecret();
    const now = nowMs();
    const session = { tokenHash: hashOf(token), accountId, expiresAtMs: now + staffSessionMs };
    await sessions.open(session, now);
    return token;
  };
  return {
    async renewSecret(node) {
      const secret = newSecret();
      await sessions.setSecret(hashOf(secret), node);
      return secret;
    },
    async signIn(secret) {
      if (accountsOnly) return null;
      const given = hashOf(secret);
      const expected = await sessions.secretHashes();
      return expected.some((hash) => isSameHash(given, hash)) ? open(null) : null;
    },
    open,
    async callerOf(cookieHeader) {
      const token = readCookie(cookieHeader, staffCookie);
      if (token === null) return null;
      const session = hashOf(token);
      const found = await sessions.touch(session, nowMs(), staffIdleMs);
      if (found === null) return null;
      if (found.accountId === null) {
        // Opened before the link was switched off.
        if (accountsOnly) return null;
        return { session, holder: session, account: null, kind: 'administrator' };
      }
      const account = await accounts.find(found.accountId);
      if (account === null || account.isDisabled || account.passwordHash === null) return null;
      return { session, holder: account.accountId, account, kind: account.kind };
    },
    async signOut(cookieHeader) {
      const token = readCookie(cookieHeader, staffCookie);
      if (token === null) return null;
      const session = hashOf(token);
      await sessions.end(session);
      return session;
    },
    sweep: () => sessions.sweep(nowMs()),
  };
}

function readCookie(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}
