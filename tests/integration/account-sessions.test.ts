/** Sessions of accounts: which end when a password changes, somebody signs out or in anew, or is disabled. */
import { expect, test } from 'vitest';
import { assign, goodPassword, newAccount, signIn, sitAs } from './support/accounts.js';
import { Api, outcome } from './support/api.js';
import { prepare } from './support/drill.js';
import { startServer } from './support/server.js';

const otherPassword = 'seven lanterns by the pier';

test('[ACCT5] a new password ends every other session and its connections, and not this one', async () => {
  const { server, here, there, screen } = await onTwoDevices();
  const reply = await here.post('/api/account/password', {
    current: 'not this one',
    next: otherPassword,
  });
  expect(outcome(reply)).toBe('403 staff/wrong-own-password');
  expect(screen.socket.connected).toBe(true);
  await here.must('/api/account/password', { current: goodPassword, next: otherPassword });
  await screen.until(({ socket }) => !socket.connected, 'the other device is cut off');
  expect((await there.get('/api/account')).status).toBe(401);
  expect((await here.get('/api/account')).status).toBe(200);
  expect(
    (await server.guest().post('/api/staff/sign-in', { login: 'fe', password: goodPassword }))
      .status,
  ).toBe(401);
  await signIn(server.url, 'fe', otherPassword);
});

test('[ACCT5] signing out everywhere ends every session, this one too', async () => {
  const { here, there, screen } = await onTwoDevices();
  const { cookie } = here;
  await here.must('/api/account/sign-out-everywhere', {});
  await screen.until(({ socket }) => !socket.connected, 'the other device is cut off');
  here.cookie = cookie;
  expect((await here.get('/api/account')).status).toBe(401);
  expect((await there.get('/api/account')).status).toBe(401);
});

test('[ACCT5] signing in anew leaves no session behind in the same browser', async () => {
  const server = await startServer();
  const api = await server.staff();
  await newAccount(api, 'facilitator', 'fe');
  const { cookie } = api;
  await api.must('/api/staff/sign-in', { login: 'fe', password: goodPassword });
  const old = new Api(server.url);
  old.cookie = cookie;
  expect((await old.get('/api/account')).status).toBe(401);
});

test('[ACCT6] who is disabled is out at once, and back when enabled', async () => {
  const { server, administrator, accountId, there, screen } = await onTwoDevices();
  const set = (isDisabled: boolean) =>
    administrator.call('PATCH', `/api/accounts/${accountId}`, { isDisabled });
  expect((await set(true)).status).toBe(200);
  await screen.until(({ socket }) => !socket.connected, 'the connection is closed');
  expect((await there.get('/api/account')).status).toBe(401);
  await set(false);
  // Sessions from before stay ended.
  expect((await there.get('/api/account')).status).toBe(401);
  await signIn(server.url, 'fe');
});

async function onTwoDevices() {
  const server = await startServer();
  const drill = await prepare(server);
  const { api: here, accountId } = await newAccount(drill.staff, 'observer', 'fe');
  await assign(drill.staff, drill.exerciseId, accountId, 'facilitator');
  const there = await signIn(server.url, 'fe');
  const screen = await sitAs(there, drill.exerciseId);
  return { server, administrator: drill.staff, accountId, here, there, screen };
}
