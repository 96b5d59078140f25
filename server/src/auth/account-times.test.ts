/** What comes to an end by time: links, sessions. Over a real store, with a clock that is set. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../store/store.js';
import { createAccounts, linkMs } from './accounts.js';
import { isPassword } from './passwords.js';
import { seal, unseal } from './sealed.js';
import { staffAuth, staffIdleMs, staffSessionMs } from './staff-auth.js';
import { newTotpSecret, stepOf } from './totp.js';

const password = 'tarsier-on-the-quay-42';
const startMs = Date.parse('2026-12-01T00:00:00Z');

async function room() {
  const dataDir = mkdtempSync(join(tmpdir(), 'trilogue-'));
  const store = await openSqliteStore(dataDir);
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const clock = { nowMs: startMs };
  const nowMs = () => clock.nowMs;
  const hungUp: string[] = [];
  const accounts = createAccounts({
    accounts: store.accounts,
    links: store.links,
    sessions: store.staff,
    nowMs,
    hangUp: (session) => void hungUp.push(session),
  });
  const staff = staffAuth(store.staff, store.accounts, nowMs, false);
  const invitation = async () => {
    const made = await accounts.invite({ login: 'eva', name: 'Eva', kind: 'evaluator' });
    if (typeof made === 'string') throw new Error(made);
    return { ...made, token: made.path.slice(made.path.indexOf('#') + 1) };
  };
  return { store, clock, accounts, staff, hungUp, invitation };
}

test('[ACCT11] a one-time link opens until its time, and then as if it had never been', async () => {
  const { clock, accounts, invitation } = await room();
  const { token, accountId, expiresAtMs } = await invitation();
  expect(expiresAtMs).toBe(startMs + linkMs.invitation);
  clock.nowMs = expiresAtMs - 1;
  expect(await accounts.look(token)).toMatchObject({ purpose: 'invitation' });
  clock.nowMs = expiresAtMs;
  expect(await accounts.look(token)).toBeNull();
  expect(await accounts.useLink(token, { password })).toBe('staff/unknown-link');
  const reset = await accounts.reset(accountId, true);
  expect(reset).toMatchObject({ expiresAtMs: clock.nowMs + linkMs.reset });
});

test('[ACCT11] a session ends after a week, and after a day in which nobody used it', async () => {
  const { clock, accounts, staff, invitation } = await room();
  const { token } = await invitation();
  const account = await accounts.useLink(token, { password });
  if (typeof account === 'string') throw new Error(account);
  const cookie = `trilogue_staff=${await staff.open(account.accountId)}`;
  const stands = async () => (await staff.callerOf(cookie)) !== null;
  for (let day = 0; day < 6; day++) {
    clock.nowMs += staffIdleMs;
    expect(await stands()).toBe(true);
  }
  clock.nowMs = startMs + staffSessionMs - 1;
  expect(await stands()).toBe(true);
  expect(await staff.sweep()).toEqual([]);
  clock.nowMs = startMs + staffSessionMs;
  expect(await stands()).toBe(false);
  // Its connections are closed with it.
  expect(await staff.sweep()).toHaveLength(1);

  const idle = `trilogue_staff=${await staff.open(account.accountId)}`;
  clock.nowMs += staffIdleMs + 1;
  expect(await staff.callerOf(idle)).toBeNull();
});

test('[ACCT11] a code counts half a minute before and after its own', () => {
  const secret = newTotpSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  // The known vectors of RFC 6238, of whose eight digits an app shows six.
  const known = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(stepOf(known, '287082', 59_000)).toBe(1);
  expect(stepOf(known, '081804', 1_111_111_109_000)).toBe(37_037_036);
  expect(stepOf(known, '287082', 59_000 + 30_000)).toBe(1);
  expect(stepOf(known, '287082', 59_000 + 61_000)).toBeNull();
  expect(stepOf(known, '28708', 59_000)).toBeNull();
});

test('[ACCT11] what is sealed opens with its password, and with no other', async () => {
  const sealed = await seal('JBSWY3DPEHPK3PXP', password);
  expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
  expect(await unseal(sealed, password)).toBe('JBSWY3DPEHPK3PXP');
  expect(await unseal(sealed, `${password}!`)).toBeNull();
  expect(await seal('JBSWY3DPEHPK3PXP', password)).not.toBe(sealed);
});

test('[ACCT11] a password is the same however a keyboard composed it', async () => {
  const { accounts, invitation } = await room();
  const { token } = await invitation();
  const account = await accounts.useLink(token, { password: 'カフェで会いましょう、café' });
  if (typeof account === 'string') throw new Error(account);
  const decomposed = 'カフェで会いましょう、café'.normalize('NFD');
  expect(await isPassword(account.passwordHash, decomposed)).toBe(true);
  expect(await isPassword(null, password)).toBe(false);
});
