/** Forgetting on disk (law 10): the only place where something in a stored log is ever changed. */
import type { Fact, FactOf } from '@trilogue/engine/exercise/facts';
import { redact } from '@trilogue/engine/exercise/redaction';
import { readFact } from '@trilogue/engine/exercise/upcast';
import type { ExerciseId, SeatId } from '@trilogue/engine/protocol/ids';
import { type EventStore, UnreadableLog } from './event-store.js';
import type { TurnConnection } from './kept-queries.js';
import type { Db } from './tables.js';

/** Facts read by one SELECT; databases limit how many values a statement may carry. */
const rowsPerSelect = 500;

/** The same store, which after a commit that took something out rids the disk of what is left of it. */
export function scrubbing(events: EventStore, scrub: () => Promise<void>): EventStore {
  return {
    ...events,
    async commit(request, decide) {
      let isOut = false;
      const result = await events.commit(request, (ground) => {
        const decided = decide(ground);
        isOut = takesOut(decided.addition?.facts ?? []);
        return decided;
      });
      if (isOut) await scrub();
      return result;
    },
  };
}

function takesOut(facts: readonly Fact[]): boolean {
  return facts.some(({ type }) => type === 'ContentRedacted' || type === 'PersonErased');
}

/**
 * Carries out what the facts being appended say: tombstones in the place of facts, no name, no way
 * back to the seat, no draft. In the transaction that appends them, after they were written, for the
 * text may stand among them.
 */
export async function rewriteRedacted(
  turn: Pick<TurnConnection, 'db'>,
  exerciseId: ExerciseId,
  facts: readonly Fact[],
): Promise<void> {
  for (const fact of facts) {
    if (fact.type === 'ContentRedacted') await bury(turn.db, exerciseId, fact);
    if (fact.type === 'PersonErased') await erase(turn.db, exerciseId, fact.seatId);
  }
}

async function bury(
  trx: Db,
  exerciseId: ExerciseId,
  { texts }: FactOf<'ContentRedacted'>,
): Promise<void> {
  const fieldsOf = new Map(texts.map(({ factSeq, fields }) => [factSeq, fields]));
  for (let from = 0; from < texts.length; from += rowsPerSelect) {
    const rows = await trx
      .selectFrom('facts')
      .select(['seq', 'body'])
      .where('exercise_id', '=', exerciseId)
      .where(
        'seq',
        'in',
        texts.slice(from, from + rowsPerSelect).map(({ factSeq }) => factSeq),
      )
      .execute();
    for (const { seq, body } of rows) {
      const fact = parse(seq, body);
      const tombstone = redact(fact, fieldsOf.get(seq) ?? []);
      await trx
        .updateTable('facts')
        .set({ body: JSON.stringify(tombstone) })
        .where('exercise_id', '=', exerciseId)
        .where('seq', '=', seq)
        .execute();
      await forgetCopies(trx, exerciseId, tombstone);
    }
  }
}

/** Where the same words stand outside the log: the title of the list, and what led to an answer. */
async function forgetCopies(trx: Db, exerciseId: ExerciseId, fact: Fact): Promise<void> {
  if (fact.type === 'ExerciseCreated') {
    await trx
      .updateTable('exercises')
      .set({ title: fact.title })
      .where('id', '=', exerciseId)
      .execute();
  }
  if (fact.type === 'ResponseSent' || fact.type === 'ResponseNoted') {
    await trx
      .deleteFrom('drafts')
      .where('exercise_id', '=', exerciseId)
      .where('table_id', '=', fact.tableId)
      .where('inject_id', '=', fact.injectId)
      .execute();
  }
}

async function erase(trx: Db, exerciseId: ExerciseId, seatId: SeatId): Promise<void> {
  await trx
    .updateTable('seats')
    .set({ name: '', language: null, token_hash: null, staff_session: null })
    .where('exercise_id', '=', exerciseId)
    .where('seat_id', '=', seatId)
    .execute();
  await trx
    .deleteFrom('drafts')
    .where('exercise_id', '=', exerciseId)
    .where('seat_id', '=', seatId)
    .execute();
  await trx
    .deleteFrom('feedback')
    .where('exercise_id', '=', exerciseId)
    .where('seat_id', '=', seatId)
    .execute();
  // Each holds a hash of what was sent, by which a short text could be guessed. Nobody asks again.
  await trx
    .deleteFrom('receipts')
    .where('exercise_id', '=', exerciseId)
    .where('actor', '=', seatId)
    .execute();
}

function parse(seq: number, body: string): Fact {
  try {
    return readFact(JSON.parse(body));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UnreadableLog(`fact ${seq} can't be read: ${reason}`, { cause: error });
  }
}
