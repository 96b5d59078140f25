/** What every event store must do. Run against each implementation from event-store.test.ts. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { reject } from '@trilogue/engine/exercise/rejections';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import { describe, expect, test } from 'vitest';
import {
  type Addition,
  type EventStore,
  type Receipt,
  type ReceiptKey,
  UnknownExercise,
  UnreadableLog,
} from '../../server/src/store/event-store.js';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Puts something unreadable where a fact stands. */
  spoilFact(exerciseId: ExerciseId, seq: number): Promise<void>;
  /** The same where the answer to a command stands. */
  spoilReceipt(exerciseId: ExerciseId, commandId: string): Promise<void>;
}

export function eventStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`event store: ${name}`, () => {
    test('[STORE1] what was kept is read back in order, from any place', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const facts = someFacts(1, 1_200);
      expect(await keep(store, exerciseId, 0, facts)).toEqual([]);
      expect(await store.readFacts(exerciseId, 0)).toEqual(facts);
      expect(await store.readFacts(exerciseId, 1_198)).toEqual(facts.slice(-2));
      expect(await store.readFacts(exerciseId, 1_200)).toEqual([]);
      const row = await store.findExercise(exerciseId);
      expect(row).toMatchObject({ headSeq: 1_200, epoch: 0, stage: 'live' });
      const heads = await store.headsOf([exerciseId, 'nowhere' as ExerciseId]);
      expect([...heads]).toEqual([[exerciseId, 1_200]]);
      expect((await store.headsOf([])).size).toBe(0);
    });

    test('[STORE2] a turn is told what it missed, and what does not follow on that is not written', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const facts = someFacts(1, 2);
      await keep(store, exerciseId, 0, facts);
      expect(await keep(store, exerciseId, 0, [])).toEqual(facts);
      expect(await keep(store, exerciseId, 1, [])).toEqual(facts.slice(1));
      await expect(
        keep(store, exerciseId, 0, someFacts(1, 1), [receipt('late')]),
      ).rejects.toThrow();
      await expect(keep(store, exerciseId, 2, someFacts(4, 1), [receipt('gap')])).rejects.toThrow();
      await expect(keep(store, exerciseId, 5, someFacts(6, 1), [receipt('far')])).rejects.toThrow();
      expect(await store.readFacts(exerciseId, 0)).toEqual(facts);
      const keys = [receipt('late'), receipt('gap'), receipt('far')];
      expect(await receiptsOf(store, exerciseId, keys)).toEqual([]);
    });

    test('[STORE3] turns at once on one exercise queue, and each sees what those before it did', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const turn = () =>
        store.commit({ exerciseId, afterSeq: 0, keys: [] }, ({ missed }) => ({
          addition: additionOf(someFacts(missed.length + 1, 1)),
          result: missed.length,
        }));
      const seen = await Promise.all(Array.from({ length: 8 }, turn));
      expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      const kept = await store.readFacts(exerciseId, 0);
      expect(kept.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });

    test('[STORE4] facts and receipts are kept together or not at all', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const first = receipt('first-one');
      await keep(store, exerciseId, 0, someFacts(1, 1), [first]);
      const again = [receipt('new-one'), first];
      await expect(keep(store, exerciseId, 1, someFacts(2, 1), again)).rejects.toThrow();
      const thrown = store.commit({ exerciseId, afterSeq: 1, keys: [] }, () => {
        throw new Error('the decider broke');
      });
      await expect(thrown).rejects.toThrow('the decider broke');
      expect(await store.readFacts(exerciseId, 0)).toHaveLength(1);
      expect(await receiptsOf(store, exerciseId, [receipt('new-one')])).toEqual([]);
      expect(await store.findExercise(exerciseId)).toMatchObject({ headSeq: 1 });
      // The exercise is in nobody's hand any more.
      await keep(store, exerciseId, 1, someFacts(2, 1));
    });

    test('[STORE5] a receipt is found by exercise, sender and command, whatever its answer', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const other = await newExercise(store, 'exercise-2');
      const refused: Receipt = {
        ...receipt('refused-one'),
        answer: reject('inject/recalled', 'it was recalled', { minutes: 3 }),
      };
      // A refusal without facts moves no head.
      await keep(store, exerciseId, 0, [], [refused]);
      expect(await store.findExercise(exerciseId)).toMatchObject({ headSeq: 0, stage: 'draft' });
      expect(await receiptsOf(store, exerciseId, [refused])).toEqual([refused]);
      expect(await receiptsOf(store, other, [refused])).toEqual([]);
      const elsewhere = { actor: 'seat-2', commandId: refused.commandId };
      expect(await receiptsOf(store, exerciseId, [elsewhere])).toEqual([]);
      expect(await receiptsOf(store, exerciseId, [])).toEqual([]);
    });

    test('[STORE6] exercises are listed newest first, and an unknown one is null', async () => {
      const { store } = await open();
      await newExercise(store, 'exercise-1', 1_000);
      await newExercise(store, 'exercise-2', 2_000);
      const ids = (await store.listExercises()).map(({ exerciseId }) => exerciseId);
      expect(ids).toEqual(['exercise-2', 'exercise-1']);
      expect(await store.findExercise('nowhere' as ExerciseId)).toBeNull();
      await expect(keep(store, 'nowhere' as ExerciseId, 0, [])).rejects.toThrow(UnknownExercise);
    });

    test('[STORE7] a stored fact that can’t be parsed is an error that names it', async () => {
      const { store, spoilFact } = await open();
      const exerciseId = await newExercise(store);
      await keep(store, exerciseId, 0, someFacts(1, 3));
      await spoilFact(exerciseId, 2);
      await expect(store.readFacts(exerciseId, 0)).rejects.toThrow(/fact 2 can't be read/);
      await expect(keep(store, exerciseId, 1, [])).rejects.toThrow(UnreadableLog);
      expect(await store.readFacts(exerciseId, 2)).toHaveLength(1);
    });

    test('[STORE15] a kept answer that can’t be parsed keeps nobody else from theirs', async () => {
      const { store, spoilReceipt } = await open();
      const exerciseId = await newExercise(store);
      const [spoilt, sound] = [receipt('spoilt-one'), receipt('sound-one')];
      await keep(store, exerciseId, 0, someFacts(1, 1), [spoilt, sound]);
      await spoilReceipt(exerciseId, spoilt.commandId);
      const answer = expect.objectContaining({ code: 'server/unavailable' });
      const found = await receiptsOf(store, exerciseId, [spoilt, sound]);
      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining([sound, { ...spoilt, answer }]));
    });

    test('[STORE8] a lease changes hands when it is stale, and its fence grows', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const take = (holder: string, nowMs: number, staleBeforeMs: number) =>
        store.takeLease({ exerciseId, holder, nowMs, staleBeforeMs });
      expect(await take('a', 1_000, 0)).toEqual({ fence: 1, last: null });
      const renewal = { exerciseId, fence: 1, playMs: 700, nowMs: 2_000 };
      expect(await store.renewLeases([renewal])).toEqual([]);
      expect(await take('b', 3_000, 1_500)).toBeNull();
      expect(await take('b', 9_000, 8_000)).toEqual({
        fence: 2,
        last: { playMs: 700, nowMs: 2_000 },
      });
      expect(await store.renewLeases([renewal])).toEqual([exerciseId]);
    });

    test('[STORE9] a turn sees the lease as it stands, and which live exercises nobody keeps', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const lease = () =>
        store.commit({ exerciseId, afterSeq: 0, keys: [] }, (ground) => ({
          addition: null,
          result: ground.lease,
        }));
      expect(await lease()).toBeNull();
      expect(await store.unkept(10_000)).toEqual([]);
      await keep(store, exerciseId, 0, someFacts(1, 1));
      expect(await store.unkept(0)).toEqual([exerciseId]);
      await store.takeLease({ exerciseId, holder: 'a', nowMs: 1_000, staleBeforeMs: 0 });
      await store.renewLeases([{ exerciseId, fence: 1, playMs: 1_500, nowMs: 2_000 }]);
      const standing = { fence: 1, last: { playMs: 1_500, nowMs: 2_000 } };
      expect(
        await store.commit({ exerciseId, afterSeq: 1, keys: [] }, (ground) => ({
          addition: null,
          result: ground.lease,
        })),
      ).toEqual(standing);
      expect(await store.unkept(2_000)).toEqual([]);
      expect(await store.unkept(2_001)).toEqual([exerciseId]);
    });

    test('[STORE10] the latest moment on record counts facts and leases', async () => {
      const { store } = await open();
      expect(await store.lastRecordedMs()).toBe(0);
      const exerciseId = await newExercise(store, 'exercise-1', 1_000);
      await store.commit({ exerciseId, afterSeq: 0, keys: [] }, () => ({
        addition: { ...additionOf(someFacts(1, 1)), recordedAtMs: 5_000 },
        result: null,
      }));
      expect(await store.lastRecordedMs()).toBe(5_000);
      await store.takeLease({ exerciseId, holder: 'a', nowMs: 5_000, staleBeforeMs: 0 });
      await store.renewLeases([{ exerciseId, fence: 1, playMs: 1, nowMs: 7_000 }]);
      expect(await store.lastRecordedMs()).toBe(7_000);
      expect(Math.abs((await store.nowMs()) - Date.now())).toBeLessThan(2_000);
    });
  });
}

export async function newExercise(
  store: EventStore,
  id = 'exercise-1',
  createdAtMs = 1_000,
): Promise<ExerciseId> {
  const exerciseId = id as ExerciseId;
  await store.createExercise({
    exerciseId,
    scenarioId: 'two-tables',
    scenarioText: '{}',
    scenarioHash: 'hash',
    title: 'Drill',
    createdAtMs,
  });
  return exerciseId;
}

export function additionOf(facts: readonly Fact[], receipts: readonly Receipt[] = []): Addition {
  return { facts, receipts, audit: [], stage: 'live', recordedAtMs: 2_000 };
}

/** Keeps facts and receipts, and tells what was missed. */
export function keep(
  store: EventStore,
  exerciseId: ExerciseId,
  afterSeq: number,
  facts: readonly Fact[],
  receipts: readonly Receipt[] = [],
): Promise<readonly Fact[]> {
  return store.commit({ exerciseId, afterSeq, keys: [] }, ({ missed }) => ({
    addition: additionOf(facts, receipts),
    result: missed,
  }));
}

async function receiptsOf(
  store: EventStore,
  exerciseId: ExerciseId,
  keys: readonly ReceiptKey[],
): Promise<readonly Receipt[]> {
  return store.commit({ exerciseId, afterSeq: 0, keys }, ({ receipts }) => ({
    addition: null,
    result: receipts,
  }));
}

export function someFacts(fromSeq: number, count: number): Fact[] {
  return Array.from({ length: count }, (_, index) => ({
    type: 'PaceSet',
    pace: 'auto',
    seq: fromSeq + index,
    epoch: 0,
    atMs: 1_795_000_000_000 + index,
    playMs: index,
    by: { kind: 'host' },
    causedBy: null,
  }));
}

export function receipt(commandId: string): Receipt {
  return {
    actor: 'seat-1',
    commandId,
    payloadHash: 'abc',
    answer: { ok: true, cursor: { epoch: 0, seq: 1 } },
  };
}
