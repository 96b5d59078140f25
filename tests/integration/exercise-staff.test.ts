/** What accounts are in an exercise: directing their own, assigned to others', and no longer. */
import type { ExerciseStaff } from '@trilogue/engine/protocol/accounts';
import type { ExerciseCard } from '@trilogue/engine/protocol/http';
import { describe, expect, test } from 'vitest';
import { freshDatabase, hasPostgres } from '../support/postgres.js';
import { assign, newAccount, signIn, sitAs } from './support/accounts.js';
import { type Api, outcome } from './support/api.js';
import { prepare } from './support/drill.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

test('[STAFF1] who creates an exercise directs it; others come by being assigned', async () => {
  const server = await startServer();
  const link = await server.staff();
  const fe = await newAccount(link, 'facilitator', 'fe');
  const eva = await newAccount(link, 'evaluator', 'eva');
  const exerciseId = await fe.api.create();
  const cardsOf = async (api: Api) =>
    (await api.must<ExerciseCard[]>('/api/exercises')).map((card) => [card.role, card.partyId]);
  expect(await cardsOf(fe.api)).toEqual([['director', null]]);
  expect(await cardsOf(eva.api)).toEqual([]);
  expect(await cardsOf(link)).toEqual([['director', null]]);
  const staffOf = () => fe.api.must<ExerciseStaff>(`/api/exercises/${exerciseId}/staff`);
  expect(await staffOf()).toMatchObject({
    staff: [{ accountId: fe.accountId, role: 'director' }],
    others: [{ accountId: eva.accountId, name: 'Ms eva', kind: 'evaluator' }],
    parties: [{ partyId: 'jp' }, { partyId: 'ph' }],
  });
  // Names and kinds are all that a director learns of colleagues.
  expect(Object.keys((await staffOf()).others[0] ?? {}).sort()).toEqual([
    'accountId',
    'kind',
    'name',
  ]);
  await assign(fe.api, exerciseId, eva.accountId, 'facilitator', 'ph');
  expect(await cardsOf(eva.api)).toEqual([['facilitator', 'ph']]);
  const put = (body: object) =>
    fe.api.call('PUT', `/api/exercises/${exerciseId}/staff/${eva.accountId}`, body);
  expect(outcome(await put({ role: 'facilitator', partyId: 'atlantis' }))).toBe(
    '409 seat/unknown-party',
  );
  expect(outcome(await put({ role: 'evaluator', partyId: 'ph' }))).toBe('400 http/invalid');
  expect(outcome(await put({ role: 'player' }))).toBe('400 http/invalid');
});

test('[STAFF2] an account has one seat in an exercise, on every device, under its own name', async () => {
  const server = await startServer();
  const drill = await prepare(server);
  const { api, accountId } = await newAccount(drill.staff, 'observer', 'eva');
  await assign(drill.staff, drill.exerciseId, accountId, 'evaluator');
  const seat = await api.staffSeat(drill.exerciseId, 'Somebody else');
  const elsewhere = await signIn(server.url, 'eva');
  const same = await elsewhere.staffSeat(drill.exerciseId, 'A third');
  expect(same).toMatchObject({ seatId: seat.seatId, role: 'evaluator' });
  const person = await sitAs(elsewhere, drill.exerciseId);
  // The room is told in a moment who came.
  await person.until(({ roster }) =>
    roster.some((one) => one.seatId === seat.seatId && one.name === 'Ms eva'),
  );
});

test('[STAFF3] whose part changes leaves their seat and comes back as what they are now', async () => {
  const drill = await prepare(await startServer());
  const { exerciseId, staff } = drill;
  const { api, accountId } = await newAccount(staff, 'observer', 'eva');
  await assign(staff, exerciseId, accountId, 'facilitator');
  const person = await sitAs(api, exerciseId);
  await person.must({ type: 'SetPace', pace: 'auto' });
  await assign(staff, exerciseId, accountId, 'facilitator', 'jp');
  await person.until(({ socket }) => !socket.connected, 'the seat is gone');
  expect(person.goodbye).toBe('seat/gone');
  const limited = await sitAs(api, exerciseId);
  expect(await limited.do({ type: 'SetPace', pace: 'auto' })).toMatchObject({
    code: 'command/out-of-scope',
  });
  // An observer's seat sees a wall and nothing of the staff's.
  await assign(staff, exerciseId, accountId, 'observer');
  const wall = await sitAs(api, exerciseId);
  expect(wall.welcome?.audience).toEqual({ role: 'observer' });
  const gone = await staff.call('DELETE', `/api/exercises/${exerciseId}/staff/${accountId}`);
  expect(gone.status).toBe(200);
  await wall.until(({ socket }) => !socket.connected, 'no longer there');
  expect((await api.post(`/api/exercises/${exerciseId}/staff-seat`, { name: 'x' })).status).toBe(
    404,
  );
  await expect(
    new Person({ url: drill.url, exerciseId, cookie: api.cookie }).connect(),
  ).rejects.toMatchObject({ data: { code: 'seat/unknown' } });
});

test('[STAFF3] an administrator who is one no longer keeps no director’s seat', async () => {
  const drill = await prepare(await startServer());
  const { api, accountId } = await newAccount(drill.staff, 'administrator', 'ann');
  const person = await sitAs(api, drill.exerciseId);
  await person.must({ type: 'SetPace', pace: 'auto' });
  await drill.staff.call('PATCH', `/api/accounts/${accountId}`, { kind: 'observer' });
  await person.until(({ socket }) => !socket.connected, 'the connection is closed');
  await expect(
    new Person({ url: drill.url, exerciseId: drill.exerciseId, cookie: api.cookie }).connect(),
  ).rejects.toMatchObject({ data: { code: 'seat/unknown' } });
});

describe.skipIf(!hasPostgres)('two nodes on one database', () => {
  test('[STAFF4] what is decided of an account on one node holds on the other at once', async () => {
    const databaseUrl = await freshDatabase();
    const one = await startServer({ databaseUrl });
    const other = await startServer({ databaseUrl });
    const drill = await prepare(one);
    const { exerciseId, staff } = drill;
    const { accountId } = await newAccount(staff, 'observer', 'eva');
    await assign(staff, exerciseId, accountId, 'facilitator', 'jp');
    const there = await signIn(other.url, 'eva');
    const person = await sitAs(there, exerciseId);
    expect(await person.do({ type: 'PauseClock' })).toMatchObject({ code: 'command/out-of-scope' });
    await assign(staff, exerciseId, accountId, 'evaluator');
    await person.until(({ socket }) => !socket.connected, 'the seat is gone');
    const again = await sitAs(there, exerciseId);
    const path = `/api/accounts/${accountId}`;
    expect((await staff.call('PATCH', path, { isDisabled: true })).status).toBe(200);
    await again.until(({ socket }) => !socket.connected, 'the connection is closed');
    expect((await there.get('/api/account')).status).toBe(401);
    const taken = { login: 'eva', name: 'Eva', kind: 'observer' };
    expect(outcome(await there.post('/api/accounts', taken))).toBe('401 staff/no-session');
    expect(outcome(await staff.post('/api/accounts', taken))).toBe('409 account/login-taken');
  });
});
