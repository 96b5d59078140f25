/** An account whose second factor is on, and the codes that its app would show. */
import type { RecoveryCodes, SecondFactorOffer } from '@trilogue/engine/protocol/accounts';
import { Secret, TOTP } from 'otpauth';
import { expect } from 'vitest';
import { goodPassword, newAccount, signIn } from './accounts.js';
import { outcome } from './api.js';
import { startServer } from './server.js';

/** Confirmed with the code of now; `codeNow` gives those of the steps around it. */
export async function withSecondFactor(options: Parameters<typeof startServer>[0] = {}) {
  const server = await startServer({ ...options, limits: { failures: 100, ...options.limits } });
  const administrator = await server.staff();
  const account = await newAccount(administrator, 'facilitator', 'fe');
  const { api, login } = account;
  const password = goodPassword;
  const offer = await api.must<SecondFactorOffer>('/api/account/second-factor', { password });
  expect(offer.uri).toBe(
    `otpauth://totp/Trilogue:fe?issuer=Trilogue&secret=${offer.secret}&algorithm=SHA1&digits=6&period=30`,
  );
  // Offered is not on.
  await signIn(server.url, login);
  const totp = new TOTP({ secret: Secret.fromBase32(offer.secret) });
  const startedMs = Date.now();
  const codeNow = (steps = 0) => totp.generate({ timestamp: startedMs + steps * 30_000 });
  const confirm = (code: string) =>
    api.post('/api/account/second-factor/confirm', { password, code });
  expect(outcome(await confirm('000000'))).toBe('403 staff/wrong-code');
  const confirmed = await confirm(codeNow());
  expect(confirmed.status).toBe(200);
  const { recoveryCodes } = confirmed.body as unknown as RecoveryCodes;
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(outcome(await api.post('/api/account/second-factor', { password }))).toBe(
    '409 account/second-factor-on',
  );
  return { server, administrator, account, offer, codeNow, recoveryCodes };
}
