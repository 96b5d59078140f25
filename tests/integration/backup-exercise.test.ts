/** One exercise as one file: the same log, the same views, the same scores somewhere else. */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { fold } from '@trilogue/engine/exercise/evolve';
import { emptyExercise } from '@trilogue/engine/exercise/state';
import { readFact } from '@trilogue/engine/exercise/upcast';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { playerAudience } from '@trilogue/engine/views/audience';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { viewOf } from '@trilogue/engine/views/project';
import { describe, expect, test } from 'vitest';
import { exportExercise } from '../../server/src/backup/export-exercise.js';
import { importExercise } from '../../server/src/backup/import-exercise.js';
import type { System } from '../../server/src/backup/system.js';
import type { Db } from '../../server/src/store/tables.js';
import { hasPostgres } from '../support/postgres.js';
import { edited, emptySystem, inChunks, open, releasedSystem } from './support/copies.js';
import { running } from './support/drill.js';
import { Person } from './support/person.js';
import { moveIntoThePast } from './support/process.js';
import { startServer } from './support/server.js';

const kinds: readonly System['kind'][] = hasPostgres ? ['sqlite', 'postgres'] : ['sqlite'];

async function fileOf(db: Db, exerciseId: string, withNames = false): Promise<Buffer> {
  const { bytes } = await exportExercise(db, exerciseId, { withNames, now: new Date(0) });
  const parts: Buffer[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

function bodiesOf(db: Db, exerciseId: string) {
  return db
    .selectFrom('facts')
    .select(['seq', 'epoch', 'type', 'body', 'recorded_at'])
    .where('exercise_id', '=', exerciseId)
    .orderBy('seq')
    .execute();
}

/** All that is made of a log. */
async function madeOf(db: Db, exerciseId: string) {
  const { scenario_json } = await db
    .selectFrom('exercise_scenarios')
    .select('scenario_json')
    .where('exercise_id', '=', exerciseId)
    .executeTakeFirstOrThrow();
  const loaded = loadScenario(scenario_json);
  if (!loaded.ok) throw new Error('the scenario does not load');
  const facts = (await bodiesOf(db, exerciseId)).map(({ body }) => readFact(JSON.parse(body)));
  const state = fold(emptyExercise(loaded.scenario), facts);
  return {
    scores: [...state.scores.values()],
    views: [
      viewOf(state, { role: 'facilitator' }),
      viewOf(state, { role: 'observer' }),
      ...state.casting.tables.map(({ tableId }) => viewOf(state, playerAudience(tableId))),
    ],
  };
}

async function exercisesIn(db: Db) {
  const rows = await db.selectFrom('exercises').select(['id', 'stage']).orderBy('stage').execute();
  const [ended, live] = rows.map(({ id }) => id);
  if (ended === undefined || live === undefined) throw new Error('two exercises are expected');
  return { ended, live };
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('the file of an exercise', () => {
  test('[EXF1] gives the same log, to the letter, and the same views, scores, drafts and files', async () => {
    for (const kind of kinds) {
      const { db } = await open(await releasedSystem('0.1.0'));
      const { ended, live } = await exercisesIn(db);
      const hash = createHash('sha256').update(png).digest('hex');
      const blob = { hash, type: 'image/png', size: png.length, bytes: png.toString('base64') };
      await db.insertInto('attachment_blobs').values(blob).execute();
      const attachment = { exercise_id: live, file: 'crane.png', hash, created_at: 5 };
      await db.insertInto('attachments').values(attachment).execute();
      const { db: other } = await open(await emptySystem(kind));
      for (const id of [ended, live]) {
        const imported = await importExercise(other, inChunks(await fileOf(db, id)), null);
        expect(imported).toMatchObject({ exerciseId: id, seats: 3, seatsLeftOut: 0 });
        expect(await bodiesOf(other, id)).toEqual(await bodiesOf(db, id));
        expect(await madeOf(other, id)).toEqual(await madeOf(db, id));
        const rowOf = (from: Db) =>
          from.selectFrom('exercises').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        expect(await rowOf(other)).toEqual(await rowOf(db));
      }
      for (const table of ['drafts', 'attachments', 'attachment_blobs'] as const) {
        const rows = await db.selectFrom(table).selectAll().execute();
        expect(rows).toHaveLength(1);
        expect(await other.selectFrom(table).selectAll().execute()).toEqual(rows);
      }
      const clocks = (from: Db) =>
        from.selectFrom('leases').select(['play_ms', 'now_ms']).where('now_ms', '>', 0).execute();
      expect(await clocks(other)).toEqual(await clocks(db));
    }
  });

  test('[EXF2] names nobody unless it is asked to, and never carries tokens or codes', async () => {
    const { db } = await open(await releasedSystem('0.1.0'));
    const { live } = await exercisesIn(db);
    const seats = await db
      .selectFrom('seats')
      .selectAll()
      .where('exercise_id', '=', live)
      .execute();
    const codes = await db.selectFrom('invitations').select('code').execute();
    const secrets = [
      ...seats.flatMap(({ token_hash, staff_session }) => [token_hash, staff_session]),
      ...codes.map(({ code }) => code),
    ].filter((secret) => secret !== null);
    expect(secrets.length).toBeGreaterThan(5);
    const silent = gunzipSync(await fileOf(db, live)).toString();
    const named = gunzipSync(await fileOf(db, live, true)).toString();
    for (const secret of secrets) expect(named).not.toContain(secret);
    for (const { name, role, language } of seats) {
      expect(silent).not.toContain(`"${name}"`);
      expect(named).toContain(`"name":"${name}"`);
      expect(silent).toContain(`"role":"${role}","language":${JSON.stringify(language)},"name":""`);
    }
    const { db: other } = await open(await emptySystem('sqlite'));
    await importExercise(other, inChunks(await fileOf(db, live, true)), null);
    const found = await other.selectFrom('seats').select(['name', 'token_hash']).execute();
    const names = seats.map(({ name }) => ({ name, token_hash: null }));
    expect(found.sort(byName)).toEqual(names.sort(byName));
  });

  test('[EXF3] is refused where its id is taken; under another only the fact that names it differs', async () => {
    const { db } = await open(await releasedSystem('0.1.0'));
    const { ended } = await exercisesIn(db);
    const file = await fileOf(db, ended, true);
    const again = importExercise(db, inChunks(file), null);
    await expect(again).rejects.toMatchObject({ code: 'exercise/exists' });
    await expect(importExercise(db, inChunks(file), 'a b')).rejects.toThrow('6 to 64');

    const copy = await importExercise(db, inChunks(file), 'autumn-copy');
    // Their ids stand in the original.
    expect(copy).toMatchObject({ exerciseId: 'autumn-copy', seats: 0, seatsLeftOut: 3 });
    const [first, ...rest] = await bodiesOf(db, 'autumn-copy');
    const [original, ...others] = await bodiesOf(db, ended);
    expect(rest).toEqual(others);
    expect(JSON.parse(first?.body ?? '')).toEqual({
      ...JSON.parse(original?.body ?? ''),
      exerciseId: 'autumn-copy',
    });
    const [made, from] = [await madeOf(db, 'autumn-copy'), await madeOf(db, ended)];
    expect(made.scores).toEqual(from.scores);
    const { db: other } = await open(await emptySystem('sqlite'));
    await importExercise(other, inChunks(file), 'autumn-copy');
    const names = await other.selectFrom('seats').select('name').execute();
    expect(names.map(({ name }) => name).sort()).toEqual(['Aiko', 'Fe', 'Jun']);
  });

  test('[EXF4] that is broken, or leads nowhere, is refused, and nothing is kept', async () => {
    const { db } = await open(await releasedSystem('0.1.0'));
    const { ended } = await exercisesIn(db);
    const file = await fileOf(db, ended);
    const { db: other } = await open(await emptySystem('sqlite'));
    const repacked = (change: (text: string) => string) =>
      edited(file, (text) => resealed(change(text)));
    const cases: readonly [Buffer, string][] = [
      [file.subarray(0, file.length - 20), 'file/truncated'],
      [edited(file, (text) => text.replace('Autumn drill', 'Spring drill')), 'file/altered'],
      [
        edited(file, (text) => text.replace('trilogue-exercise', 'trilogue-backup')),
        'file/not-ours',
      ],
      [
        edited(file, (text) => text.replace('"formatVersion":1', '"formatVersion":7')),
        'file/newer',
      ],
      // Whoever writes the sums anew is told by what it leads to.
      [repacked((text) => text.replace('A small drill', 'A large drill')), 'file/unreadable'],
      [repacked((text) => without(text, '\\"seq\\":3')), 'file/unreadable'],
      [repacked((text) => text.replace('\\"seq\\":2,', '\\"seq\\":3,')), 'file/unreadable'],
      [repacked((text) => text.replace('"role":"player"', '"role":"king"')), 'file/unreadable'],
      [repacked((text) => without(text, '"line":"exercise"')), 'file/unreadable'],
      [repacked((text) => text.replace('{"line":"seat"', '{"line":"sofa"')), 'file/unreadable'],
    ];
    for (const [broken, code] of cases) {
      const imported = importExercise(other, inChunks(broken), null);
      await expect(imported, code).rejects.toMatchObject({ code });
    }
    expect(await other.selectFrom('exercises').selectAll().execute()).toEqual([]);
    expect(await importExercise(other, inChunks(repacked((text) => text)), null)).toBeDefined();
  });

  test('[EXF5] is for directors over HTTP; brought into a running server, play goes on there, paused', async () => {
    const server = await startServer();
    const { drill, facilitator, tokyo } = await running(server);
    await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
    await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
    const path = `/api/exercises/${drill.exerciseId}/file`;
    expect((await server.guest().get(path)).status).toBe(401);
    expect((await drill.staff.get('/api/exercises/not-there/file')).status).toBe(404);
    const response = await fetch(`${server.url}${path}?names=yes`, {
      headers: { cookie: drill.staff.cookie ?? '' },
    });
    expect(response.headers.get('content-disposition')).toContain(`${drill.exerciseId}.trilogue`);
    const file = Buffer.from(await response.arrayBuffer());
    const facts = await drill.staff.must<{ facts: { type: string }[] }>(
      `/api/exercises/${drill.exerciseId}/export`,
    );
    await server.close();

    const other = await emptySystem('sqlite');
    const { db, close } = await open(other);
    await importExercise(db, inChunks(file), null);
    await close();
    if (other.kind !== 'sqlite') return;
    await moveIntoThePast(other.dataDir, 3_600_000);
    const there = await startServer({ dataDir: other.dataDir });
    const staff = await there.staff();
    const { url } = there;
    const { exerciseId } = drill;
    await staff.staffSeat(exerciseId, 'Mio');
    const mio = await Person.sit<FacilitatorView>({ url, exerciseId, cookie: staff.cookie });
    expect(mio.view.exercise.stage).toBe('live');
    expect(mio.view.clock).toMatchObject({ status: 'paused', pauseCause: 'gap' });
    expect(
      Object.values(mio.view.events).filter(({ status }) => status === 'released'),
    ).toHaveLength(1);
    const now = await staff.must<{ facts: { type: string }[] }>(
      `/api/exercises/${exerciseId}/export`,
    );
    const types = ({ facts: all }: { facts: { type: string }[] }) =>
      all.slice(0, facts.facts.length).map(({ type }) => type);
    expect(types(now)).toEqual(types(facts));
    const links = await staff.links(exerciseId);
    expect(links.tables.map(({ tableId }) => tableId).sort()).toEqual(['manila', 'tokyo']);
  });
});

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function without(text: string, part: string): string {
  return text
    .split('\n')
    .filter((line) => !line.includes(part))
    .join('\n');
}

/** With the count and the sum that its lines come to. */
function resealed(text: string): string {
  const lines = text.split('\n').slice(0, -2);
  const body = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return `${body}${JSON.stringify({ end: { lines: lines.length, sha256 } })}\n`;
}
