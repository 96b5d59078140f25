/** Attachments, the audit log and the signing keys, on both databases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { AuditEntry } from '../../server/src/store/audit-store.js';
import { openSqliteStore, openStore, type Store } from '../../server/src/store/store.js';
import { freshDatabase, hasPostgres } from '../support/postgres.js';

function safetyStores(name: string, open: () => Promise<Store>) {
  const opened = async () => {
    const store = await open();
    onTestFinished(store.close);
    return store;
  };
  const create = async ({ events }: Store, id: string) => {
    await events.createExercise({
      exerciseId: id as ExerciseId,
      scenarioId: 'two-tables',
      scenarioText: '{}',
      scenarioHash: '0',
      title: 'Autumn drill',
      createdAtMs: 1,
    });
    return id as ExerciseId;
  };

  test(`[STORE12] ${name}: an attachment’s bytes are kept once, for each exercise that has them, and go with the last`, async () => {
    const store = await opened();
    const [one, other] = [await create(store, 'exercise-1'), await create(store, 'exercise-2')];
    const bytes = Buffer.from([0, 255, 39, 92, 0, 10]);
    const file = { file: 'a.png', hash: 'h1', type: 'image/png', size: bytes.length };
    const { attachments } = store;
    await attachments.add(one, [{ ...file, bytes }], 1_700_000_000_000);
    await attachments.add(one, [{ ...file, bytes }], 1_700_000_000_001);
    await attachments.add(other, [{ ...file, file: 'b.png', bytes }], 1_700_000_000_002);
    expect(await attachments.list(one)).toEqual([file]);
    expect(await attachments.list(other)).toEqual([{ ...file, file: 'b.png' }]);
    expect((await attachments.read('h1'))?.equals(bytes)).toBe(true);
    await attachments.remove(one, 'h1');
    expect(await attachments.list(one)).toEqual([]);
    expect(await attachments.read('h1')).not.toBeNull();
    await attachments.remove(other, 'h1');
    expect(await attachments.read('h1')).toBeNull();
  });

  test(`[AUDIT5] ${name}: what is noted of a command is on record with what came of it, or not at all`, async () => {
    const store = await opened();
    const exerciseId = await create(store, 'exercise-1');
    const noted = (id: string): AuditEntry => ({
      id,
      atMs: 1_700_000_000_000,
      exerciseId,
      actorKind: 'seat',
      accountId: null,
      seatId: 'director',
      session: null,
      address: null,
      action: 'command/PauseClock',
      targets: {},
      outcome: 'command/not-allowed',
    });
    const commit = (seqs: readonly number[], audit: readonly AuditEntry[]) =>
      store.events.commit({ exerciseId, afterSeq: 0, keys: [] }, () => ({
        addition: {
          facts: seqs.map((seq) => ({ seq, epoch: 0, type: 'ClockPaused' }) as unknown as Fact),
          receipts: [],
          audit,
          stage: 'live',
          recordedAtMs: 2_000,
        },
        result: null,
      }));
    const ids = async () => (await store.audit.read({ exerciseId, limit: 10 })).map(({ id }) => id);
    // A fact out of its place undoes the whole turn.
    await expect(commit([1, 7], [noted('a-1')])).rejects.toThrow('out of place');
    await expect(commit([1], [noted('a-1'), noted('a-1')])).rejects.toThrow();
    expect(await ids()).toEqual([]);
    expect(await store.events.headsOf([exerciseId])).toEqual(new Map([[exerciseId, 0]]));
    // What was refused made no fact, and is noted all the same.
    await commit([], [noted('a-1')]);
    await commit([1], [noted('a-2'), noted('a-3')]);
    expect(await ids()).toEqual(['a-3', 'a-2', 'a-1']);
  });

  test(`[STORE13] ${name}: the audit log and the signing keys are read as they were written`, async () => {
    const store = await opened();
    const exerciseId = await create(store, 'exercise-1');
    const entry = (id: string, change: Partial<AuditEntry> = {}): AuditEntry => ({
      id,
      atMs: 1_700_000_000_000,
      exerciseId,
      actorKind: 'session',
      accountId: null,
      seatId: null,
      session: 'abcdef012345',
      address: '192.0.2.1',
      action: 'exercise/created',
      targets: { injectId: 'x' },
      outcome: 'ok',
      ...change,
    });
    const entries = [entry('1'), entry('2', { exerciseId: null }), entry('3', { atMs: 5 })];
    await store.audit.add(entries);
    expect(await store.audit.read({ limit: 10 })).toEqual([...entries].reverse());
    expect(await store.audit.read({ exerciseId, before: '3', limit: 10 })).toEqual([entry('1')]);
    expect(await store.audit.createdIn('abcdef012345')).toBe(2);
    await store.audit.removeBefore(6);
    expect(await store.audit.read({ limit: 10 })).toHaveLength(2);
    const key = { id: 'k', secret: 's', createdAtMs: 1_700_000_000_000 };
    await store.keys.add(key);
    expect(await store.keys.list()).toEqual([key]);
    await store.keys.removeBefore(key.createdAtMs + 1);
    expect(await store.keys.list()).toEqual([]);
  });
}

safetyStores('SQLite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'trilogue-safety-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return openSqliteStore(directory);
});

describe.skipIf(!hasPostgres)('with the system’s PostgreSQL', () => {
  safetyStores('PostgreSQL', async () =>
    openStore(
      { dataDir: 'nowhere', databaseUrl: await freshDatabase() },
      { warn: () => undefined },
    ),
  );
});
