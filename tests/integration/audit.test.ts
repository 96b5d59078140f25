/** The audit log: what staff did, by ids, without a word that anybody wrote. */
import { expect, test } from 'vitest';
import { createAudit } from '../../server/src/audit/audit.js';
import { toCell } from '../../server/src/audit/audit-csv.js';
import { createLog } from '../../server/src/log.js';
import type { AuditEntry } from '../../server/src/store/audit-store.js';
import { openSqliteStore } from '../../server/src/store/store.js';
import type { Api } from './support/api.js';
import { prepare, running } from './support/drill.js';
import { startServer, tempDir } from './support/server.js';

async function entriesOf(staff: Api, path: string): Promise<AuditEntry[]> {
  const { entries } = await staff.must<{ entries: AuditEntry[] }>(path);
  return entries;
}

test('[AUDIT1] signing in and out, wrong links, and what is done with exercises are written down', async () => {
  const server = await startServer();
  const { staff, exerciseId } = await prepare(server);
  await server.guest().post('/api/staff/session', { secret: 'not-the-secret-at-all' });
  await staff.must(`/api/exercises/${exerciseId}/export`);
  const leaver = await server.staff();
  const leaverToken = leaver.cookie?.split('=')[1] ?? '';
  await leaver.call('DELETE', '/api/staff/session');
  const entries = await entriesOf(staff, '/api/audit');
  const known = entries.map(({ action, actorKind, outcome }) => [action, actorKind, outcome]);
  for (const wanted of [
    ['session/opened', 'session', 'ok'],
    ['session/opened', 'guest', 'staff/wrong-secret'],
    ['session/closed', 'session', 'ok'],
    ['exercise/created', 'session', 'ok'],
    ['exercise/exported', 'session', 'ok'],
  ]) {
    expect(known).toContainEqual(wanted);
  }
  expect(entries.every(({ address }) => address === '127.0.0.1')).toBe(true);
  const closed = entries.find(({ action }) => action === 'session/closed');
  expect(closed?.session).toHaveLength(12);
  const written = JSON.stringify(entries);
  for (const secret of [leaverToken, staff.cookie ?? '', 'not-the-secret-at-all', 'Autumn drill']) {
    expect(written).not.toContain(secret);
  }
  // Newest first, and by pages.
  expect(entries.map(({ id }) => id)).toEqual(
    entries
      .map(({ id }) => id)
      .sort()
      .reverse(),
  );
  const page = await staff.must<{ entries: AuditEntry[]; next: string }>('/api/audit?limit=2');
  const rest = await entriesOf(staff, `/api/audit?before=${page.next}`);
  expect([...page.entries, ...rest].map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
});

test('[AUDIT2] every command of staff stands there with what it was about and how it ended; players’ don’t', async () => {
  const { facilitator, tokyo, staff, exerciseId } = await running();
  await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await facilitator.do({ type: 'ReleaseInject', injectId: 'jp-alarm' });
  await facilitator.must({ type: 'PauseClock', reason: 'canary-pause' });
  await facilitator.must({
    type: 'SendMessage',
    thread: { kind: 'table', tableId: 'tokyo' },
    text: 'canary-message',
  });
  await tokyo.player.must({ type: 'AcknowledgeInject', injectId: 'jp-alarm' });
  const entries = await entriesOf(staff, `/api/exercises/${exerciseId}/audit`);
  const told = entries.map(({ action, targets, outcome }) => ({ action, targets, outcome }));
  const injectId = 'jp-alarm';
  expect(told).toContainEqual({
    action: 'command/ReleaseInject',
    targets: { injectId },
    outcome: 'ok',
  });
  expect(told).toContainEqual({
    action: 'command/ReleaseInject',
    targets: { injectId },
    outcome: 'inject/already-released',
  });
  expect(told).toContainEqual({
    action: 'command/SendMessage',
    targets: { tableId: 'tokyo' },
    outcome: 'ok',
  });
  expect(told).toContainEqual({ action: 'command/PauseClock', targets: {}, outcome: 'ok' });
  expect(entries.filter(({ action }) => action === 'command/AcknowledgeInject')).toEqual([]);
  const pause = entries.find(({ action }) => action === 'command/PauseClock');
  expect(pause).toMatchObject({ exerciseId, seatId: facilitator.welcome?.seatId });
  expect(pause?.session).toHaveLength(12);
  expect(JSON.stringify(entries)).not.toMatch(/canary|Aiko|Jun/);
});

test('[AUDIT3] it leaves as a table that no spreadsheet takes for formulas, each exercise’s by itself', async () => {
  const { staff, exerciseId, drill } = await running();
  const otherId = await staff.create();
  const csv = await staff.get(`/api/exercises/${exerciseId}/audit?format=csv`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect(csv.headers.get('content-disposition')).toContain('attachment');
  const [head, ...lines] = csv.text.trim().split('\r\n');
  expect(head).toContain(
    'at,id,exercise,actor,account,seat,session,address,action,targets,outcome',
  );
  expect(lines.some((line) => line.includes('command/StartExercise'))).toBe(true);
  expect(csv.text).not.toContain(otherId);
  for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) expect(toCell(cell)[0]).toBe("'");
  expect(toCell('=HYPERLINK("x","y")')).toBe('"\'=HYPERLINK(""x"",""y"")"');
  expect((await drill.staff.get('/api/audit?limit=0')).status).toBe(400);
});

test('[AUDIT4] it outlives its exercise, and goes when its time is over', async () => {
  const store = await openSqliteStore(tempDir());
  const day = 24 * 3_600_000;
  let now = 1_000 * day;
  const log = createLog('silent');
  const audit = createAudit({ store: store.audit, nowMs: () => now, log, keepDays: 30 });
  const note = (action: string) =>
    audit.record({ action, actor: { kind: 'system' }, exerciseId: 'gone-ex', outcome: 'ok' });
  note('exercise/created');
  now += 20 * day;
  note('exercise/erased');
  now += 15 * day;
  await audit.flush();
  await audit.sweep();
  const left = await store.audit.read({ exerciseId: 'gone-ex', limit: 10 });
  expect(left.map(({ action }) => action)).toEqual(['exercise/erased']);
  // What doesn't look like an id or a code is not kept, whoever passes it.
  audit.record({
    action: 'a sentence',
    actor: { kind: 'system' },
    targets: { note: 'Aiko said so', id: 'x-1' },
    outcome: 'it is=so',
  });
  await audit.close();
  const [last] = await store.audit.read({ limit: 1 });
  expect(last).toMatchObject({ action: 'unknown', targets: { id: 'x-1' }, outcome: 'unknown' });
  await store.close();
});
