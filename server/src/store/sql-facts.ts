/** Facts as they are read back: parsed, brought up to date, and refused where they can't be. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import { readFact } from '@trilogue/engine/exercise/upcast';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import { UnreadableLog } from './event-store.js';
import { keptQuery, type Running } from './kept-queries.js';
import type { Db } from './tables.js';

export type FactsAfter = (
  connection: Running,
  exerciseId: ExerciseId,
  afterSeq: number,
) => Promise<Fact[]>;

export function factsReader(db: Db): FactsAfter {
  // Where several nodes write, each reads what the others wrote before nearly every turn.
  const after = keptQuery(() =>
    db
      .selectFrom('facts')
      .select(['seq', 'body'])
      .where('exercise_id', '=', '')
      .where('seq', '>', 0)
      .orderBy('seq'),
  );
  return async (connection, exerciseId, afterSeq) => {
    const rows = await after(connection, [exerciseId, afterSeq]).catch((error: unknown) => {
      throw isDamage(error)
        ? new UnreadableLog(`the database is damaged where its log stands: ${reasonOf(error)}`)
        : error;
    });
    return rows.map(({ seq, body }) => parseFact(seq, body));
  };
}

function parseFact(seq: number, body: string): Fact {
  try {
    const fact = readFact(JSON.parse(body));
    if (fact.seq !== seq) throw new Error(`it says it is fact ${fact.seq}`);
    return fact;
  } catch (error) {
    throw new UnreadableLog(`fact ${seq} can't be read: ${reasonOf(error)}`, { cause: error });
  }
}

/** A page of the file that SQLite, or PostgreSQL, can't make sense of. */
function isDamage(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(SQLITE_CORRUPT|XX00[12]$)/.test(code);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
