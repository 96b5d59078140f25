/** What the server tells those who keep it running: lines and numbers, never what people wrote. */
import { expect, test } from 'vitest';
import { routeOf } from '../../server/src/http/request-log.js';
import { createLog } from '../../server/src/log.js';
import { Api } from './support/api.js';
import { codeOf, running, watch } from './support/drill.js';
import { startServer } from './support/server.js';

function listening() {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => void lines.push(line) });
  return { log, lines, entries: () => lines.map((line) => JSON.parse(line)) };
}

test('[OBS1] the log of a drill at level debug has ids, codes and times, and no word, name, code or token', async () => {
  const { log, lines, entries } = listening();
  const server = await startServer({ log });
  const { drill, facilitator, tokyo, manila, staff, exerciseId, links } = await running(server);
  const wall = await watch(drill);
  const canary = (place: string) => `canary ${place}`;
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
  await tokyo.player.write('jp-alarm', canary('draft'), 0);
  await tokyo.player.must({ type: 'SendResponse', injectId: 'jp-alarm', text: canary('answer') });
  await facilitator.must({ type: 'PauseClock', reason: canary('reason') });
  await facilitator.do({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await tokyo.player.do({ type: 'Nonsense', text: canary('nonsense') } as never);
  await facilitator.must({
    type: 'SendMessage',
    thread: { kind: 'table', tableId: 'manila' },
    text: canary('message'),
  });
  await staff.post('/api/exercises', { title: canary('title'), scenarioId: 'canary-scenario' });
  await fetch(`${server.url}/api/exercises`, { method: 'POST', body: '{"canary": broken' });
  const guest = server.guest();
  await guest.post('/api/join', { code: 'CANARYCODE', name: 'canary', language: 'en' });
  await guest.get(`/join/${codeOf(drill, 'tokyo')}?name=canary`);
  await guest.get('/api/canary/canary?text=canary');
  await guest.get('/api/exercises/canary-canary/links');
  await guest.call('GET', '/api/staff/session', undefined, { 'x-request-id': 'canary with words' });

  const all = lines.join('');
  const secrets = [
    server.staffLink.slice(server.staffLink.indexOf('#') + 1),
    staff.cookie?.split('=')[1] ?? '',
    tokyo.grant.token,
    manila.grant.token,
    links.observerCode,
    ...links.tables.map(({ code }) => code),
  ];
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(5);
    expect(all).not.toContain(secret);
  }
  expect(all.toLowerCase()).not.toContain('canary');
  expect(all).not.toMatch(/Aiko|Jun|Wall|Autumn/);
  expect(wall.welcome).not.toBeNull();

  const said = entries();
  expect(said).toContainEqual(
    expect.objectContaining({
      msg: 'command',
      exerciseId,
      seatId: tokyo.grant.seatId,
      command: 'SendResponse',
      refusal: null,
      ms: expect.any(Number),
      requestId: expect.any(String),
    }),
  );
  expect(said).toContainEqual(
    expect.objectContaining({ command: 'ReleaseInject', refusal: 'inject/already-released' }),
  );
  expect(said).toContainEqual(
    expect.objectContaining({
      msg: 'request',
      method: 'GET',
      route: '/api/exercises/*/links',
      exerciseId,
      status: 200,
    }),
  );
  expect(said).toContainEqual(
    expect.objectContaining({ route: '/api/join', status: 404, refusal: 'join/unknown-code' }),
  );
});

test('[OBS2] a request keeps an id that is only an id, and gets one otherwise', async () => {
  const server = await startServer();
  const idOf = async (given?: string) => {
    const headers = given === undefined ? {} : { 'x-request-id': given };
    const reply = await server.guest().call('GET', '/healthz', undefined, headers);
    return reply.headers.get('x-request-id') ?? '';
  };
  expect(await idOf('proxy-id_0001')).toBe('proxy-id_0001');
  for (const unsafe of ['short', 'with words in it', `${'x'.repeat(65)}`, '"quoted-or-so"']) {
    const id = await idOf(unsafe);
    expect(id).toMatch(/^[A-Za-z0-9_-]{16}$/);
  }
  expect(await idOf()).not.toBe(await idOf());
  expect(routeOf('/join/ABCDE-FGHIJ')).toBe('/join/*');
  expect(routeOf('/api/exercises/x1x2x3/links')).toBe('/api/exercises/*/links');
});

test('[OBS3] commands, refusals, lag, sockets, exercises and the event loop are measured', async () => {
  const server = await startServer();
  const { facilitator } = await running(server);
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await facilitator.do({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await facilitator.do({ type: 'Nonsense' });
  const api = new Api(server.url);
  const { text } = await api.get('/metrics');
  const value = (line: string) => {
    const found = text.split('\n').find((candidate) => candidate.startsWith(`${line} `));
    return found === undefined ? null : Number(found.slice(line.length + 1));
  };
  expect(value('trilogue_commands_total{type="ReleaseInject",outcome="accepted"}')).toBe(1);
  expect(value('trilogue_commands_total{type="ReleaseInject",outcome="refused"}')).toBe(1);
  expect(value('trilogue_rejections_total{code="inject/already-released"}')).toBe(1);
  expect(value('trilogue_rejections_total{code="command/invalid"}')).toBe(1);
  expect(value('trilogue_lag_seconds_count')).toBeGreaterThan(3);
  expect(value('trilogue_sockets')).toBe(3);
  expect(value('trilogue_exercises_open')).toBe(1);
  expect(value('trilogue_exercises_live')).toBe(1);
  expect(text).toMatch(/trilogue_http_request_seconds_count\{kind="api",status="2xx"\} \d+/);
  for (const name of ['append', 'publish', 'timer_late']) {
    expect(text).toContain(`# TYPE trilogue_${name}_seconds histogram`);
  }
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  expect(text).toContain('process_resident_memory_bytes');
});
