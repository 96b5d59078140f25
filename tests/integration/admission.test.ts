/** Being let in one by one, and one device a table. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { exportExercise } from '../../server/src/backup/export-exercise.js';
import { importExercise } from '../../server/src/backup/import-exercise.js';
import { openSqliteStore } from '../../server/src/store/store.js';
import { Api, outcome } from './support/api.js';
import { codeOf, prepare, running } from './support/drill.js';
import {
  done,
  entryAt,
  entryOf,
  invitationOf,
  joinBy,
  mustJoin,
  set,
  sitBy,
  waitOf,
} from './support/entry.js';
import { Person } from './support/person.js';
import { startServer, tempDir } from './support/server.js';

const decide = (
  drill: Parameters<typeof entryAt>[0] & { staff: Api },
  seatIds: string[],
  verdict: string,
) => drill.staff.post(entryAt(drill, 'admissions'), { seatIds, verdict });

test('[ADM1] one by one, whoever joins waits and learns nothing of the exercise until they are let in', async () => {
  const { drill, facilitator } = await running();
  await set(drill, { admission: 'each' });
  const look = await new Api(drill.url).post('/api/join/look', { code: codeOf(drill, 'tokyo') });
  expect(look.body).toMatchObject({ waits: true });
  const mika = await mustJoin(drill, codeOf(drill, 'tokyo'), { name: 'Mika' });
  expect(mika.isWaiting).toBe(true);
  expect(await waitOf(drill.url, mika)).toMatchObject({
    ...{ status: 'waiting', title: 'Autumn drill', table: 'Tokyo' },
  });
  const { exerciseId, token, seatId } = mika;
  await expect(Person.sit({ url: drill.url, exerciseId, token })).rejects.toThrow();
  const attachments = await new Api(drill.url).call(
    'GET',
    entryAt(drill, 'attachments?inject=jp-alarm'),
    undefined,
    { authorization: `Bearer ${token}` },
  );
  expect(attachments.status).toBe(404);
  expect(facilitator.roster.map(({ name }) => name)).not.toContain('Mika');
  expect((await entryOf(drill)).waiting).toMatchObject([
    { seatId, name: 'Mika', role: 'player', tableId: 'tokyo' },
  ]);
  const twice = await Promise.all([
    decide(drill, [seatId], 'admit'),
    decide(drill, [seatId], 'admit'),
  ]);
  expect(twice.map(({ body }) => body.done).sort()).toEqual([0, 1]);
  expect((await waitOf(drill.url, mika)).status).toBe('admitted');
  const player = await sitBy(drill.url, mika);
  expect(player.view.table.tableId).toBe('tokyo');
  await facilitator.until(({ roster }) => roster.some(({ name }) => name === 'Mika'));
});

test('[ADM2] whoever waits goes on waiting over a restart; who is turned away is told, and forgotten', async () => {
  const server = await startServer();
  const drill = await prepare(server);
  await set(drill, { admission: 'each' });
  const names = ['Mika', 'Canary-Turned-Away'];
  const [mika, other] = await Promise.all(
    names.map((name) => mustJoin(drill, codeOf(drill, 'tokyo'), { name })),
  );
  if (mika === undefined || other === undefined) throw new Error('nobody');
  await server.close();
  const again = await startServer({ dataDir: server.dataDir });
  const staff = new Api(again.url);
  staff.cookie = drill.staff.cookie;
  const later = { ...drill, url: again.url, staff };
  expect((await entryOf(later)).waiting).toHaveLength(2);
  expect((await waitOf(again.url, mika)).status).toBe('waiting');
  await done(decide(later, [other.seatId], 'turnAway'));
  expect(await waitOf(again.url, other)).toMatchObject({ status: 'turned-away' });
  expect((await decide(later, [other.seatId], 'admit')).body).toMatchObject({
    ...{ done: 0, refused: [{ code: 'entry/not-waiting' }] },
  });
  await done(decide(later, [mika.seatId], 'admit'));
  await sitBy(again.url, mika);
  await again.close();
  const kept = readdirSync(server.dataDir).map((name) => readFileSync(join(server.dataDir, name)));
  const isOnDisk = (text: string) => kept.some((bytes) => bytes.includes(text));
  expect([isOnDisk('Mika'), isOnDisk('Canary-Turned-Away')]).toEqual([true, false]);
});

test('[ADM3] opening the door lets in whoever stands before it; somebody who waits counts as somebody who sits', async () => {
  const drill = await prepare(await startServer());
  await set(drill, { admission: 'each' });
  const { code, invitationId } = await drill.staff.must<{ code: string; invitationId: string }>(
    entryAt(drill, 'invitations'),
    { tableId: 'manila', cap: 1 },
  );
  const jun = await mustJoin(drill, code, { name: 'Jun' });
  expect(outcome(await joinBy(drill, code))).toBe('409 join/full');
  // Whoever waits may be meant for another table.
  await done(
    drill.staff.call('PATCH', entryAt(drill, `people/${jun.seatId}`), { tableId: 'tokyo' }),
  );
  await set(drill, { admission: 'all' });
  expect((await entryOf(drill)).waiting).toEqual([]);
  expect((await sitBy(drill.url, jun)).view.table.tableId).toBe('tokyo');
  expect((await mustJoin(drill, codeOf(drill, 'tokyo'))).isWaiting).toBe(false);
  expect((await invitationOf(drill, invitationId)).used).toBe(1);
  const nobody = { exerciseId: drill.exerciseId, token: 'x'.repeat(43) };
  expect((await new Api(drill.url).post('/api/join/wait', nobody)).status).toBe(404);
});

test('[ADM5] a name that is turned away, replaced or taken off the list is gone from the disk at once', async () => {
  const server = await startServer();
  const drill = await prepare(server);
  await set(drill, { admission: 'each' });
  const code = codeOf(drill, 'tokyo');
  const { seatId } = await mustJoin(drill, code, { name: 'Canary-Turned-Away' });
  const names = ['Canary-Renamed', 'Canary-Removed', 'Standing-Kept'];
  const text = ['name,table', ...names.map((name) => `${name},Tokyo`)].join('\n');
  await done(drill.staff.post(entryAt(drill, 'roster'), { text }));
  const { invitations } = await entryOf(drill);
  const pathOf = (wanted: string) => {
    const found = invitations.find(({ person }) => person?.name === wanted);
    return entryAt(drill, `invitations/${found?.invitationId}`);
  };
  // With the log of the database, which is there while the server runs.
  const isOnDisk = (part: string) =>
    readdirSync(server.dataDir, { withFileTypes: true })
      .filter((one) => one.isFile())
      .some(({ name }) => readFileSync(join(server.dataDir, name)).includes(part));
  await done(drill.staff.call('PATCH', pathOf('Canary-Renamed'), { name: 'Standing-New' }));
  expect(isOnDisk('Canary-Renamed')).toBe(false);
  await done(drill.staff.call('DELETE', pathOf('Canary-Removed')));
  expect(isOnDisk('Canary-Removed')).toBe(false);
  await done(decide(drill, [seatId], 'turnAway'));
  expect(isOnDisk('Canary-Turned-Away')).toBe(false);
  expect(['Standing-Kept', 'Standing-New'].map(isOnDisk)).toEqual([true, true]);
});

test('[ADM4] only who waits to play is sent to a table', async () => {
  const drill = await prepare(await startServer());
  await set(drill, { admission: 'each' });
  const wall = await mustJoin(drill, drill.links.observerCode, { name: 'Wall' });
  const sent = await drill.staff.call('PATCH', entryAt(drill, `people/${wall.seatId}`), {
    tableId: 'tokyo',
  });
  expect(outcome(sent)).toBe('409 seat/no-table');
  expect((await entryOf(drill)).waiting).toMatchObject([{ role: 'observer', tableId: null }]);
});

test('[DEVICE1] one device a table: its scribe lists who sits there, which staff and the table see', async () => {
  const drill = await prepare(await startServer());
  await set(drill, { device: 'table' });
  const code = codeOf(drill, 'tokyo');
  expect((await new Api(drill.url).post('/api/join/look', { code })).body).toMatchObject({
    ...{ isOneDevice: true, closed: null },
  });
  const tries = await Promise.all(
    ['Aiko', 'Eri'].map((name) => joinBy(drill, code, { name, listed: ['Ben', 'Chie'] })),
  );
  expect(tries.map(outcome).sort()).toEqual(['200', '409 join/table-taken']);
  expect((await new Api(drill.url).post('/api/join/look', { code })).body).toMatchObject({
    closed: 'join/table-taken',
  });
  const scribe = tries.find(({ status }) => status === 200)?.body as never as Parameters<
    typeof sitBy
  >[1];
  const player = await sitBy(drill.url, scribe);
  expect(player.roster).toMatchObject([{ listed: ['Ben', 'Chie'] }]);
  const { exerciseId, token, seatId } = scribe;
  const list = (listed: string[]) =>
    new Api(drill.url).call('PUT', '/api/join/listed', { exerciseId, token, listed });
  await done(list(['Ben', 'Dai']));
  const isListed = ({ roster }: { roster: readonly { listed?: readonly string[] }[] }) =>
    roster.some(({ listed }) => listed?.join() === 'Ben,Dai');
  await drill.facilitator.until(isListed, 'staff see who sits there');
  await player.until(isListed, 'and the table');
  const manila = await sitBy(
    drill.url,
    await mustJoin(drill, codeOf(drill, 'manila'), { name: 'Jun' }),
  );
  expect(manila.heard.join()).not.toContain('Dai');
  expect((await list(['', 'x'])).status).toBe(400);
  await set(drill, { device: 'person' });
  expect(outcome(await list(['Zoe']))).toBe('409 entry/own-device');
  // Staff mend it all the same.
  const path = entryAt(drill, `people/${seatId}`);
  await done(drill.staff.call('PATCH', path, { listed: ['Ben'] }));
  const { facts } = await drill.staff.must<{ facts: object[] }>(entryAt(drill, 'export'));
  expect(JSON.stringify(facts)).not.toMatch(/Ben|Chie|Dai/);
});

test('[LAW10] whoever is forgotten takes along who was listed with them, and the seat that was kept for them', async () => {
  const server = await startServer();
  const drill = await prepare(server);
  await set(drill, { device: 'table' });
  const text = 'name,table\nCanary-Aiko,Tokyo';
  await done(drill.staff.post(entryAt(drill, 'roster'), { text }));
  const named = (await entryOf(drill)).invitations.find(({ person }) => person !== null);
  const listed = ['Canary-Ben', 'Canary-Chie'];
  const { seatId } = await mustJoin(drill, named?.code ?? '', { listed });
  const { code } = await drill.staff.must<{ code: string }>(
    entryAt(drill, `people/${seatId}/hand-over`),
    {},
  );
  // Once they left, they can still be forgotten.
  await drill.facilitator.must({ type: 'LeaveExercise', seatId });
  await drill.facilitator.must({ type: 'ErasePerson', seatId });
  const { invitations } = await entryOf(drill);
  expect(invitations.some(({ person }) => person !== null)).toBe(false);
  for (const dead of [named?.code ?? '', code]) {
    expect(outcome(await joinBy(drill, dead))).toBe('404 join/unknown-code');
  }
  await server.close();
  for (const name of readdirSync(server.dataDir)) {
    const bytes = readFileSync(join(server.dataDir, name));
    expect([name, bytes.includes('Canary-')]).toEqual([name, false]);
  }
});

test('[EXF2] an exercise’s file carries who was listed and expected only when names are asked for, and never their codes', async () => {
  const server = await startServer();
  const drill = await prepare(server);
  await set(drill, { device: 'table', admission: 'each' });
  await done(drill.staff.post(entryAt(drill, 'roster'), { text: 'name,table\nMika,Tokyo' }));
  const aiko = await mustJoin(drill, codeOf(drill, 'manila'), { listed: ['Ben'] });
  await done(decide(drill, [aiko.seatId], 'admit'));
  // Whoever was never let in is nobody of this exercise.
  await mustJoin(drill, codeOf(drill, 'tokyo'), { name: 'Canary-Waiting', listed: ['Canary-Too'] });
  const { invitations } = await entryOf(drill);
  await server.close();
  const store = await openSqliteStore(server.dataDir);
  const other = await openSqliteStore(tempDir());
  const fileOf = async (withNames: boolean) => {
    const { bytes } = await exportExercise(store.db, drill.exerciseId, {
      withNames,
      now: new Date(0),
    });
    return Buffer.concat(await bytes.toArray());
  };
  const [silent, telling] = [await fileOf(false), await fileOf(true)];
  expect(gunzipSync(silent).toString()).not.toMatch(/Mika|Ben|Aiko/);
  expect(gunzipSync(telling).toString()).not.toContain('Canary-');
  for (const { code } of invitations) expect(gunzipSync(telling).toString()).not.toContain(code);
  const pieces = async function* () {
    yield telling;
  };
  await importExercise(other.db, pieces(), null);
  const { exerciseId } = drill;
  expect(await other.invitations.settings(exerciseId)).toEqual({
    ...{ device: 'table', admission: 'each' },
  });
  expect(await other.invitations.of(exerciseId)).toMatchObject([
    { personName: 'Mika', tableId: 'tokyo', cap: 1 },
  ]);
  expect((await other.directory.listedIn(exerciseId)).get(aiko.seatId)).toEqual(['Ben']);
  await Promise.all([store.close(), other.close()]);
});
