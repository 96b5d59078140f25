/** The second factor of an account: confirmed, asked for, used once, taken off, and kept secret. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Myself } from '@trilogue/engine/protocol/accounts';
import { expect, test } from 'vitest';
import { createLog } from '../../server/src/log.js';
import { goodPassword, invite, signIn, tokenIn } from './support/accounts.js';
import { outcome } from './support/api.js';
import { withSecondFactor } from './support/second-factor.js';

const otherPassword = 'seven lanterns by the pier';

test('[ACCT4] a second factor is asked for once a code has confirmed it, and each code opens once', async () => {
  const { server, account, codeNow, recoveryCodes } = await withSecondFactor();
  const { login } = account;
  const guest = server.guest();
  const attempt = (code?: string, password = goodPassword) =>
    guest.post('/api/staff/sign-in', { login, password, ...(code === undefined ? {} : { code }) });
  expect(outcome(await attempt())).toBe('401 staff/code-needed');
  // Without the password nobody learns that there is one.
  expect(outcome(await attempt(undefined, 'wrong one'))).toBe('401 staff/wrong-password');
  expect(outcome(await attempt(codeNow(), 'wrong one'))).toBe('401 staff/wrong-password');
  // The code that confirmed it is used up.
  expect(outcome(await attempt(codeNow(0)))).toBe('401 staff/wrong-code');
  expect(outcome(await attempt('000000'))).toBe('401 staff/wrong-code');
  const next = codeNow(1);
  const both = await Promise.all([attempt(next), attempt(next)]);
  expect(both.map(outcome).sort()).toEqual(['200', '401 staff/wrong-code']);
  expect(outcome(await attempt(next))).toBe('401 staff/wrong-code');
  // And no earlier one counts any more.
  expect(outcome(await attempt(codeNow(-1)))).toBe('401 staff/wrong-code');
  const [first = '', second = ''] = recoveryCodes;
  const spaced = first.toLowerCase().replace(/(.{4})/g, '$1-');
  expect(outcome(await attempt(spaced))).toBe('200');
  expect(outcome(await attempt(first))).toBe('401 staff/wrong-code');
  expect(outcome(await attempt(second))).toBe('200');
  const mine = await account.api.must<Myself>('/api/account');
  expect(mine.account).toMatchObject({ hasSecondFactor: true, recoveryCodesLeft: 8 });
});

test('[ACCT4] the second factor outlives a new password, and goes by password and code', async () => {
  const { account, server, codeNow, recoveryCodes } = await withSecondFactor();
  const { api, login } = account;
  await api.must('/api/account/password', { current: goodPassword, next: otherPassword });
  const attempt = (code: string) =>
    server.guest().post('/api/staff/sign-in', { login, password: otherPassword, code });
  expect(outcome(await attempt(codeNow(1)))).toBe('200');
  const off = (code: string, password = otherPassword) =>
    api.post('/api/account/second-factor/off', { password, code });
  expect(outcome(await off('000000'))).toBe('403 staff/wrong-code');
  expect(outcome(await off(recoveryCodes[0] ?? '', goodPassword))).toBe(
    '403 staff/wrong-own-password',
  );
  expect(outcome(await off(recoveryCodes[0] ?? ''))).toBe('200');
  await signIn(server.url, login, otherPassword);
});

test('[ACCT6] after a reset neither password nor second factor counts, until the link was used', async () => {
  const { server, account, administrator } = await withSecondFactor();
  const { accountId, login, api } = account;
  const { path } = await administrator.must<{ path: string }>(
    `/api/accounts/${accountId}/reset`,
    {},
  );
  expect((await api.get('/api/account')).status).toBe(401);
  const old = await server.guest().post('/api/staff/sign-in', { login, password: goodPassword });
  expect(outcome(old)).toBe('401 staff/wrong-password');
  // A second link makes the first one void.
  const newer = await administrator.must<{ path: string }>(`/api/accounts/${accountId}/reset`, {});
  const use = (token: string) =>
    server.guest().post('/api/staff/one-time-link', { token, password: otherPassword });
  expect((await use(tokenIn(path))).status).toBe(404);
  expect((await use(tokenIn(newer.path))).status).toBe(200);
  await signIn(server.url, login, otherPassword);
});

test('[ACCT8] no secret stands in the clear on the disk or in the log', async () => {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  const { server, account, offer, recoveryCodes, administrator } = await withSecondFactor({ log });
  const { path } = await invite(administrator, 'observer', 'later');
  await account.api.post('/api/account/password', { current: 'a wrong one', next: otherPassword });
  const secrets: Record<string, string> = {
    password: goodPassword,
    'a wrong password': 'a wrong one',
    'first administrator': tokenIn(server.firstAdministratorLink ?? ''),
    invitation: tokenIn(path),
    cookie: account.api.cookie?.split('=')[1] ?? '',
    'second factor': offer.secret,
    'recovery code': recoveryCodes[3] ?? '',
  };
  await server.close();
  const kept = readdirSync(server.dataDir).map((name) => readFileSync(join(server.dataDir, name)));
  const isOnDisk = (text: string) => kept.some((bytes) => bytes.includes(text));
  // What must be found shows that the search finds.
  expect(isOnDisk('$argon2id$v=19$m=19456,t=2,p=1$')).toBe(true);
  expect(lines.join('')).toContain('/api/staff/one-time-link');
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret.length, name).toBeGreaterThan(10);
    expect(isOnDisk(secret), name).toBe(false);
    expect(lines.join('').includes(secret), name).toBe(false);
  }
});

test('[ACCT9] whoever knows the password gets few guesses at the code', async () => {
  const { server, account } = await withSecondFactor({ limits: { failures: 6 } });
  const guest = server.guest();
  const statuses: number[] = [];
  for (let index = 0; index < 5; index++) {
    const body = { login: account.login, password: goodPassword, code: `00000${index}` };
    statuses.push((await guest.post('/api/staff/sign-in', body)).status);
  }
  // Half as many as of anything else; one went when the factor was confirmed.
  expect(statuses).toEqual([401, 401, 429, 429, 429]);
});
