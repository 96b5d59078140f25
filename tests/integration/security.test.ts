/** Limits, headers, origins, and answers that give nothing away. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../server/src/log.js';
import { selfMadeCertificate } from '../../server/src/tls/certificate.js';
import { createWebServer } from '../../server/src/tls/web-server.js';
import { Api } from './support/api.js';
import { prepare, running, sitAt } from './support/drill.js';
import { startServer, type TestServer, tempDir } from './support/server.js';

/** What a handshake ends with: "let in", a code, or why the line was closed. */
function knock(url: string, auth: object, options: object = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = io(url, {
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      auth,
      ...options,
    });
    onTestFinished(() => void socket.disconnect());
    socket.on('connect_error', (error) => {
      const { data } = error as { data?: { code?: string } };
      resolve(data?.code ?? 'closed');
    });
    socket.on('connect', () => resolve('let in'));
  });
}

test('[SEC1] every answer, whatever it is, carries the headers that keep a browser in bounds', async () => {
  const server = await startServer();
  const staff = await server.staff();
  for (const path of [
    '/',
    '/play/x',
    '/healthz',
    '/readyz',
    '/metrics',
    '/api/scenarios',
    '/api/x',
  ]) {
    const { headers, status } = await staff.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'self'");
    expect(policy, path).toContain("script-src 'self';script-src-attr 'none'");
    expect(policy, path).toContain("object-src 'none';base-uri 'none';form-action 'self'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy.replace("style-src 'self' 'unsafe-inline'", ''), path).not.toContain('unsafe');
    expect(Object.fromEntries(headers), `${path} ${status}`).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'x-request-id': expect.any(String),
    });
    expect(headers.get('x-powered-by')).toBeNull();
  }
  const lost = await staff.get('/assets/lost.js');
  expect([lost.status, lost.headers.get('x-content-type-options')]).toEqual([404, 'nosniff']);
});

test('[SEC2] what another site sends in this browser’s name is refused, over HTTP and sockets', async () => {
  const server = await startServer();
  const { staff, exerciseId } = await prepare(server);
  const body = { scenarioId: 'two-tables', title: 'x', pace: 'auto', mode: 'coach' };
  const handshake = { protocolVersion, exerciseId };
  const cookie = staff.cookie ?? '';
  const host = new URL(server.url).host;
  for (const headers of [
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: `http://${host}.evil.example` },
    { origin: server.url, 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ] as Record<string, string>[]) {
    const said = JSON.stringify(headers);
    expect((await staff.post('/api/exercises', body, headers)).status, said).toBe(403);
    for (const transports of [['websocket'], ['polling']]) {
      const extraHeaders = { ...headers, cookie };
      expect(await knock(server.url, handshake, { extraHeaders, transports }), said).toBe('closed');
    }
  }
  const own = { cookie, origin: server.url };
  expect(await knock(server.url, handshake, { extraHeaders: own })).toBe('let in');
});

test('[SEC3] a code, a seat or an exercise that is not there answers like one that is another’s', async () => {
  const server = await startServer();
  const drill = await running(server);
  const { exerciseId, tokyo } = drill;
  const other = await drill.staff.create();
  const guest = new Api(server.url);
  const token = 'x'.repeat(43);
  const ends = await Promise.all([
    knock(server.url, { protocolVersion, exerciseId, token }),
    knock(server.url, { protocolVersion, exerciseId: 'nowhere-at-all', token }),
    knock(server.url, { protocolVersion, exerciseId: other, token: tokyo.grant.token }),
    knock(server.url, { protocolVersion, exerciseId }),
  ]);
  expect(new Set(ends)).toEqual(new Set(['seat/unknown']));
  const answers = async (paths: string[], headers: Record<string, string> = {}) =>
    new Set(
      await Promise.all(
        paths.map(async (path) => {
          const { status, text } = await guest.call('GET', path, undefined, headers);
          return `${status} ${text}`;
        }),
      ),
    );
  for (const rest of ['links', 'export', 'audit']) {
    const paths = [exerciseId, 'nowhere-at-all'].map((id) => `/api/exercises/${id}/${rest}`);
    expect((await answers(paths)).size, rest).toBe(1);
  }
  const hash = 'a'.repeat(64);
  const files = [exerciseId, other, 'nowhere-at-all'].flatMap((id) => [
    `/api/exercises/${id}/attachments?inject=ph-manifest`,
    `/api/exercises/${id}/attachments/${hash}`,
  ]);
  const bearer = { authorization: `Bearer ${tokyo.grant.token}` };
  expect((await answers(files)).size).toBe(1);
  expect((await answers(files, bearer)).size).toBe(1);
});

test('[LIMIT1] an address holds so many sockets and opens so many in a minute; others are not held up', async () => {
  const server = await startServer({
    limits: { connectionsPerAddress: 3, handshakesPerMinute: 8 },
    safety: { trustedProxies: 1 },
  });
  const drill = await prepare(server);
  const { player } = await sitAt(drill, 'tokyo', 'Aiko');
  const { grant } = await sitAt(drill, 'manila', 'Jun');
  const auth = { protocolVersion, exerciseId: drill.exerciseId, token: grant.token };
  expect(await knock(server.url, auth)).toBe('closed');
  const elsewhere = { extraHeaders: { 'x-forwarded-for': '203.0.113.9' } };
  expect(await knock(server.url, auth, elsewhere)).toBe('let in');
  // A place that is left is free again, as soon as the line under the socket has ended.
  player.socket.disconnect();
  await expect.poll(() => knock(server.url, auth), { timeout: 10_000 }).toBe('let in');
  const third = { extraHeaders: { 'x-forwarded-for': '198.51.100.4' } };
  const ends: string[] = [];
  for (let count = 0; count < 9; count++) {
    ends.push(await knock(server.url, { ...auth, token: 'x'.repeat(43) }, third));
  }
  expect(ends.slice(0, 8)).toEqual(Array(8).fill('seat/unknown'));
  expect(ends[8]).toBe('closed');
});

test('[LIMIT2] addresses, headers and bodies have a longest length, and a slow sender is cut off', async () => {
  const server = await startServer();
  const guest = server.guest();
  expect(await guest.get(`/api/scenarios?x=${'x'.repeat(3_000)}`)).toMatchObject({
    status: 414,
    body: { code: 'http/too-large' },
  });
  const headers = { 'x-long': 'x'.repeat(20_000) };
  expect((await guest.call('GET', '/healthz', undefined, headers)).status).toBe(431);
  expect(await guest.post('/api/join', { code: 'x'.repeat(200_000) })).toMatchObject({
    status: 413,
    body: { code: 'http/too-large' },
  });
  const web = await createWebServer(
    { ...server.config, tls: { kind: 'none' } },
    createLog('silent'),
  );
  // Node measures these two by its own clock; here only the shortest of them is waited for.
  expect(web.server.headersTimeout).toBeLessThanOrEqual(15_000);
  expect(web.server.requestTimeout).toBeLessThanOrEqual(60_000);
  web.server.headersTimeout = 50;
  web.server.requestTimeout = 100;
  web.server.listen(0, '127.0.0.1');
  await once(web.server, 'listening');
  onTestFinished(() => void web.server.close());
  const line = connect((web.server.address() as AddressInfo).port, '127.0.0.1');
  line.write('POST /api/join HTTP/1.1\r\nHost: x\r\n');
  const [answer] = await once(line, 'data');
  expect(String(answer)).toContain('408');
});

test('[LIMIT3] one creator has so many exercises and no more', async () => {
  const server = await startServer({ limits: { exercisesPerCreator: 2 } });
  const staff = await server.staff();
  await staff.create();
  await staff.create();
  const body = { scenarioId: 'two-tables', title: 'x', pace: 'auto', mode: 'coach' };
  expect(await staff.post('/api/exercises', body)).toMatchObject({
    status: 409,
    body: { code: 'exercise/too-many' },
  });
  await (await server.staff()).create();
});

/** Over HTTPS, trusting this certificate only. */
function secureGet(server: TestServer, ca: string, path: string, init: object = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const agent = new Agent({ ca });
    const asked = request(`${server.url}${path}`, { agent, ...init }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    asked.on('error', reject);
    const { body } = init as { body?: string };
    asked.end(body);
  });
}

test('[TLS3] with a certificate made here links, cookies, sockets and the policy are HTTPS’s; nothing is pinned', async () => {
  const server = await startServer({ safety: { tls: { kind: 'selfMade' } } });
  const ca = readFileSync(join(server.dataDir, 'tls/cert.pem'), 'utf8');
  expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
  expect(server.staffLink.startsWith(`${server.url}/staff#`)).toBe(true);
  expect(server.fingerprint).toMatch(/^[0-9A-F:]{95}$/);
  const page = await secureGet(server, ca, '/');
  expect(String(page.headers['content-security-policy'])).toContain(
    `connect-src 'self' wss://${new URL(server.url).host}`,
  );
  expect(page.headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(page.headers['strict-transport-security']).toBeUndefined();
  const secret = server.staffLink.slice(server.staffLink.indexOf('#') + 1);
  const signedIn = await secureGet(server, ca, '/api/staff/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret }),
  });
  expect(String(signedIn.headers['set-cookie'])).toMatch(/HttpOnly; Secure; SameSite=Strict/);
  const token = 'x'.repeat(43);
  const end = await knock(server.url, { protocolVersion, exerciseId: 'nowhere', token }, { ca });
  expect(end).toBe('seat/unknown');
});

test('[TLS4] with a given certificate browsers are told to come back by HTTPS only', async () => {
  const files = tempDir();
  const { cert } = await selfMadeCertificate(files, [], Date.now());
  const tls = {
    kind: 'given',
    certFile: join(files, 'tls/cert.pem'),
    keyFile: join(files, 'tls/key.pem'),
  } as const;
  const server = await startServer({ safety: { tls } });
  const { headers } = await secureGet(server, cert, '/healthz');
  expect(headers['strict-transport-security']).toBe('max-age=15552000');
  const lost = { ...tls, keyFile: join(files, 'lost.pem') };
  await expect(startServer({ safety: { tls: lost } })).rejects.toThrow('lost.pem');
});
