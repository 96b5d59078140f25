import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqlite } from '../../server/src/store/sqlite.js';
import { running } from './support/drill.js';
import { startServer, tempDir } from './support/server.js';

test('[QUAR1] an exercise whose log can’t be read is put aside; the others go on', async () => {
  const server = await startServer();
  const broken = await running(server);
  const sound = await running(server);
  await server.close();
  const { db, close } = await openSqlite(server.dataDir);
  await db
    .updateTable('facts')
    .set({ body: '{"type":"Gibberish"}' })
    .where('exercise_id', '=', broken.exerciseId)
    .where('seq', '=', 3)
    .execute();
  await close();

  const again = await startServer({ dataDir: server.dataDir });
  const staff = await again.staff();
  const aside = await staff.get(`/api/exercises/${broken.exerciseId}/links`);
  expect(aside).toMatchObject({
    status: 409,
    body: {
      code: 'exercise/quarantined',
      message: expect.stringContaining("fact 3 can't be read"),
    },
  });
  expect((await staff.get(`/api/exercises/${sound.exerciseId}/links`)).status).toBe(200);
  const cards = await staff.must<{ exerciseId: string }[]>('/api/exercises');
  expect(cards).toHaveLength(2);
});

test('[HTTP3] hashed files are kept for good, every other path is the page, lost files are lost', async () => {
  const clientDir = tempDir();
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), '<title>Trilogue</title>');
  writeFileSync(join(clientDir, 'assets', 'app-1a2b.js'), 'export {};');
  const server = await startServer({ clientDir });
  const guest = server.guest();
  const page = await guest.get('/play/abc/def');
  expect(page).toMatchObject({ status: 200, text: '<title>Trilogue</title>' });
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const asset = await guest.get('/assets/app-1a2b.js');
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect((await guest.get('/assets/old.js')).status).toBe(404);
  expect((await guest.get('/../../package.json')).text).not.toContain('"name"');
});
