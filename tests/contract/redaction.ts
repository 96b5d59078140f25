/** What forgetting does on disk. Run against each database from redaction.test.ts. */
import type { Fact, FactBody } from '@trilogue/engine/exercise/facts';
import type { ExerciseId, InjectId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { redactedText } from '@trilogue/engine/protocol/redaction';
import { describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../server/src/store/database.js';
import { sqlDirectory } from '../../server/src/store/directory.js';
import { sqlDrafts } from '../../server/src/store/drafts.js';
import type { EventStore } from '../../server/src/store/event-store.js';
import { sqlEventStore } from '../../server/src/store/sql-event-store.js';

const exerciseId = 'exercise-1' as ExerciseId;
const other = 'exercise-2' as ExerciseId;
const injectId = 'note' as InjectId;
const tableId = 'tokyo' as TableId;
const aiko = 'seat-aiko' as SeatId;
const jun = 'seat-jun' as SeatId;
export const canary = 'kx-canary-Reiko-Tanaka-kx';

const answer = { type: 'ResponseSent', injectId, tableId, text: `${canary} said so` } as const;
const removal: Extract<FactBody, { type: 'ContentRedacted' }> = {
  type: 'ContentRedacted',
  texts: [{ factSeq: 1, fields: ['text'] }],
  reason: 'personal',
};

/** @param open a database with its tables and nothing in them. */
export function redactionContract(name: string, open: () => Promise<OpenDatabase>): void {
  describe(`forgetting in ${name}`, () => {
    test('[LAW10] a fact’s text gives way to a tombstone, and nothing else in the log changes', async () => {
      const database = await open();
      const { events, append } = await storeOf(database);
      const log = [answer, { ...answer, type: 'ResponseNoted', text: 'Stays' } as const];
      const [sent, noted] = await append(exerciseId, log);
      await append(other, [answer]);
      const [removed] = await append(exerciseId, [removal]);
      expect(await events.readFacts(exerciseId, 0)).toEqual([
        { ...sent, text: redactedText, redacted: ['text'] },
        noted,
        removed,
      ]);
      // The same number in another exercise is another fact.
      expect(await events.readFacts(other, 0)).toMatchObject([{ text: answer.text }]);
    });

    test('[LAW10] a text that is removed in the turn in which it came never stays', async () => {
      const { events, append } = await storeOf(await open());
      await append(exerciseId, [answer, removal]);
      expect(JSON.stringify(await events.readFacts(exerciseId, 0))).not.toContain(canary);
    });

    test('[LAW10] the draft of a removed answer goes, and so does the exercise’s title', async () => {
      const database = await open();
      const { events, append } = await storeOf(database);
      const drafts = sqlDrafts(database.db);
      const draft = { injectId, text: canary, revision: 1, seatId: aiko, atMs: 1 };
      await append(exerciseId, [answer, { ...created, title: canary }]);
      await drafts.save(exerciseId, tableId, draft);
      await drafts.save(exerciseId, 'manila' as TableId, { ...draft, text: 'Stays' });
      const titled = [...removal.texts, { factSeq: 2, fields: ['title'] }];
      await append(exerciseId, [{ ...removal, texts: titled }]);
      expect((await drafts.draftsOf(exerciseId)).map(({ draft: { text } }) => text)).toEqual([
        'Stays',
      ]);
      expect((await events.findExercise(exerciseId))?.title).toBe(redactedText);
    });

    test('[LAW10] a person’s name and token go, with their drafts; their seat stays, nameless', async () => {
      const database = await open();
      const { append } = await storeOf(database);
      const directory = sqlDirectory(database);
      const drafts = sqlDrafts(database.db);
      for (const [seatId, name] of [
        [aiko, canary],
        [jun, 'Jun'],
      ] as const) {
        await directory.addSeat({
          ...{ seatId, exerciseId, role: 'player', name, language: 'ja' },
          ...{ tokenHash: `token-${seatId}`, staffSession: null, createdAtMs: 1 },
        } as Parameters<typeof directory.addSeat>[0]);
      }
      await drafts.save(exerciseId, tableId, {
        ...{ injectId, text: canary, revision: 1, seatId: aiko, atMs: 1 },
      });
      await append(exerciseId, [{ type: 'PersonErased', seatId: aiko }]);
      const seats = await directory.seatsOf(exerciseId);
      expect(seats.map(({ seatId, name }) => [seatId, name]).sort()).toEqual([
        [aiko, ''],
        [jun, 'Jun'],
      ]);
      expect(await directory.seatByToken(exerciseId, `token-${aiko}`)).toBeNull();
      expect(await directory.seatByToken(exerciseId, `token-${jun}`)).not.toBeNull();
      expect(await drafts.draftsOf(exerciseId)).toEqual([]);
    });

    test('[LAW10] many at once go, and a fact that can’t be read stops the turn instead', async () => {
      const database = await open();
      const { events, append } = await storeOf(database);
      await append(
        exerciseId,
        Array.from({ length: 1_100 }, () => answer),
      );
      const texts = Array.from({ length: 1_100 }, (_, index) => ({
        factSeq: index + 1,
        fields: ['text'],
      }));
      await append(exerciseId, [{ ...removal, texts }]);
      expect(JSON.stringify(await events.readFacts(exerciseId, 0))).not.toContain(canary);
      await append(other, [answer]);
      await database.db
        .updateTable('facts')
        .set({ body: '{}' })
        .where('exercise_id', '=', other)
        .execute();
      await expect(append(other, [removal])).rejects.toThrow(/fact 1 can't be read/);
    });
  });
}

const created = {
  type: 'ExerciseCreated',
  exerciseId,
  scenarioId: 'two-tables' as never,
  scenarioHash: 'hash',
  title: 'Drill',
  seed: 1,
  pace: 'auto',
  mode: 'coach',
  scoringVersion: 1,
} as const;

/** Two exercises, and an append as a turn makes it. */
export async function storeOf(store: OpenDatabase | EventStore) {
  const events = 'commit' in store ? store : sqlEventStore(store);
  for (const id of [exerciseId, other]) {
    await events.createExercise({
      exerciseId: id,
      scenarioId: 'two-tables',
      scenarioText: '{}',
      scenarioHash: 'hash',
      title: 'Drill',
      createdAtMs: 1_000,
    });
  }
  const heads = new Map<ExerciseId, number>();
  const append = async (id: ExerciseId, bodies: readonly FactBody[]): Promise<Fact[]> => {
    const head = heads.get(id) ?? 0;
    const facts = bodies.map((body, index) => withEnvelope(body, head + index + 1));
    await events.commit({ exerciseId: id, afterSeq: head, keys: [] }, () => ({
      addition: { facts, receipts: [], audit: [], stage: 'live', recordedAtMs: 2_000 },
      result: null,
    }));
    heads.set(id, head + facts.length);
    return facts;
  };
  return { events, append, exerciseId, answer, removal };
}

function withEnvelope(body: FactBody, seq: number): Fact {
  const by = { kind: 'seat', seatId: aiko } as const;
  // A body and its envelope make a fact; the compiler can't join a union to its rest.
  return { ...body, seq, epoch: 0, atMs: 1_795_000_000_000, playMs: 0, by, causedBy: null } as Fact;
}
