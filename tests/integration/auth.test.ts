import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import { Api, casting } from './support/api.js';
import { codeOf, prepare, running, sitAt } from './support/drill.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

test('[AUTH1] without the staff’s cookie nothing of the staff’s is to be had', async () => {
  const server = await startServer();
  const guest = server.guest();
  const id = 'abcdefghijkl';
  for (const path of [
    'scenarios',
    'exercises',
    `exercises/${id}/links`,
    `exercises/${id}/export`,
  ]) {
    expect(await guest.get(`/api/${path}`)).toMatchObject({
      status: 401,
      body: { code: 'staff/no-session' },
    });
  }
  expect((await guest.post('/api/exercises', {})).status).toBe(401);
  expect((await guest.post(`/api/exercises/${id}/staff-seat`, { name: 'X' })).status).toBe(401);
  guest.cookie = 'trilogue_staff=made-up';
  expect((await guest.get('/api/staff/session')).status).toBe(401);
  const wrong = await guest.post('/api/staff/session', { secret: 'x'.repeat(43) });
  expect(wrong).toMatchObject({ status: 401, body: { code: 'staff/wrong-secret' } });
});

test('[AUTH2] the link’s secret becomes a cookie that survives a restart; the secret does not', async () => {
  const server = await startServer();
  const staff = server.guest();
  const reply = await staff.signIn(server.staffLink);
  expect(reply.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
  expect((await staff.get('/api/staff/session')).body).toEqual({ ok: true });
  await server.close();

  const again = await startServer({ dataDir: server.dataDir });
  const back = new Api(again.url);
  back.cookie = staff.cookie;
  expect((await back.get('/api/staff/session')).status).toBe(200);
  const late = again.guest();
  expect((await late.signIn(server.staffLink)).status).toBe(401);
  expect((await late.signIn(again.staffLink)).status).toBe(200);
  // Signing out ends the session, not only the cookie.
  const { cookie } = back;
  await back.call('DELETE', '/api/staff/session');
  back.cookie = cookie;
  expect((await back.get('/api/staff/session')).status).toBe(401);
});

test('[AUTH3] a wrong code always gets the same answer, and soon none', async () => {
  const drill = await prepare(await startServer({ limits: { failures: 3 } }));
  const guest = new Api(drill.url);
  const good = { code: codeOf(drill, 'tokyo'), name: 'Aiko', language: 'ja' };
  const tries = ['ZZZZZZZZZZ', 'QQQQQQ', `${good.code.slice(0, 9)}A`];
  const replies = [];
  for (const code of tries) replies.push(await guest.post('/api/join/look', { code }));
  expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(replies[0]).toMatchObject({ status: 404, body: { code: 'join/unknown-code' } });
  expect(await guest.post('/api/join', good)).toMatchObject({
    status: 429,
    body: { code: 'http/too-many' },
  });
});

test('[AUTH4] right codes cost nothing, so a whole room may share an address', async () => {
  const drill = await prepare(await startServer({ limits: { failures: 3 } }));
  const guest = new Api(drill.url);
  const code = codeOf(drill, 'manila');
  // As people type it: in groups, in small letters.
  const typed = `${code.slice(0, 5)}-${code.slice(5)} `.toLowerCase();
  for (let index = 0; index < 8; index++) {
    const look = await guest.post('/api/join/look', { code: typed });
    expect(look.body).toMatchObject({
      role: 'player',
      stage: 'lobby',
      table: { tableId: 'manila', teams: ['Customs', 'National CERT'] },
    });
  }
  expect(code).toMatch(/^[2-9CDFGHJKMNPQRSTVWXYZ]{10}$/);
});

test('[AUTH5] nobody sits down before the lobby is open', async () => {
  const server = await startServer();
  const staff = await server.staff();
  const exerciseId = await staff.create();
  await staff.staffSeat(exerciseId);
  const facilitator = await Person.sit({ url: server.url, exerciseId, cookie: staff.cookie });
  await facilitator.must({ type: 'CastTeams', casting });
  const links = await staff.links(exerciseId);
  const reply = await new Api(server.url).post('/api/join', {
    code: links.tables[0]?.code,
    name: 'Aiko',
    language: 'ja',
  });
  expect(reply).toMatchObject({ status: 409, body: { code: 'exercise/not-now' } });
  await facilitator.must({ type: 'OpenLobby' });
  const { seats } = await staff.must<{ seats: object[] }>(`/api/exercises/${exerciseId}/export`);
  expect(seats).toHaveLength(1);
});

test('[AUTH6] a table keeps its code through a new casting; a dropped table’s code goes', async () => {
  const { staff, exerciseId, facilitator, links } = await prepare(await startServer());
  const [tokyo] = casting.tables;
  await facilitator.must({
    type: 'CastTeams',
    casting: {
      tables: [...(tokyo ? [tokyo] : []), { tableId: 'cebu', name: 'Cebu', teamIds: ['ph-cert'] }],
      controlled: ['ph-customs'],
    },
  });
  const now = await staff.links(exerciseId);
  expect(now.tables.map(({ tableId }) => tableId)).toEqual(['tokyo', 'cebu']);
  expect(now.tables[0]).toEqual(links.tables[0]);
  expect(now.observerCode).toBe(links.observerCode);
  const gone = await new Api(staff.url).post('/api/join/look', { code: links.tables[1]?.code });
  expect(gone.status).toBe(404);
});

test('[AUTH7] a staff session has one seat in an exercise, however often it asks', async () => {
  const server = await startServer();
  const { staff, exerciseId, facilitator } = await prepare(server);
  const seats = await Promise.all([staff.staffSeat(exerciseId), staff.staffSeat(exerciseId)]);
  expect(new Set(seats.map(({ seatId }) => seatId))).toEqual(
    new Set([facilitator.welcome?.seatId]),
  );
  const colleague = await server.staff();
  const other = await colleague.staffSeat(exerciseId, 'Ken');
  expect(other.seatId).not.toBe(facilitator.welcome?.seatId);
});

test('[AUTH8] a socket needs a seat, the same protocol, and a page of ours', async () => {
  const { url, exerciseId, tokyo } = await running();
  const refused = (auth: object, extraHeaders: Record<string, string> = {}) =>
    new Promise((resolve) => {
      const socket = io(url, {
        forceNew: true,
        reconnection: false,
        transports: ['websocket'],
        auth,
        extraHeaders,
      });
      socket.on('connect_error', (error) => {
        const { data } = error as { data?: { code?: string } };
        resolve(data?.code ?? 'closed');
      });
      socket.on('connect', () => {
        socket.disconnect();
        resolve('let in');
      });
    });
  const { token } = tokyo.grant;
  expect(await refused({ protocolVersion, exerciseId })).toBe('seat/unknown');
  expect(await refused({ protocolVersion, exerciseId, token: 'x'.repeat(43) })).toBe(
    'seat/unknown',
  );
  expect(await refused({ protocolVersion, exerciseId: 'nowhere', token })).toBe('seat/unknown');
  expect(await refused({ protocolVersion: protocolVersion + 1, token, shape: 'new' })).toBe(
    'protocol/version',
  );
  expect(await refused({ nothing: true })).toBe('command/invalid');
  const good = { protocolVersion, exerciseId, token };
  expect(await refused(good, { origin: 'http://evil.example' })).toBe('closed');
  expect(await refused(good, { origin: url })).toBe('let in');
});

test('[AUTH9] requests that change something come from our own pages only', async () => {
  const server = await startServer();
  const staff = await server.staff();
  const body = { scenarioId: 'two-tables', title: 'x', pace: 'auto', mode: 'coach' };
  const foreign = { origin: 'http://evil.example' };
  expect(await staff.post('/api/exercises', body, foreign)).toMatchObject({
    status: 403,
    body: { code: 'http/foreign-origin' },
  });
  expect((await staff.post('/api/exercises', body, { origin: server.url })).status).toBe(201);
});

test('[AUTH10] a seat outlives a reload and a restart by its token; only hashes are on the disk', async () => {
  const server = await startServer();
  const drill = await prepare(server);
  const { grant, player } = await sitAt(drill, 'tokyo', 'Aiko');
  player.socket.disconnect();
  await player.connect();
  expect((await player.subscribe(null)).seatId).toBe(grant.seatId);
  await server.close();
  const kept = readdirSync(server.dataDir).map((name) => readFileSync(join(server.dataDir, name)));
  const isOnDisk = (text: string) => kept.some((bytes) => bytes.includes(text));
  // What must be found shows that the search finds.
  expect(isOnDisk(drill.exerciseId)).toBe(true);
  const secrets = {
    token: grant.token,
    link: server.staffLink.slice(server.staffLink.indexOf('#') + 1),
    cookie: drill.staff.cookie?.split('=')[1] ?? '',
  };
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret.length, name).toBeGreaterThan(20);
    expect(isOnDisk(secret), name).toBe(false);
  }
  const again = await startServer({ dataDir: server.dataDir });
  const back = await Person.sit({
    url: again.url,
    exerciseId: drill.exerciseId,
    token: grant.token,
  });
  expect(back.welcome).toMatchObject({ seatId: grant.seatId, roster: [{ name: 'Aiko' }] });
});

test('[HTTP1] problems are JSON with a code; unknown routes and wrong bodies say so', async () => {
  const server = await startServer();
  const staff = await server.staff();
  expect(await staff.get('/api/nowhere')).toMatchObject({
    status: 404,
    body: { ok: false, code: 'http/unknown' },
  });
  expect(await staff.post('/api/exercises', { title: 'x' })).toMatchObject({
    status: 400,
    body: { code: 'http/invalid', message: expect.stringContaining('scenarioId') },
  });
  expect(await staff.post('/api/exercises', { huge: 'x'.repeat(200_000) })).toMatchObject({
    status: 413,
    body: { code: 'http/too-large' },
  });
  expect(await staff.get('/api/exercises/abcdefghijkl/links')).toMatchObject({
    status: 404,
    body: { code: 'exercise/unknown' },
  });
  expect(await staff.must('/api/scenarios')).toMatchObject([
    { id: 'two-tables', injectCount: 5, phaseCount: 2, parties: [{ id: 'jp' }, { id: 'ph' }] },
  ]);
});

test('[HTTP2] pages carry a strict policy, and /healthz tells the version', async () => {
  const server = await startServer();
  const page = await server.guest().get('/play/somewhere');
  expect(page.text).toContain('npm start');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain(`ws://${new URL(server.url).host}`);
  expect(page.headers.get('strict-transport-security')).toBeNull();
  expect((await server.guest().get('/healthz')).body).toMatchObject({ ok: true });
});
