/** `trilogue backup`, `restore`, `export-exercise`, `import-exercise` and `migrate` as people start them. */
import { existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { System } from '../../server/src/backup/system.js';
import { tableNames } from '../../server/src/backup/tables.js';
import {
  emptySystem,
  open,
  releasedSystem,
  sumsBroughtForward,
  sumsOf,
} from '../integration/support/copies.js';
import { prepare } from '../integration/support/drill.js';
import { startProcess } from '../integration/support/process.js';
import { scenariosDir, startServer, tempDir } from '../integration/support/server.js';
import { hasPostgres } from '../support/postgres.js';
import { trilogue } from '../support/trilogue.js';

function placeOf(system: System): string {
  return system.kind === 'sqlite' ? system.dataDir : system.url;
}

test('[CLI9] a running system is backed up, and comes back where there is none', async () => {
  const dataDir = tempDir();
  const server = await startProcess(dataDir, scenariosDir());
  const drill = await prepare(server);
  const file = join(tempDir(), 'copies', 'drill.backup');
  const done = await trilogue(['backup', '--data', dataDir, '--out', file, '--format', 'json']);
  expect(done).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(done.stdout)).toMatchObject({ file, tables: { exercises: 1 } });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(file, '..'))).toEqual(['drill.backup']);

  const taken = await trilogue(['restore', file, '--data', dataDir, '--replace', '--yes']);
  expect(taken).toMatchObject({ status: 2, stdout: '' });
  expect(taken.stderr).toContain('stop it first');
  // Killed, it leaves its file behind, and nobody is misled by that.
  await server.kill();
  expect(existsSync(join(dataDir, 'running.json'))).toBe(true);
  const occupied = await trilogue(['restore', file, '--data', dataDir]);
  expect(occupied).toMatchObject({ status: 2, stdout: '' });
  expect(occupied.stderr).toContain('--replace');
  const unasked = await trilogue(['restore', file, '--data', dataDir, '--replace']);
  expect(unasked).toMatchObject({ status: 2, stdout: '' });
  expect(unasked.stderr).toContain('a system with 1 exercise would go; say --yes');

  const elsewhere = tempDir();
  const restored = await trilogue(['restore', file], {
    env: { TRILOGUE_DATA: elsewhere, DATABASE_URL: '' },
  });
  expect(restored).toMatchObject({ status: 0, stderr: '' });
  expect(restored.stdout).toContain('1 exercise, ');
  const again = await startServer({ dataDir: elsewhere });
  const cards = await (await again.staff()).must<{ exerciseId: string }[]>('/api/exercises');
  expect(cards).toMatchObject([{ exerciseId: drill.exerciseId }]);
});

test('[CLI10] what is wrong with a file or a place is said in a line, with what to do', async () => {
  const system = await releasedSystem('0.1.0');
  const file = join(tempDir(), 'drill.backup');
  expect((await trilogue(['backup', '--data', placeOf(system), '--out', file])).stdout).toContain(
    'checked',
  );
  const dataDir = tempDir();
  truncateSync(file, statSync(file).size - 5);
  const cases: readonly [readonly string[], string][] = [
    [['restore', file, '--data', dataDir], 'this backup is cut short'],
    [['backup', '--data', dataDir, '--out', file], 'no Trilogue has ever run in'],
    [['import-exercise', file, '--data', dataDir], 'this is no exercise file'],
    [['migrate', '--from', placeOf(system)], 'is to be postgres://'],
  ];
  for (const [args, words] of cases) {
    const { status, stdout, stderr } = await trilogue(args, { env: { DATABASE_URL: '' } });
    expect({ status, stdout }, stderr).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n'), stderr).toHaveLength(1);
  }
  // What was there before stays, and nothing half-written stands beside it.
  expect(readdirSync(join(file, '..'))).toEqual(['drill.backup']);
});

test('[CLI11] an exercise goes out of one running server and into another', async () => {
  const [oneDir, otherDir] = [tempDir(), tempDir()];
  const one = await startProcess(oneDir, scenariosDir());
  const drill = await prepare(one);
  const other = await startProcess(otherDir, scenariosDir());
  const file = join(tempDir(), 'autumn.trilogue');
  const { exerciseId } = drill;
  const out = await trilogue(['export-exercise', exerciseId, '--data', oneDir, '--out', file]);
  expect(out).toMatchObject({ status: 0, stderr: '' });
  expect(out.stdout).toContain('without names');
  const back = await trilogue(['import-exercise', file, '--data', otherDir, '--format', 'json']);
  expect(back).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(back.stdout)).toMatchObject({ exerciseId, title: 'Autumn drill' });
  const logs = await Promise.all(
    [one, other].map(async (server) =>
      (await server.staff()).must<{ facts: object[] }>(`/api/exercises/${exerciseId}/export`),
    ),
  );
  expect(logs[1]?.facts).toEqual(logs[0]?.facts);

  const twice = await trilogue(['import-exercise', file, '--data', otherDir]);
  expect(twice).toMatchObject({ status: 2, stdout: '' });
  expect(twice.stderr).toContain('--as NEW-ID');
  const renamed = await trilogue([
    'import-exercise',
    file,
    '--data',
    otherDir,
    '--as',
    'autumn-copy',
  ]);
  expect(renamed.status).toBe(0);
  expect(renamed.stderr).toContain('nameless');
  writeFileSync(file, 'nonsense');
  const broken = await trilogue(['import-exercise', file, '--data', otherDir]);
  expect(broken).toMatchObject({ status: 2, stdout: '' });
  expect(broken.stderr).toBe('this is no exercise file\n');
});

describe.skipIf(!hasPostgres)('with the system’s PostgreSQL', () => {
  test('[CLI12] an SQLite system moves to PostgreSQL whole, and a used database or a running source is refused', async () => {
    const source = await releasedSystem('0.1.0');
    const expected = await sumsOf(source);
    const target = await emptySystem('postgres');
    const url = placeOf(target);
    const args = ['migrate', '--from', placeOf(source)];
    const moved = await trilogue([...args, '--format', 'json'], {
      env: { DATABASE_URL: url },
    });
    expect(moved).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(moved.stdout)).toMatchObject({ tables: { exercises: 2, seats: 6 } });
    expect(await sumsOf(target)).toEqual(await sumsBroughtForward('0.1.0'));
    expect(await sumsOf(source)).toEqual(expected);

    const again = await trilogue([...args, '--to', url]);
    expect(again).toMatchObject({ status: 2, stdout: '' });
    expect(again.stderr).toContain('there is a system already, with 2 exercises');
    const running = await startServer({ dataDir: placeOf(source) });
    const empty = await emptySystem('postgres');
    const early = await trilogue([...args, '--to', placeOf(empty)]);
    expect(early).toMatchObject({ status: 2, stdout: '' });
    expect(early.stderr).toContain('stop it first');
    await running.close();

    // A node starts on it, and a backup is taken while it runs.
    const node = await startServer({ databaseUrl: url });
    const cards = await (await node.staff()).must<object[]>('/api/exercises');
    expect(cards).toHaveLength(2);
    const file = join(tempDir(), 'drill.backup');
    expect((await trilogue(['backup', '--data', url, '--out', file])).status).toBe(0);
    const busy = await trilogue(['restore', file, '--data', url, '--replace', '--yes']);
    expect(busy).toMatchObject({ status: 2, stdout: '' });
    expect(busy.stderr).toContain('a Trilogue is running on this database');
    await node.close();
    const small = await emptySystem('sqlite');
    expect((await trilogue(['restore', file, '--data', placeOf(small)])).status).toBe(0);
    const { db } = await open(small);
    for (const table of tableNames) await db.selectFrom(table).selectAll().execute();
    const facts = await db.selectFrom('facts').select('seq').execute();
    expect(facts.length).toBe(expected.get('facts')?.rows);
  });
});
