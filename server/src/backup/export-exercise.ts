/** Writes one exercise to a file of its own. */
import type { Readable } from 'node:stream';
import type { ExerciseId, SeatId } from '@trilogue/engine/protocol/ids';
import { listedIn } from '../store/directory.js';
import type { Db } from '../store/tables.js';
import { version } from '../version.js';
import type { ExerciseHead, ExerciseLine } from './exercise-file.js';
import { CopyFault } from './faults.js';
import { writeLines } from './line-file.js';

export interface ExportOptions {
  /** Names are left out unless asked for: whoever plays the file back needs none. */
  readonly withNames: boolean;
  readonly now: Date;
}

export interface ExportedExercise {
  readonly head: ExerciseHead;
  readonly bytes: Readable;
}

/** Facts read at a time. */
const factsPerPage = 500;

/**
 * Play may go on meanwhile: the log is read up to where it stood when the export began.
 * @throws CopyFault `exercise/unknown`
 */
export async function exportExercise(
  db: Db,
  exerciseId: string,
  { withNames, now }: ExportOptions,
): Promise<ExportedExercise> {
  const row = await db
    .selectFrom('exercises')
    .selectAll()
    .where('id', '=', exerciseId)
    .where('head_seq', '>', 0)
    .executeTakeFirst();
  if (row === undefined) throw new CopyFault('exercise/unknown', `no exercise "${exerciseId}"`);
  const head: ExerciseHead = {
    kind: 'trilogue-exercise',
    formatVersion: 1,
    version,
    createdAt: now.toISOString(),
    // Parsed before it was stored.
    exerciseId: row.id as ExerciseHead['exerciseId'],
    facts: row.head_seq,
    hasNames: withNames,
  };
  return { head, bytes: writeLines(head, linesOf(db, row.id, row.head_seq, withNames)) };
}

async function* linesOf(
  db: Db,
  exerciseId: string,
  headSeq: number,
  withNames: boolean,
): AsyncGenerator<ExerciseLine> {
  yield await exerciseLine(db, exerciseId);
  yield* factLines(db, exerciseId, headSeq);
  const seats = await db
    .selectFrom('seats')
    .select(['seat_id', 'role', 'language', 'name', 'created_at'])
    .where('exercise_id', '=', exerciseId)
    // No fact knows of who still waits to be let in, and nobody could have them forgotten elsewhere.
    .where('seat_id', 'not in', (eb) =>
      eb
        .selectFrom('arrivals')
        .select('arrivals.seat_id')
        .where('arrivals.exercise_id', '=', exerciseId)
        .where('arrivals.status', '=', 'waiting'),
    )
    .orderBy('created_at')
    .orderBy('seat_id')
    .execute();
  const listed = withNames ? await listedIn(db, exerciseId as ExerciseId) : null;
  for (const seat of seats) {
    const others = listed?.get(seat.seat_id as SeatId);
    yield {
      line: 'seat',
      seatId: seat.seat_id,
      role: seat.role,
      language: seat.language,
      name: withNames ? seat.name : '',
      ...(others === undefined ? {} : { listed: [...others] }),
      createdAtMs: Number(seat.created_at),
      // Ids and roles were parsed before they were stored.
    } as ExerciseLine;
  }
  yield* entryLines(db, exerciseId, withNames);
  yield* fileLines(db, exerciseId);
  const drafts = await db
    .selectFrom('drafts')
    .selectAll()
    .where('exercise_id', '=', exerciseId)
    .orderBy('table_id')
    .orderBy('inject_id')
    .execute();
  for (const draft of drafts) {
    yield {
      line: 'draft',
      tableId: draft.table_id,
      injectId: draft.inject_id,
      text: draft.text,
      revision: draft.revision,
      seatId: draft.seat_id,
      atMs: Number(draft.at_ms),
    } as ExerciseLine;
  }
}

async function* entryLines(
  db: Db,
  exerciseId: string,
  withNames: boolean,
): AsyncGenerator<ExerciseLine> {
  const settings = await db
    .selectFrom('entry_settings')
    .select(['admission', 'device'])
    .where('exercise_id', '=', exerciseId)
    .executeTakeFirst();
  if (settings !== undefined) yield { line: 'entry', ...settings } as ExerciseLine;
  if (!withNames) return;
  const named = await db
    .selectFrom('invitations')
    .select(['person_name', 'table_id', 'language', 'created_at'])
    .where('exercise_id', '=', exerciseId)
    .where('person_name', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  for (const { person_name, table_id, language, created_at } of named) {
    yield {
      line: 'named',
      name: person_name,
      tableId: table_id,
      language,
      createdAtMs: Number(created_at),
    } as ExerciseLine;
  }
}

async function exerciseLine(db: Db, exerciseId: string): Promise<ExerciseLine> {
  const row = await db
    .selectFrom('exercises')
    .innerJoin('exercise_scenarios as scenarios', 'scenarios.exercise_id', 'exercises.id')
    .leftJoin('leases', 'leases.exercise_id', 'exercises.id')
    .select(['scenario_id', 'scenario_json', 'scenario_hash', 'created_at', 'recorded_at'])
    .select(['leases.play_ms', 'leases.now_ms'])
    .where('exercises.id', '=', exerciseId)
    .executeTakeFirstOrThrow();
  const nowMs = Number(row.now_ms ?? 0);
  return {
    line: 'exercise',
    scenarioId: row.scenario_id,
    scenario: row.scenario_json,
    scenarioHash: row.scenario_hash,
    createdAtMs: Number(row.created_at),
    recordedAtMs: Number(row.recorded_at),
    clock: nowMs === 0 ? null : { playMs: Number(row.play_ms), nowMs },
  };
}

async function* factLines(
  db: Db,
  exerciseId: string,
  headSeq: number,
): AsyncGenerator<ExerciseLine> {
  for (let after = 0; after < headSeq; after += factsPerPage) {
    const rows = await db
      .selectFrom('facts')
      .select(['body', 'recorded_at'])
      .where('exercise_id', '=', exerciseId)
      .where('seq', '>', after)
      .where('seq', '<=', Math.min(headSeq, after + factsPerPage))
      .orderBy('seq')
      .execute();
    for (const { body, recorded_at } of rows) {
      yield { line: 'fact', recordedAtMs: Number(recorded_at), body };
    }
  }
}

async function* fileLines(db: Db, exerciseId: string): AsyncGenerator<ExerciseLine> {
  const files = await db
    .selectFrom('attachments')
    .select(['file', 'hash', 'created_at'])
    .where('exercise_id', '=', exerciseId)
    .orderBy('file')
    .execute();
  for (const { file, hash, created_at } of files) {
    const blob = await db
      .selectFrom('attachment_blobs')
      .select('bytes')
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow();
    yield {
      line: 'file',
      file,
      createdAtMs: Number(created_at),
      bytes: blob.bytes,
    };
  }
}
