/** What every event store must do. Run against each implementation from event-store.test.ts. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { reject } from '@trilogue/engine/exercise/rejections';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import { describe, expect, test } from 'vitest';
import type { Append, EventStore, Receipt } from '../../server/src/store/event-store.js';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Puts something unreadable where a fact stands. */
  spoilFact(exerciseId: ExerciseId, seq: number): Promise<void>;
}

export function eventStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`event store: ${name}`, () => {
    test('[STORE1] what was appended is read back in order, from any place', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const facts = someFacts(1, 1_200);
      expect(await store.append(appendOf(exerciseId, 0, facts))).toEqual({ ok: true });
      expect(await store.readFacts(exerciseId, 0)).toEqual(facts);
      expect(await store.readFacts(exerciseId, 1_198)).toEqual(facts.slice(-2));
      expect(await store.readFacts(exerciseId, 1_200)).toEqual([]);
      const row = await store.findExercise(exerciseId);
      expect(row).toMatchObject({ headSeq: 1_200, epoch: 0, stage: 'live' });
    });

    test('[STORE2] an append on another head than expected writes nothing', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      await store.append(appendOf(exerciseId, 0, someFacts(1, 2)));
      const late = appendOf(exerciseId, 0, someFacts(1, 1), [receipt('late-one')]);
      expect(await store.append(late)).toEqual({ ok: false, reason: 'conflict' });
      const early = appendOf(exerciseId, 5, someFacts(6, 1));
      expect(await store.append(early)).toEqual({ ok: false, reason: 'conflict' });
      expect(await store.readFacts(exerciseId, 0)).toHaveLength(2);
      expect(await store.findReceipts(exerciseId, [receipt('late-one')])).toEqual([]);
    });

    test('[STORE3] of two appends at once on one head exactly one is kept', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const results = await Promise.all(
        Array.from({ length: 5 }, () => store.append(appendOf(exerciseId, 0, someFacts(1, 1)))),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await store.readFacts(exerciseId, 0)).toHaveLength(1);
    });

    test('[STORE4] facts and receipts are kept together or not at all', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      const first = receipt('first-one');
      await store.append(appendOf(exerciseId, 0, someFacts(1, 1), [first]));
      const second = appendOf(exerciseId, 1, someFacts(2, 1), [receipt('new-one'), first]);
      await expect(store.append(second)).rejects.toThrow();
      const gap = appendOf(exerciseId, 1, someFacts(3, 1), [receipt('gap-one')]);
      await expect(store.append(gap)).rejects.toThrow();
      expect(await store.readFacts(exerciseId, 0)).toHaveLength(1);
      expect(await store.findReceipts(exerciseId, [receipt('new-one')])).toEqual([]);
      expect(await store.findExercise(exerciseId)).toMatchObject({ headSeq: 1 });
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
      await store.append(appendOf(exerciseId, 0, [], [refused]));
      expect(await store.findExercise(exerciseId)).toMatchObject({ headSeq: 0, stage: 'draft' });
      expect(await store.findReceipts(exerciseId, [refused])).toEqual([refused]);
      expect(await store.findReceipts(other, [refused])).toEqual([]);
      const elsewhere = { actor: 'seat-2', commandId: refused.commandId };
      expect(await store.findReceipts(exerciseId, [elsewhere])).toEqual([]);
      expect(await store.findReceipts(exerciseId, [])).toEqual([]);
    });

    test('[STORE6] exercises are listed newest first, and an unknown one is null', async () => {
      const { store } = await open();
      await newExercise(store, 'exercise-1', 1_000);
      await newExercise(store, 'exercise-2', 2_000);
      const ids = (await store.listExercises()).map(({ exerciseId }) => exerciseId);
      expect(ids).toEqual(['exercise-2', 'exercise-1']);
      expect(await store.findExercise('nowhere' as ExerciseId)).toBeNull();
      const lost = appendOf('nowhere' as ExerciseId, 0, []);
      expect(await store.append(lost)).toEqual({ ok: false, reason: 'unknown-exercise' });
    });

    test('[STORE7] a stored fact that can’t be parsed is an error that names it', async () => {
      const { store, spoilFact } = await open();
      const exerciseId = await newExercise(store);
      await store.append(appendOf(exerciseId, 0, someFacts(1, 3)));
      await spoilFact(exerciseId, 2);
      await expect(store.readFacts(exerciseId, 0)).rejects.toThrow(/fact 2 can't be read/);
      expect(await store.readFacts(exerciseId, 2)).toHaveLength(1);
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

    test('[STORE9] an append with the fence of a lease that was lost is refused', async () => {
      const { store } = await open();
      const exerciseId = await newExercise(store);
      await store.takeLease({ exerciseId, holder: 'a', nowMs: 1_000, staleBeforeMs: 0 });
      await store.takeLease({ exerciseId, holder: 'b', nowMs: 9_000, staleBeforeMs: 8_000 });
      const append = appendOf(exerciseId, 0, someFacts(1, 1));
      expect(await store.append({ ...append, fence: 1 })).toEqual({ ok: false, reason: 'fenced' });
      expect(await store.append({ ...append, fence: 2 })).toEqual({ ok: true });
      // Whoever is not the keeper brings no fence; the head alone guards.
      expect(await store.append(appendOf(exerciseId, 1, someFacts(2, 1)))).toEqual({ ok: true });
    });

    test('[STORE10] the latest moment on record counts facts and leases', async () => {
      const { store } = await open();
      expect(await store.lastRecordedMs()).toBe(0);
      const exerciseId = await newExercise(store, 'exercise-1', 1_000);
      await store.append({ ...appendOf(exerciseId, 0, someFacts(1, 1)), recordedAtMs: 5_000 });
      expect(await store.lastRecordedMs()).toBe(5_000);
      await store.takeLease({ exerciseId, holder: 'a', nowMs: 5_000, staleBeforeMs: 0 });
      await store.renewLeases([{ exerciseId, fence: 1, playMs: 1, nowMs: 7_000 }]);
      expect(await store.lastRecordedMs()).toBe(7_000);
      expect(Math.abs((await store.nowMs()) - Date.now())).toBeLessThan(2_000);
    });
  });
}

async function newExercise(
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

function appendOf(
  exerciseId: ExerciseId,
  expectedSeq: number,
  facts: readonly Fact[],
  receipts: readonly Receipt[] = [],
): Append {
  return { exerciseId, expectedSeq, facts, receipts, stage: 'live', recordedAtMs: 2_000 };
}

function someFacts(fromSeq: number, count: number): Fact[] {
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

function receipt(commandId: string): Receipt {
  return {
    actor: 'seat-1',
    commandId,
    payloadHash: 'abc',
    answer: { ok: true, cursor: { epoch: 0, seq: 1 } },
  };
}
