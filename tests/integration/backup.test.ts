/** Backups: one moment of a system in one file, and the same system again, in either database. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { readBackup } from '../../server/src/backup/backup-file.js';
import { CopyFault } from '../../server/src/backup/faults.js';
import { allTables, sumOf } from '../../server/src/backup/read-tables.js';
import { restoreInto, standingIn } from '../../server/src/backup/restore.js';
import { findRunning } from '../../server/src/backup/running.js';
import type { System } from '../../server/src/backup/system.js';
import {
  copiedTables,
  copyOf,
  isCopied,
  notCopied,
  tableNames,
} from '../../server/src/backup/tables.js';
import { DatabaseUnavailable } from '../../server/src/store/database.js';
import { migrations } from '../../server/src/store/migrations.js';
import { hasPostgres } from '../support/postgres.js';
import {
  backUp,
  edited,
  emptySystem,
  inChunks,
  open,
  releasedSystem,
  restore,
  sumsBroughtForward,
  sumsOf,
} from './support/copies.js';
import { prepare, running } from './support/drill.js';
import { Person } from './support/person.js';
import { startServer } from './support/server.js';

const kinds: readonly System['kind'][] = hasPostgres ? ['sqlite', 'postgres'] : ['sqlite'];

async function askFor(dataDir: string, headers: Record<string, string> = {}) {
  const server = findRunning(dataDir);
  if (server === null) throw new Error('no server is announced');
  return fetch(new URL('/api/admin/backup', server.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${server.token}`, ...headers },
  });
}

describe('a backup', () => {
  test('[BAK1] of a running server is one moment of it, while people go on writing', async () => {
    const server = await startServer();
    const { drill, facilitator, tokyo } = await running(server);
    await facilitator.must({ type: 'ReleaseInject', injectId: 'jp-alarm' });
    await tokyo.player.until(({ view }) => 'jp-alarm' in view.injects);
    await tokyo.player.write('jp-alarm', 'Stop crane', 0);
    const thread = { kind: 'table', tableId: 'tokyo' } as const;
    let isOver = false;
    const talk = (async () => {
      for (let count = 0; !isOver; count++) {
        await tokyo.player.must({ type: 'SendMessage', thread, text: `word ${count}` });
      }
    })();
    const bytes = Buffer.from(await (await askFor(server.dataDir)).arrayBuffer());
    isOver = true;
    await talk;
    const facts = (
      await drill.staff.must<{ facts: Fact[] }>(`/api/exercises/${drill.exerciseId}/export`)
    ).facts;
    await server.close();
    // Nothing is left beside the database.
    expect(readdirSync(server.dataDir)).toEqual(['trilogue.db']);

    const system = await emptySystem('sqlite');
    await restore(system, bytes);
    const { db, close } = await open(system);
    const [exercise] = await db.selectFrom('exercises').select('head_seq').execute();
    const kept = await db.selectFrom('facts').select('body').orderBy('seq').execute();
    expect(kept.length).toBe(exercise?.head_seq);
    expect(kept.map(({ body }) => JSON.parse(body))).toEqual(facts.slice(0, kept.length));
    await close();

    // The same people sit down by the same tokens and go on.
    if (system.kind !== 'sqlite') return;
    const again = await startServer({ dataDir: system.dataDir });
    const { exerciseId } = drill;
    const back = await Person.sit<PlayerView>({
      url: again.url,
      exerciseId,
      token: tokyo.grant.token,
    });
    expect(back.view.injects['jp-alarm']).toBeDefined();
    expect(back.welcome?.drafts).toMatchObject([{ text: 'Stop crane', revision: 1 }]);
  });

  test('[BAK2] comes back the same, from either database into either', async () => {
    for (const from of kinds) {
      const source = await releasedSystem('0.1.0', from);
      const expected = await sumsBroughtForward('0.1.0', from);
      expect(expected.get('facts')?.rows).toBeGreaterThan(20);
      const bytes = await backUp(source);
      for (const into of kinds) {
        const target = await emptySystem(into);
        const loaded = await restore(target, bytes);
        expect(await sumsOf(target), `${from} to ${into}`).toEqual(expected);
        expect(loaded.get('exercises')).toBe(2);
        // It is whole without a server having touched it: every migration of this build is in it.
        const { db, close } = await open(target);
        const { rows } = await sql<{ name: string }>`
          select name from kysely_migration order by name`.execute(db);
        expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations).sort());
        await close();
      }
    }
  });

  test('[BAK2] of a system whose tables are all filled comes back the same', async () => {
    const server = await startServer();
    await prepare(server);
    await server.close();
    const source: System = { kind: 'sqlite', dataDir: server.dataDir };
    await fillEveryTable(source);
    const expected = await sumsOf(source);
    expect([...expected.keys()].sort()).toEqual([...tableNames].sort());
    const bytes = await backUp(source);
    for (const into of kinds) {
      const target = await emptySystem(into);
      await restore(target, bytes);
      expect(await sumsOf(target), into).toEqual(expected);
    }
  });

  test('[BAK3] that is cut short, altered, foreign or newer is refused, and nothing is written', async () => {
    const bytes = await backUp(await releasedSystem('0.1.0'));
    const unpacked = (change: (text: string) => string) => edited(bytes, change);
    const flipped = Buffer.from(bytes);
    const middle = Math.floor(flipped.length / 2);
    flipped[middle] = (flipped[middle] ?? 0) ^ 0x10;
    const cases: readonly [Buffer, string][] = [
      [bytes.subarray(0, bytes.length - 9), 'file/truncated'],
      [bytes.subarray(0, 2_000), 'file/truncated'],
      [unpacked((text) => `${text.split('\n').slice(0, -3).join('\n')}\n`), 'file/truncated'],
      [flipped, 'file/altered'],
      [unpacked((text) => text.replace('Autumn', 'Spring')), 'file/altered'],
      [unpacked((text) => text.replace('Autumn drill', 'Autumn')), 'file/altered'],
      [unpacked((text) => `${text}{}\n`), 'file/unreadable'],
      [unpacked((text) => text.replace('"formatVersion":1', '"formatVersion":2')), 'file/newer'],
      [unpacked((text) => text.replace('0001-first', '0999-later')), 'file/newer'],
      [unpacked((text) => text.replace('trilogue-backup', 'another-thing')), 'file/not-ours'],
      [Buffer.from('PK not a backup'), 'file/not-ours'],
      [unpacked(() => '\n'), 'file/altered'],
      [Buffer.alloc(0), 'file/truncated'],
    ];
    for (const [broken, code] of cases) {
      const system = await emptySystem('sqlite');
      await expect(restore(system, broken), code).rejects.toMatchObject({ code });
      expect(await standingIn(system)).toBeNull();
      if (system.kind === 'sqlite') expect(readdirSync(system.dataDir)).toEqual([]);
    }
  });

  test('[BAK4] goes into an empty system, or one that may go, and never a running one', async () => {
    const bytes = await backUp(await releasedSystem('0.1.0'));
    for (const kind of kinds) {
      // A server has run there, and nobody has used it.
      const target = await emptySystem(kind);
      const start = () =>
        startServer(
          target.kind === 'sqlite' ? { dataDir: target.dataDir } : { databaseUrl: target.url },
        );
      const idle = await start();
      await idle.staff();
      await idle.close();
      expect(await standingIn(target)).toBeNull();
      await restore(target, bytes);
      const before = await sumsOf(target);
      expect(await standingIn(target)).toEqual({ exercises: 2 });

      const again = restore(target, bytes);
      await expect(again).rejects.toMatchObject({ code: 'system/not-empty' });
      const server = await start();
      await expect(restore(target, bytes, true)).rejects.toThrow(/running|another Trilogue/);
      const drill = await prepare(server);
      expect(drill.exerciseId).toBeDefined();
      await server.close();
      expect(await standingIn(target)).toEqual({ exercises: 3 });
      await restore(target, bytes, true);
      expect(await sumsOf(target)).toEqual(before);
    }
  });

  test('[BAK5] copies every table there is but those that need not be, after what they refer to', async () => {
    for (const kind of kinds) {
      const { db } = await open(await emptySystem(kind));
      const all = [...(await allTables(db))].sort();
      const unknown = all.filter((table) => !isCopied(table) && !(table in notCopied));
      expect(unknown, 'say in server/src/backup/tables.ts whether they are copied').toEqual([]);
      expect(tableNames.filter((table) => !all.includes(table))).toEqual([]);
    }
    const { db } = await open(await emptySystem('sqlite'));
    for (const [index, table] of tableNames.entries()) {
      const { rows: columns } = await sql<{ name: string; pk: number }>`
        select name, pk from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db);
      expect([...copyOf(table).key], table).toEqual(columns.map(({ name }) => name));
      const { rows: refers } = await sql<{ table: string }>`
        select "table" from pragma_foreign_key_list(${table})`.execute(db);
      const before: readonly string[] = tableNames.slice(0, index);
      for (const { table: other } of refers) expect(before, table).toContain(other);
    }
    expect(Object.keys(copiedTables)).toEqual(tableNames);
  });

  test('[BAK6] is for whoever has the token of the data directory, and sits at this machine', async () => {
    const server = await startServer();
    const file = join(server.dataDir, 'running.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const api = await server.staff();
    expect((await api.post('/api/admin/backup', {})).status).toBe(404);
    const wrong = { authorization: `Bearer ${'x'.repeat(43)}` };
    expect((await askFor(server.dataDir, wrong)).status).toBe(404);
    const proxied = { 'x-forwarded-for': '127.0.0.1' };
    expect((await askFor(server.dataDir, proxied)).status).toBe(404);
    const answer = await askFor(server.dataDir);
    expect(answer.headers.get('content-type')).toBe('application/gzip');
    const { manifest, pages } = await readBackup(inChunks(Buffer.from(await answer.arrayBuffer())));
    for await (const _page of pages);
    expect(manifest.rows).toBe(Number(answer.headers.get('trilogue-rows')));
    const token = readFileSync(file, 'utf8');
    await server.close();
    expect(existsSync(file)).toBe(false);
    // A token is drawn anew at every start, and a file that a killed server left is no server.
    const next = await startServer({ dataDir: server.dataDir });
    expect(readFileSync(file, 'utf8')).not.toBe(token);
    await next.close();
  });

  test('[BAK7] that breaks off while it is written leaves everything as it was', async () => {
    const bytes = await backUp(await releasedSystem('0.1.0'));
    for (const kind of kinds) {
      const target = await releasedSystem('0.1.0', kind);
      const { db, close } = await open(target);
      await db.deleteFrom('drafts').execute();
      await close();
      const before = await sumsOf(target);
      const { manifest, pages } = await readBackup(inChunks(bytes));
      const options = { schema: manifest.schema, step: () => undefined, mayReplace: true };
      const failing = async function* () {
        for await (const page of pages) {
          if (page.table === 'join_codes') throw new CopyFault('file/altered', 'a bad block');
          yield page;
        }
      };
      const broken = restoreInto(target, { ...options, pages: failing() });
      await expect(broken).rejects.toThrow('a bad block');
      const strange = async function* () {
        yield { table: 'exercises' as const, rows: [{ no_such_column: 1 }] };
      };
      const wrong = restoreInto(target, { ...options, pages: strange() });
      await expect(wrong).rejects.toMatchObject({ code: 'file/unreadable' });
      expect(await sumsOf(target)).toEqual(before);
      if (target.kind === 'sqlite') expect(readdirSync(target.dataDir)).toEqual(['trilogue.db']);
    }
  });

  test('[BAK4] of a data directory that a server holds is left to that server', async () => {
    const server = await startServer();
    const system: System = { kind: 'sqlite', dataDir: server.dataDir };
    await expect(backUp(system)).rejects.toThrow(DatabaseUnavailable);
    const none: System = { kind: 'sqlite', dataDir: join(server.dataDir, 'nowhere') };
    await expect(backUp(none)).rejects.toMatchObject({ code: 'system/missing' });
    expect(existsSync(none.dataDir)).toBe(false);
  });
});

/** One row at least in every table, as the schema asks for it. */
async function fillEveryTable(system: System): Promise<void> {
  const { db, close } = await open(system);
  const [exercise] = await db.selectFrom('exercises').select('id').execute();
  for (const table of tableNames) {
    if ((await sumOf(db, table)).rows > 0) continue;
    const { rows: columns } = await sql<{ name: string; type: string }>`
      select name, type from pragma_table_info(${table})`.execute(db);
    const row = Object.fromEntries(
      columns.map(({ name, type }) => {
        if (name === 'exercise_id') return [name, exercise?.id];
        return [name, /int/i.test(type) ? 1 : name === 'targets' ? '{}' : 'x'];
      }),
    );
    await db
      .insertInto(table)
      .values(row as never)
      .execute();
  }
  await close();
}
