/** Accounts in tests: made as an administrator makes them, signed in as a browser does. */
import type {
  AccountInvitation,
  AccountKind,
  AssignedRole,
} from '@trilogue/engine/protocol/accounts';
import type { View } from '@trilogue/engine/views/project';
import { Api } from './api.js';
import { Person } from './person.js';

/** Long, and of no list. */
export const goodPassword = 'tarsier-on-the-quay-42';

export interface StaffAccount {
  readonly api: Api;
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
}

export function tokenIn(path: string): string {
  return path.slice(path.indexOf('#') + 1);
}

export async function invite(
  administrator: Api,
  kind: AccountKind,
  login: string = kind,
): Promise<AccountInvitation> {
  return administrator.must('/api/accounts', { login, name: nameOf(login), kind });
}

/** Invited, its password set, signed in. */
export async function newAccount(
  administrator: Api,
  kind: AccountKind,
  login: string = kind,
): Promise<StaffAccount> {
  const { accountId, path } = await invite(administrator, kind, login);
  const api = new Api(administrator.url);
  await api.must('/api/staff/one-time-link', { token: tokenIn(path), password: goodPassword });
  return { api, accountId, login, name: nameOf(login) };
}

/** Another browser of the same account. */
export async function signIn(url: string, login: string, password = goodPassword): Promise<Api> {
  const api = new Api(url);
  await api.must('/api/staff/sign-in', { login, password });
  return api;
}

export async function assign(
  director: Api,
  exerciseId: string,
  accountId: string,
  role: AssignedRole,
  partyId: string | null = null,
): Promise<void> {
  const path = `/api/exercises/${exerciseId}/staff/${accountId}`;
  const reply = await director.call('PUT', path, { role, partyId });
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
}

/** Sits down in an exercise, as what the account is there. */
export async function sitAs<V extends View>(api: Api, exerciseId: string): Promise<Person<V>> {
  await api.staffSeat(exerciseId);
  return Person.sit<V>({ url: api.url, exerciseId, cookie: api.cookie });
}

function nameOf(login: string): string {
  return `Ms ${login}`;
}
