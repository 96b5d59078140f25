/** Invitations: limits, revocation, new codes, and seats that change hands. */
import { describe, expect, test } from 'vitest';
import { freshDatabase, hasPostgres } from '../support/postgres.js';
import { assign, newAccount, sitAs } from './support/accounts.js';
import { Api, outcome } from './support/api.js';
import { codeOf, prepare, running, sitAt } from './support/drill.js';
import {
  change,
  done,
  entryAt,
  entryOf,
  handOver,
  invitationOf,
  inviteTo,
  joinBy,
  mustJoin,
  set,
  sitBy,
  standingAt,
} from './support/entry.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

const look = (url: string, code: string) => new Api(url).post('/api/join/look', { code });

test('[INV1] a place has an invitation of its own and may have more, each with a code, a label and limits', async () => {
  const drill = await prepare(await startServer());
  const first = await standingAt(drill, 'tokyo');
  expect(first).toMatchObject({ code: codeOf(drill, 'tokyo'), standing: 'open', cap: null });
  const { invitationId, code } = await inviteTo(drill, {
    tableId: 'tokyo',
    label: 'Press',
    cap: 2,
  });
  expect(code).not.toBe(first.code);
  expect(await mustJoin(drill, code)).toMatchObject({ tableId: 'tokyo', isWaiting: false });
  expect(await invitationOf(drill, invitationId)).toMatchObject({
    ...{ label: 'Press', cap: 2, used: 1, standing: 'open', isStanding: false, person: null },
  });
  const wall = await inviteTo(drill, { role: 'observer', tableId: null });
  expect(await mustJoin(drill, wall.code)).toMatchObject({ role: 'observer', tableId: null });
  const refused = [
    { tableId: 'nowhere' },
    { tableId: 'control' },
    { tableId: null },
    { role: 'observer', tableId: 'tokyo' },
    { role: 'director', tableId: null },
    { tableId: 'tokyo', cap: 0 },
    { tableId: 'tokyo', colour: 'red' },
  ];
  for (const wish of refused) {
    const reply = await drill.staff.post(entryAt(drill, 'invitations'), wish);
    expect([wish, reply.status < 500 && reply.status >= 400]).toEqual([wish, true]);
  }
});

describe('what ends an invitation', () => {
  test('[INV2] revoked, over, replaced and unknown codes get one answer, and the code lives again when it may', async () => {
    const drill = await prepare(await startServer({ limits: { failures: 1_000 } }));
    const unknown = await look(drill.url, 'ZZZZZZZZZZ');
    expect(outcome(unknown)).toBe('404 join/unknown-code');
    const { invitationId, code } = await inviteTo(drill, { tableId: 'tokyo' });
    const isUnknown = async (dead: string) => {
      const looked = await look(drill.url, dead);
      const joined = await joinBy(drill, dead);
      for (const reply of [looked, joined]) {
        expect([reply.status, reply.text]).toEqual([unknown.status, unknown.text]);
      }
    };
    await done(change(drill, invitationId, { isRevoked: true }));
    await isUnknown(code);
    expect((await invitationOf(drill, invitationId)).standing).toBe('revoked');
    await done(change(drill, invitationId, { isRevoked: false, expiresAtMs: 1 }));
    await isUnknown(code);
    expect((await invitationOf(drill, invitationId)).standing).toBe('expired');
    const renewed = await drill.staff.must<{ code: string }>(
      entryAt(drill, `invitations/${invitationId}/renew`),
      {},
    );
    await isUnknown(code);
    expect((await look(drill.url, renewed.code)).status).toBe(200);
    await done(drill.staff.call('DELETE', entryAt(drill, `invitations/${invitationId}`)));
    await isUnknown(renewed.code);
  });

  test('[INV3] nobody who sits loses their seat by it', async () => {
    const drill = await prepare(await startServer());
    const aiko = await sitAt(drill, 'tokyo', 'Aiko');
    const { invitationId } = await standingAt(drill, 'tokyo');
    await done(change(drill, invitationId, { isRevoked: true }));
    expect((await drill.staff.links(drill.exerciseId)).tables).toMatchObject([
      { tableId: 'manila' },
    ]);
    const thread = { kind: 'table', tableId: 'tokyo' } as const;
    await aiko.player.must({ type: 'SendMessage', thread, text: 'still here' });
    aiko.player.socket.disconnect();
    await aiko.player.connect();
    // It stays the place's own: it is not taken away, it is brought back.
    const removed = await drill.staff.call('DELETE', entryAt(drill, `invitations/${invitationId}`));
    expect(outcome(removed)).toBe('409 invitation/standing');
    await done(change(drill, invitationId, { isRevoked: false }));
    expect((await look(drill.url, codeOf(drill, 'tokyo'))).status).toBe(200);
  });

  test('[INV4] one that is full says so to whoever holds it, until somebody leaves', async () => {
    const drill = await prepare(await startServer());
    const { code } = await inviteTo(drill, { tableId: 'tokyo', cap: 1 });
    const aiko = await sitBy(drill.url, await mustJoin(drill, code));
    expect((await look(drill.url, code)).body).toMatchObject({ closed: 'join/full' });
    expect(outcome(await joinBy(drill, code))).toBe('409 join/full');
    await drill.facilitator.must({ type: 'LeaveExercise', seatId: aiko.welcome?.seatId });
    expect((await look(drill.url, code)).body).toMatchObject({ closed: null });
    await mustJoin(drill, code);
  });
});

const databases = hasPostgres ? ['SQLite', 'PostgreSQL'] : ['SQLite'];
test.each(databases)(
  '[INV5] on %s no more come in than it is for, however many try at once',
  async (kind) => {
    const options = kind === 'SQLite' ? {} : { databaseUrl: await freshDatabase() };
    const server = await startServer(options);
    const drill = await prepare(server);
    // On several nodes at once, where there can be several.
    const doors = [server.url, ...(kind === 'SQLite' ? [] : [(await startServer(options)).url])];
    const { code, invitationId } = await inviteTo(drill, { tableId: 'tokyo', cap: 5 });
    const replies = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        joinBy({ url: doors[index % doors.length] ?? '' }, code, { name: `Person ${index}` }),
      ),
    );
    const outcomes = replies.map(outcome);
    expect(outcomes.filter((one) => one === '200')).toHaveLength(5);
    expect(outcomes.filter((one) => one === '409 join/full')).toHaveLength(19);
    expect(await invitationOf(drill, invitationId)).toMatchObject({ used: 5, standing: 'full' });
    await drill.facilitator.until(
      ({ roster }) => roster.filter(({ tableId }) => tableId === 'tokyo').length === 5,
      'five sit there',
    );
  },
);

test('[INV6] a facilitator of one party invites to that party’s tables, and sees nobody else’s', async () => {
  const drill = await prepare(await startServer());
  const account = await newAccount(drill.staff, 'facilitator', 'lea');
  await assign(drill.staff, drill.exerciseId, account.accountId, 'facilitator', 'ph');
  const { api } = account;
  await done(
    drill.staff.post(entryAt(drill, 'roster'), {
      text: 'name,table\nAiko,Tokyo\nJun,Manila',
    }),
  );
  const entry = await entryOf(drill, api);
  expect(entry.mayAll).toBe(false);
  expect(new Set(entry.invitations.map(({ tableId }) => tableId))).toEqual(new Set(['manila']));
  expect(api.heard.join()).not.toMatch(/Aiko/);
  const csv = await api.get(entryAt(drill, 'roster'));
  expect(csv.text).toContain('Jun');
  expect(csv.text).not.toContain('Aiko');
  const links = await api.links(drill.exerciseId);
  expect(links).toMatchObject({ tables: [{ tableId: 'manila' }], observerCode: '' });
  const tokyo = await standingAt(drill, 'tokyo');
  const { grant } = await sitAt(drill, 'tokyo', 'Aiko');
  const tries = [
    api.post(entryAt(drill, 'invitations'), { tableId: 'tokyo' }),
    api.post(entryAt(drill, 'invitations'), { role: 'observer', tableId: null }),
    api.call('PATCH', entryAt(drill, `invitations/${tokyo.invitationId}`), { cap: 1 }),
    api.post(entryAt(drill, `invitations/${tokyo.invitationId}/renew`), {}),
    api.call('PATCH', entryAt(drill, `people/${grant.seatId}`), { name: 'X' }),
    api.post(entryAt(drill, `people/${grant.seatId}/hand-over`), {}),
  ];
  for (const reply of await Promise.all(tries)) {
    expect(outcome(reply)).toBe('403 command/out-of-scope');
  }
  const preview = await api.must(entryAt(drill, 'roster/preview'), {
    text: 'name,table\nKen,Tokyo',
  });
  expect(preview).toMatchObject({ problems: [{ code: 'roster/not-your-table', line: 2 }] });
  expect((await api.post(entryAt(drill, 'invitations'), { tableId: 'manila' })).status).toBe(201);
});

test('[SEATS1] a seat is handed over once: the new device goes on where the old one was, which is signed out', async () => {
  const room = await running();
  const { drill, tokyo, facilitator } = room;
  const { seatId } = tokyo.grant;
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.must({ type: 'AcknowledgeInject', injectId: 'jp-alarm' });
  const first = await handOver(drill, seatId);
  const { code, expiresAtMs } = await handOver(drill, seatId);
  expect(expiresAtMs).toBeGreaterThan((await entryOf(drill)).nowMs);
  // The one that was asked for last counts.
  expect(outcome(await joinBy(drill, first.code))).toBe('404 join/unknown-code');
  expect((await look(drill.url, code)).body).toMatchObject({
    person: 'Aiko',
    isHandOver: true,
    table: { tableId: 'tokyo' },
  });
  const both = await Promise.all([
    joinBy(drill, code, { name: undefined }),
    joinBy(drill, code, { name: undefined }),
  ]);
  expect(both.map(outcome).sort()).toEqual(['200', '404 join/unknown-code']);
  const won = both.find(({ status }) => status === 200)?.body;
  expect(won).toMatchObject({ seatId, name: 'Aiko', tableId: 'tokyo' });
  await tokyo.player.until(({ goodbye }) => goodbye === 'seat/handed-over', 'told so');
  const token = String(won?.token);
  const place = { url: drill.url, exerciseId: drill.exerciseId };
  const again = await Person.sit({ ...place, token });
  expect(again.view).toMatchObject({
    deliveries: { 'jp-alarm': { acknowledged: { seatId } } },
  });
  await expect(Person.sit({ ...place, token: tokyo.grant.token })).rejects.toThrow();
  expect(again.socket.connected).toBe(true);
});

test('[SEATS2] whoever is removed is told so, their token opens nothing, and their hand-over neither', async () => {
  const { drill, tokyo, facilitator } = await running();
  const { seatId, token } = tokyo.grant;
  const { code } = await handOver(drill, seatId);
  await facilitator.must({ type: 'LeaveExercise', seatId });
  await tokyo.player.until(({ goodbye }) => goodbye === 'seat/gone', 'told so');
  const { url, exerciseId } = drill;
  await expect(Person.sit({ url, exerciseId, token })).rejects.toThrow();
  expect(outcome(await joinBy(drill, code))).toBe('404 join/unknown-code');
  const late = await drill.staff.post(entryAt(drill, `people/${seatId}/hand-over`), {});
  expect(outcome(late)).toBe('404 seat/unknown');
});

test('[SEATS5] an account’s seat goes to nobody else and under no other name, whatever part it has', async () => {
  const { drill, tokyo } = await running();
  for (const role of ['evaluator', 'translator', 'observer'] as const) {
    const { api, accountId, name } = await newAccount(drill.staff, 'observer', role);
    await assign(drill.staff, drill.exerciseId, accountId, role);
    const person = await sitAs(api, drill.exerciseId);
    const seatId = String(person.welcome?.seatId);
    const path = entryAt(drill, `people/${seatId}`);
    expect(outcome(await drill.staff.post(`${path}/hand-over`, {}))).toBe('404 seat/unknown');
    const renamed = await drill.staff.call('PATCH', path, { name: 'Somebody else' });
    expect(outcome(renamed)).toBe('404 seat/unknown');
    await drill.facilitator.until(({ roster }) => roster.some((one) => one.name === name));
  }
  // Of those parts, who came by a code has a seat that can go to another device.
  const evaluator = await mustJoin(drill, drill.links.evaluatorCode, { name: 'Eva' });
  expect((await handOver(drill, evaluator.seatId)).code).toMatch(/./);
  expect((await handOver(drill, tokyo.grant.seatId)).code).toMatch(/./);
});

test('[SEATS3] people are renamed and moved while they play, and their places are counted where they sit', async () => {
  const { drill, tokyo, manila, facilitator } = await running();
  const { seatId } = tokyo.grant;
  await done(drill.staff.call('PATCH', entryAt(drill, `people/${seatId}`), { name: 'Aiko Sato' }));
  await facilitator.until(({ roster }) => roster.some(({ name }) => name === 'Aiko Sato'));
  await set(drill, { device: 'table' });
  await facilitator.must({ type: 'MoveSeat', seatId, tableId: 'manila' });
  await manila.player.until(({ roster }) => roster.length === 2, 'both at one table');
  // Where she sat one device may come, where she sits none.
  await mustJoin(drill, codeOf(drill, 'tokyo'));
  expect(outcome(await joinBy(drill, codeOf(drill, 'manila')))).toBe('409 join/table-taken');
  const { facts } = await drill.staff.must<{ facts: object[] }>(entryAt(drill, 'export'));
  expect(JSON.stringify(facts)).not.toContain('Aiko');
  const staffSeat = facilitator.welcome?.seatId ?? '';
  const own = await drill.staff.call('PATCH', entryAt(drill, `people/${staffSeat}`), { name: 'X' });
  expect(outcome(own)).toBe('404 seat/unknown');
});

test('[SEATS4] who changed what about people stands in the audit log, without a name', async () => {
  const drill = await prepare(await startServer());
  const { grant } = await sitAt(drill, 'tokyo', 'Canary');
  const { invitationId } = await inviteTo(drill, { tableId: 'tokyo', label: 'Canary label' });
  await done(change(drill, invitationId, { isRevoked: true }));
  await done(drill.staff.post(entryAt(drill, `invitations/${invitationId}/renew`), {}));
  await done(drill.staff.call('DELETE', entryAt(drill, `invitations/${invitationId}`)));
  await set(drill, { admission: 'each' });
  const { code } = await handOver(drill, grant.seatId);
  await mustJoin(drill, code);
  const waiting = await mustJoin(drill, codeOf(drill, 'tokyo'), { name: 'Canary Two' });
  for (const verdict of ['admit', 'turnAway']) {
    const wish = { seatIds: [waiting.seatId], verdict };
    await done(drill.staff.post(entryAt(drill, 'admissions'), wish));
  }
  await done(drill.staff.post(entryAt(drill, 'roster'), { text: 'name,table\nCanary,Tokyo' }));
  await done(drill.staff.get(entryAt(drill, 'roster')));
  const { entries } = await drill.staff.must<{ entries: { action: string }[] }>(
    entryAt(drill, 'audit?limit=200'),
  );
  const actions = entries.map(({ action }) => action);
  for (const action of [
    ...['invitation/created', 'invitation/revoked', 'invitation/renewed', 'invitation/removed'],
    ...['entry/settings-changed', 'entry/admitted', 'person/hand-over', 'person/took-over'],
    ...['roster/imported', 'roster/exported'],
  ]) {
    expect(actions).toContain(action);
  }
  expect(actions).not.toContain('entry/turned-away');
  expect(JSON.stringify(entries)).not.toMatch(/Canary/);
  expect(JSON.stringify(entries)).not.toContain(code);
});
