/** Accounts of staff from the first to the last: made, signed in to, guarded, changed, taken back. */
import { hash, verify } from '@node-rs/argon2';
import type { AccountCard, Myself } from '@trilogue/engine/protocol/accounts';
import { expect, test } from 'vitest';
import { passwordCost } from '../../server/src/auth/passwords.js';
import { goodPassword, invite, newAccount, signIn, tokenIn } from './support/accounts.js';
import { Api, outcome } from './support/api.js';
import { startServer } from './support/server.js';

const otherPassword = 'seven lanterns by the pier';

test('[ACCT1] the first administrator comes by a link of the terminal, which opens once', async () => {
  const server = await startServer();
  const token = tokenIn(server.firstAdministratorLink ?? '');
  expect(server.firstAdministratorLink).toContain('/welcome#');
  const guest = server.guest();
  const look = await guest.post('/api/staff/one-time-link/look', { token });
  expect(look.body).toMatchObject({ purpose: 'first-administrator', login: null, name: null });
  const use = { token, password: goodPassword, login: 'Aiko@Example.org', name: 'Aiko' };
  expect(
    (await guest.post('/api/staff/one-time-link', { token, password: goodPassword })).status,
  ).toBe(400);
  // A password that is refused does not spend the link.
  expect(await guest.post('/api/staff/one-time-link', { ...use, password: 'short' })).toMatchObject(
    {
      status: 400,
      body: { code: 'password/too-short' },
    },
  );
  const used = await guest.post('/api/staff/one-time-link', use);
  expect(used.status).toBe(200);
  expect(used.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
  expect(await guest.must<Myself>('/api/account')).toMatchObject({
    kind: 'administrator',
    account: { login: 'aiko@example.org', name: 'Aiko', hasSecondFactor: false },
  });
  const again = await server.guest().post('/api/staff/one-time-link', { ...use, login: 'other' });
  expect(again).toMatchObject({ status: 404, body: { code: 'staff/unknown-link' } });
  await server.close();
  const later = await startServer({ dataDir: server.dataDir });
  expect(later.firstAdministratorLink).toBeNull();
  // The account stands, and so does its session; the printed link still suffices beside it.
  const back = new Api(later.url);
  back.cookie = guest.cookie;
  expect((await back.get('/api/accounts')).status).toBe(200);
  expect((await (await later.staff()).get('/api/accounts')).status).toBe(200);
});

test('[ACCT12] where only accounts open, the printed link and its sessions are worth nothing', async () => {
  const server = await startServer();
  const byLink = await server.staff();
  const administrator = await newAccount(byLink, 'administrator');
  await server.close();
  const strict = await startServer({ dataDir: server.dataDir, safety: { accountsOnly: true } });
  expect(strict.staffLink).toBe('');
  const late = new Api(strict.url);
  late.cookie = byLink.cookie;
  expect(outcome(await late.get('/api/exercises'))).toBe('401 staff/no-session');
  expect((await strict.guest().signIn(server.staffLink)).status).toBe(401);
  const account = new Api(strict.url);
  account.cookie = administrator.api.cookie;
  expect((await account.get('/api/exercises')).status).toBe(200);
});

test('[ACCT1] the terminal’s link opens nothing once there is an administrator', async () => {
  const server = await startServer();
  await newAccount(await server.staff(), 'administrator');
  const token = tokenIn(server.firstAdministratorLink ?? '');
  expect((await server.guest().post('/api/staff/one-time-link/look', { token })).status).toBe(404);
});

test('[ACCT2] an invited account sets its password by a link of its own, and signs in by it', async () => {
  const server = await startServer();
  const administrator = await server.staff();
  const { path } = await invite(administrator, 'evaluator', 'Eva');
  const guest = server.guest();
  const token = tokenIn(path);
  const look = await guest.post('/api/staff/one-time-link/look', { token });
  expect(look.body).toMatchObject({ purpose: 'invitation', login: 'eva', name: 'Ms Eva' });
  const tries = Array.from({ length: 4 }, (_, index) =>
    server
      .guest()
      .post('/api/staff/one-time-link', { token, password: `${goodPassword} ${index}` }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  // However many try at once, one gets in.
  expect(statuses.sort()).toEqual([200, 404, 404, 404]);
  const taken = await administrator.post('/api/accounts', {
    login: 'EVA',
    name: 'Another',
    kind: 'observer',
  });
  expect(taken).toMatchObject({ status: 409, body: { code: 'account/login-taken' } });
  expect((await invite(administrator, 'observer', 'olga')).path).toMatch(/^\/welcome#.{43}$/);
  const cards = await administrator.must<AccountCard[]>('/api/accounts');
  expect(cards.map(({ login, isSetUp }) => [login, isSetUp])).toEqual([
    ['eva', true],
    ['olga', false],
  ]);
});

test('[ACCT3] unknown, disabled, not set up, wrong password: one answer, in the same time', async () => {
  const server = await startServer({ limits: { failures: 10_000 } });
  const administrator = await server.staff();
  await newAccount(administrator, 'facilitator', 'known');
  await invite(administrator, 'facilitator', 'invited');
  const disabled = await newAccount(administrator, 'facilitator', 'disabled');
  await administrator.call('PATCH', `/api/accounts/${disabled.accountId}`, { isDisabled: true });
  const wrong: Record<string, [login: string, password: string]> = {
    wrong: ['known', 'not the password'],
    unknown: ['nobody', goodPassword],
    'no login at all': ["' or 1=1 --", goodPassword],
    disabled: ['disabled', goodPassword],
    'not set up': ['invited', goodPassword],
  };
  const guest = server.guest();
  const stored = await hash(goodPassword, passwordCost);
  let oneHash = Number.POSITIVE_INFINITY;
  const answers = new Set<string>();
  const fastest: Record<string, number> = {};
  for (let round = 0; round < 5; round++) {
    for (const [name, [login, password]] of Object.entries(wrong)) {
      // Each time anew, so that both are measured in the quiet moments of a busy machine.
      const began = performance.now();
      await verify(stored, 'not the password');
      oneHash = Math.min(oneHash, performance.now() - began);
      const started = performance.now();
      const { status, text } = await guest.post('/api/staff/sign-in', { login, password });
      const took = performance.now() - started;
      answers.add(`${status} ${text}`);
      fastest[name] = Math.min(fastest[name] ?? Number.POSITIVE_INFINITY, took);
    }
  }
  expect([...answers]).toEqual([
    '401 {"ok":false,"code":"staff/wrong-password","message":"login and password do not go together"}',
  ]);
  // Hashing is by far the longest part: whoever is not there costs one as well.
  for (const [name, took] of Object.entries(fastest)) {
    expect(took, name).toBeGreaterThan(oneHash / 2);
  }
  expect(
    (await guest.post('/api/staff/sign-in', { login: ' Known', password: goodPassword })).status,
  ).toBe(200);
});

test('[ACCT6] one administrator stays, unless the printed link says otherwise', async () => {
  const server = await startServer();
  const link = await server.staff();
  const { api, accountId } = await newAccount(link, 'administrator');
  const change = (by: Api, body: object) => by.call('PATCH', `/api/accounts/${accountId}`, body);
  expect(outcome(await change(api, { kind: 'observer' }))).toBe('409 account/last-administrator');
  expect(outcome(await change(api, { isDisabled: true }))).toBe('409 account/last-administrator');
  const reset = await api.post(`/api/accounts/${accountId}/reset`, {});
  expect(outcome(reset)).toBe('409 account/last-administrator');
  await newAccount(link, 'administrator', 'second');
  expect(outcome(await change(api, { kind: 'observer' }))).toBe('200');
  // What they were just now, they are no more.
  expect((await api.get('/api/accounts')).status).toBe(403);
});

test('[ACCT7] a password that is easily guessed is refused with a reason', async () => {
  const server = await startServer();
  const { api } = await newAccount(await server.staff(), 'facilitator', 'corazon.reyes');
  const reasons: Record<string, string> = {
    short1234: 'password/too-short',
    aaaaaaaaaaaaaaaa: 'password/too-simple',
    qwertyuiop123456: 'password/too-simple',
    '123456789012345': 'password/too-simple',
    'Password2026!': 'password/too-common',
    'welcome-welcome-1': 'password/too-common',
    'Trilogue2026!!': 'password/too-common',
    'corazon.reyes.99': 'password/like-yourself',
  };
  for (const [next, reason] of Object.entries(reasons)) {
    const reply = await api.post('/api/account/password', { current: goodPassword, next });
    expect([next, outcome(reply)]).toEqual([next, `400 ${reason}`]);
  }
  for (const next of [otherPassword, 'さくらの下で会いましょう今夜', 'Xk9-mmQ2-vvT4-pp']) {
    const now = await newAccount(await server.staff(), 'observer', `user${next.length}`);
    expect(
      (await now.api.post('/api/account/password', { current: goodPassword, next })).status,
    ).toBe(200);
  }
});

test('[ACCT9] guessing is slowed by address, by account and by code, also when done in parallel', async () => {
  const server = await startServer({
    limits: { failures: 4 },
    safety: { trustedProxies: 1 },
  });
  const administrator = await server.staff();
  await newAccount(administrator, 'facilitator', 'fe');
  const guest = server.guest();
  const attempt = (login: string, address: string, password = 'not the password') =>
    guest.post('/api/staff/sign-in', { login, password }, { 'x-forwarded-for': address });
  const wave = await Promise.all(Array.from({ length: 12 }, () => attempt('fe', '192.0.2.1')));
  expect(wave.filter(({ status }) => status === 401).length).toBe(4);
  expect(wave.filter(({ status }) => status === 429).length).toBe(8);
  // Nobody is locked out by one address …
  expect((await attempt('fe', '192.0.2.2', goodPassword)).status).toBe(200);
  // … and many addresses gain no more than five times as much, whether the login is known or not.
  for (const login of ['fe', 'nobody']) {
    const statuses: number[] = [];
    for (let index = 0; index < 24; index++) {
      statuses.push(
        (await attempt(login, `198.51.100.${index + (login === 'fe' ? 0 : 100)}`)).status,
      );
    }
    expect(statuses.filter((status) => status === 401).length).toBe(login === 'fe' ? 16 : 20);
    expect(statuses.at(-1)).toBe(429);
  }
});

test('[ACCT10] a password that was hashed at another cost is hashed anew at the next sign-in', async () => {
  const server = await startServer();
  const { login } = await newAccount(await server.staff(), 'facilitator', 'fe');
  await server.close();
  const { openSqliteStore } = await import('../../server/src/store/store.js');
  const cheap = await hash(goodPassword, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  const store = await openSqliteStore(server.dataDir);
  const account = await store.accounts.findByLogin(login);
  if (account === null) throw new Error('gone');
  await store.accounts.change(account.accountId, { passwordHash: cheap });
  await store.close();
  const again = await startServer({ dataDir: server.dataDir });
  await signIn(again.url, login);
  await again.close();
  const later = await openSqliteStore(server.dataDir);
  const now = await later.accounts.findByLogin(login);
  await later.close();
  expect(now?.passwordHash).toContain('m=19456,t=2,p=1');
});
