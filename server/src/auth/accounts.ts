/** Accounts of staff: proving who one is, setting a password, inviting, changing and resetting. */
import type {
  AccountId,
  AccountInvitation,
  AccountKind,
  OneTimeLink,
} from '@trilogue/engine/protocol/accounts';
import { nanoid } from 'nanoid';
import type { Account, AccountChange, AccountStore } from '../store/accounts.js';
import type { LinkPurpose, LinkStore, StoredLink } from '../store/one-time-links.js';
import type { StaffSessions } from '../store/staff-sessions.js';
import { faultOf, hashPassword, isOutdated, isPassword, type PasswordFault } from './passwords.js';
import { type SecondFactor, secondFactor } from './second-factor.js';
import { hashOf, newSecret } from './secrets.js';

const hourMs = 3_600_000;
/** How long a one-time link opens, in ms. */
export const linkMs: Readonly<Record<LinkPurpose, number>> = {
  'first-administrator': 24 * hourMs,
  invitation: 7 * 24 * hourMs,
  reset: 24 * hourMs,
};

export type AccountFault =
  | PasswordFault
  | 'account/login-taken'
  | 'account/unknown'
  | 'account/last-administrator'
  | 'staff/unknown-link';

export interface AccountsParts {
  readonly accounts: AccountStore;
  readonly links: LinkStore;
  readonly sessions: StaffSessions;
  readonly nowMs: () => number;
  /** Closes the connections of a session. */
  readonly hangUp: (session: string) => void;
}

/** What was typed beside the password when a link is used. */
export interface LinkUse {
  readonly password: string;
  readonly login?: string | undefined;
  readonly name?: string | undefined;
}

/** A one-time link for an account. */
export type Invited = Omit<AccountInvitation, 'origins'>;

export interface Accounts {
  readonly secondFactor: SecondFactor;
  /** The account whose login and password these are. The same work is done for one that is not there. */
  byPassword(login: string, password: string): Promise<Account | null>;
  isPassword(account: Account, password: string): Promise<boolean>;
  /** Null when it is done: other sessions have ended. `session` goes on. */
  changePassword(
    account: Account,
    change: { readonly current: string; readonly next: string },
    session: string,
  ): Promise<PasswordFault | null>;
  signOutEverywhere(accountId: AccountId): Promise<void>;

  /** A link for whoever shall be the first; null once there is an administrator. */
  firstAdministratorLink(): Promise<string | null>;
  look(token: string): Promise<OneTimeLink | null>;
  useLink(token: string, use: LinkUse): Promise<Account | AccountFault>;

  invite(wish: Pick<Account, 'login' | 'name' | 'kind'>): Promise<Invited | AccountFault>;
  /** @param isPrintedLink whether it is asked by the printed link, which may do without administrators */
  change(
    accountId: AccountId,
    change: {
      name?: string | undefined;
      kind?: AccountKind | undefined;
      isDisabled?: boolean | undefined;
    },
    isPrintedLink: boolean,
  ): Promise<AccountFault | null>;
  /** Password and second factor stop counting at once, and every session ends. */
  reset(accountId: AccountId, isPrintedLink: boolean): Promise<Invited | AccountFault>;
}

/** Where the one-time links' screen is; the secret stands behind "#", so that no server log sees it. */
export const linkPath = (token: string) => `/welcome#${token}`;

export function createAccounts(parts: AccountsParts): Accounts {
  const { accounts, links, sessions, nowMs, hangUp } = parts;
  const factor = secondFactor(accounts, nowMs);

  const endSessions = async (accountId: AccountId, except: string | null) => {
    for (const session of await sessions.endOf(accountId, except)) hangUp(session);
  };
  const hangUpAll = async (accountId: AccountId) => {
    for (const session of await sessions.of(accountId)) hangUp(session);
  };
  const newLink = async (purpose: LinkPurpose, accountId: AccountId | null) => {
    const token = newSecret();
    const now = nowMs();
    const expiresAtMs = now + linkMs[purpose];
    await links.add({ tokenHash: hashOf(token), purpose, accountId, expiresAtMs }, now);
    return { token, expiresAtMs };
  };
  const invitation = async (purpose: LinkPurpose, accountId: AccountId) => {
    const { token, expiresAtMs } = await newLink(purpose, accountId);
    return { accountId, path: linkPath(token), expiresAtMs };
  };

  /** A link that opens, with its account; null where that has gone or is disabled meanwhile. */
  const findLink = async (
    token: string,
  ): Promise<{ link: StoredLink; account: Account | null } | null> => {
    const link = await links.find(hashOf(token), nowMs());
    if (link === null) return null;
    if (link.accountId === null) {
      return (await accounts.administrators()) === 0 ? { link, account: null } : null;
    }
    const account = await accounts.find(link.accountId);
    return account === null || account.isDisabled ? null : { link, account };
  };

  const isLastAdministrator = async ({ kind, isDisabled, passwordHash }: Account) =>
    kind === 'administrator' &&
    !isDisabled &&
    passwordHash !== null &&
    (await accounts.administrators()) === 1;

  const createFirst = async (
    link: StoredLink,
    { password, login, name }: LinkUse,
  ): Promise<Account | AccountFault> => {
    if (login === undefined || name === undefined) return 'staff/unknown-link';
    if ((await accounts.findByLogin(login)) !== null) return 'account/login-taken';
    const account = newAccount({ login, name, kind: 'administrator' }, nowMs());
    const passwordHash = await hashPassword(password);
    if (!(await links.take(link.tokenHash, nowMs()))) return 'staff/unknown-link';
    const isAdded = await accounts.add({ ...account, passwordHash });
    return isAdded ? { ...account, passwordHash } : 'account/login-taken';
  };

  return {
    secondFactor: factor,
    async byPassword(login, password) {
      const account = await accounts.findByLogin(login.trim().toLowerCase());
      const stored = account === null || account.isDisabled ? null : account.passwordHash;
      if (!(await isPassword(stored, password)) || account === null || stored === null) return null;
      if (isOutdated(stored)) {
        await accounts.rehash(account.accountId, stored, await hashPassword(password));
      }
      return account;
    },
    isPassword: ({ passwordHash }, password) => isPassword(passwordHash, password),
    async changePassword(account, { current, next }, session) {
      const fault = faultOf(next, [account.login, account.name]);
      if (fault !== null) return fault;
      const [passwordHash, totpSealed] = await Promise.all([
        hashPassword(next),
        factor.reseal(account, current, next),
      ]);
      await accounts.change(account.accountId, { passwordHash, totpSealed, totpOffered: null });
      await links.removeOf(account.accountId);
      await endSessions(account.accountId, session);
      return null;
    },
    signOutEverywhere: (accountId) => endSessions(accountId, null),

    async firstAdministratorLink() {
      if ((await accounts.administrators()) > 0) return null;
      return linkPath((await newLink('first-administrator', null)).token);
    },
    async look(token) {
      const found = await findLink(token);
      if (found === null) return null;
      const { link, account } = found;
      return {
        purpose: link.purpose,
        login: account?.login ?? null,
        name: account?.name ?? null,
        expiresAtMs: link.expiresAtMs,
      };
    },
    async useLink(token, use) {
      const found = await findLink(token);
      if (found === null) return 'staff/unknown-link';
      const { link, account } = found;
      const own = [account?.login ?? use.login ?? '', account?.name ?? use.name ?? ''];
      // Judged before the link is spent.
      const fault = faultOf(use.password, own);
      if (fault !== null) return fault;
      if (account === null) return createFirst(link, use);
      const passwordHash = await hashPassword(use.password);
      if (!(await links.take(link.tokenHash, nowMs()))) return 'staff/unknown-link';
      await accounts.change(account.accountId, { passwordHash });
      return { ...account, passwordHash };
    },

    async invite(wish) {
      const account = newAccount(wish, nowMs());
      if (!(await accounts.add(account))) return 'account/login-taken';
      return invitation('invitation', account.accountId);
    },
    async change(accountId, { name, kind, isDisabled }, isPrintedLink) {
      const account = await accounts.find(accountId);
      if (account === null) return 'account/unknown';
      const isDemoted = (kind ?? account.kind) !== account.kind;
      const loses = isDemoted || isDisabled === true;
      if (loses && !isPrintedLink && (await isLastAdministrator(account))) {
        return 'account/last-administrator';
      }
      const change: AccountChange = {
        ...(name === undefined ? {} : { name }),
        ...(kind === undefined ? {} : { kind }),
        ...(isDisabled === undefined ? {} : { isDisabled }),
      };
      await accounts.change(accountId, change);
      if (isDisabled === true) {
        await links.removeOf(accountId);
        await endSessions(accountId, null);
      } else if (isDemoted) {
        // They come back, as what they are now.
        await hangUpAll(accountId);
      }
      return null;
    },
    async reset(accountId, isPrintedLink) {
      const account = await accounts.find(accountId);
      if (account === null || account.isDisabled) return 'account/unknown';
      if (!isPrintedLink && (await isLastAdministrator(account))) {
        return 'account/last-administrator';
      }
      await accounts.change(accountId, { passwordHash: null });
      await factor.takeOff(account);
      await endSessions(accountId, null);
      return invitation('reset', accountId);
    },
  };
}

function newAccount(
  { login, name, kind }: Pick<Account, 'login' | 'name' | 'kind'>,
  createdAtMs: number,
): Account {
  return {
    accountId: nanoid(12) as AccountId,
    login,
    name,
    kind,
    passwordHash: null,
    totpSealed: null,
    totpOffered: null,
    isDisabled: false,
    createdAtMs,
  };
}
