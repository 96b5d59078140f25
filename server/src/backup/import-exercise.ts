/**
 * Brings an exercise back from its file. What the list of exercises shows is worked out from the log
 * again; nothing the file says of it is believed.
 */
import { createHash } from 'node:crypto';
import { fold } from '@trilogue/engine/exercise/evolve';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import { readFact } from '@trilogue/engine/exercise/upcast';
import { type ExerciseId, exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { inspect } from '../attachments/inspect.js';
import { newInvitation } from '../auth/new-invitation.js';
import type { NewFile } from '../store/attachment-store.js';
import { addFile } from '../store/attachment-store.js';
import { fromInvitation } from '../store/invitations.js';
import { addExercise } from '../store/sql-event-store.js';
import type { Db } from '../store/tables.js';
import {
  type ExerciseHead,
  type ExerciseLine,
  exerciseFormat,
  exerciseLineSchema,
  type LineOf,
} from './exercise-file.js';
import { CopyFault, reasonOf } from './faults.js';
import { readLines } from './line-file.js';

export interface ImportedExercise {
  readonly exerciseId: string;
  readonly title: string;
  readonly stage: string;
  readonly facts: number;
  readonly seats: number;
  /** Seats whose people stay nameless, for their ids are taken by another exercise of this system. */
  readonly seatsLeftOut: number;
  readonly files: number;
}

/** What a file may hold, in characters, however small it was packed. */
const maxLength = 512 * 1024 * 1024;
const rowsPerInsert = 500;

interface StoredFact extends LineOf<'fact'> {
  readonly fact: Fact;
}

interface ReadExercise {
  readonly head: ExerciseHead;
  readonly exercise: LineOf<'exercise'>;
  readonly facts: readonly StoredFact[];
  readonly seats: readonly LineOf<'seat'>[];
  readonly entry: LineOf<'entry'> | null;
  readonly named: readonly LineOf<'named'>[];
  readonly files: readonly (NewFile & { readonly createdAtMs: number })[];
  readonly drafts: readonly LineOf<'draft'>[];
  readonly state: ExerciseState;
}

/**
 * @param as another id, for one that is taken; only the fact that names the exercise differs then
 * @throws CopyFault of a code that begins with "file/", or `exercise/exists`. Nothing is kept then.
 */
export async function importExercise(
  db: Db,
  chunks: AsyncIterable<Uint8Array>,
  as: string | null,
): Promise<ImportedExercise> {
  const read = await readWhole(chunks);
  const id = exerciseIdSchema.safeParse(as ?? read.head.exerciseId);
  if (!id.success) {
    throw new CopyFault('exercise/unknown', 'an id is 6 to 64 letters, digits, "-" and "_"');
  }
  return db.transaction().execute((trx) => keep(trx, id.data, read));
}

async function readWhole(chunks: AsyncIterable<Uint8Array>): Promise<ReadExercise> {
  const { first: head, lines, close } = await readLines(chunks, exerciseFormat);
  const all: ExerciseLine[] = [];
  try {
    let length = 0;
    for await (const line of lines) {
      const parsed = exerciseLineSchema.safeParse(line);
      if (!parsed.success) throw unreadable('a line that says nothing known');
      length += JSON.stringify(line).length;
      if (length > maxLength) throw unreadable('more than an exercise can hold');
      all.push(parsed.data);
    }
  } finally {
    close();
  }
  const of = <Kind extends ExerciseLine['line']>(kind: Kind) =>
    all.filter((line): line is LineOf<Kind> => line.line === kind);
  const [exercise] = of('exercise');
  if (exercise === undefined) throw unreadable('no scenario');
  const facts = of('fact').map((line, index) => ({ ...line, fact: factOf(line.body, index + 1) }));
  return {
    head,
    exercise,
    facts,
    seats: of('seat'),
    entry: of('entry')[0] ?? null,
    named: of('named'),
    files: await Promise.all(of('file').map(fileOf)),
    drafts: of('draft'),
    state: stateOf(head, exercise, facts),
  };
}

/** The file must lead to a state before anything is written. */
function stateOf(
  head: ExerciseHead,
  exercise: LineOf<'exercise'>,
  facts: readonly StoredFact[],
): ExerciseState {
  const hash = createHash('sha256').update(exercise.scenario).digest('hex');
  if (hash !== exercise.scenarioHash) throw unreadable('a scenario that is not the one it names');
  const loaded = loadScenario(exercise.scenario);
  if (!loaded.ok) {
    const [problem] = loaded.problems;
    throw unreadable(`a scenario of another version: ${problem ? formatProblem(problem) : ''}`);
  }
  if (facts.length !== head.facts || facts[0]?.fact.type !== 'ExerciseCreated') {
    throw unreadable('a log without its beginning or its end');
  }
  try {
    return fold(
      emptyExercise(loaded.scenario),
      facts.map(({ fact }) => fact),
    );
  } catch (error) {
    throw unreadable(`a log that leads nowhere: ${reasonOf(error)}`);
  }
}

function factOf(body: string, seq: number): Fact {
  try {
    const fact = readFact(JSON.parse(body));
    if (fact.seq === seq) return fact;
  } catch {
    // Told below.
  }
  throw unreadable(`a log whose fact ${seq} can’t be read`);
}

async function fileOf({ file, bytes, createdAtMs }: LineOf<'file'>) {
  const found = await inspect(Buffer.from(bytes, 'base64'));
  if (typeof found === 'string') throw unreadable(`an attachment that is none: ${file}`);
  return { ...found, file, createdAtMs };
}

async function keep(trx: Db, exerciseId: string, read: ReadExercise): Promise<ImportedExercise> {
  const { exercise, facts, drafts, files, state } = read;
  const standing = await trx
    .selectFrom('exercises')
    .select('id')
    .where('id', '=', exerciseId)
    .executeTakeFirst();
  if (standing !== undefined) {
    throw new CopyFault('exercise/exists', `there is an exercise "${exerciseId}" already`);
  }
  const { stage } = state.lifecycle;
  const { title } = state;
  const row = {
    id: exerciseId,
    scenario_id: exercise.scenarioId,
    scenario_hash: exercise.scenarioHash,
    title,
    created_at: exercise.createdAtMs,
    head_seq: facts.length,
    epoch: state.epoch,
    stage,
    recorded_at: exercise.recordedAtMs,
  };
  await addExercise(trx, row, exercise.scenario);
  await keepFacts(trx, exerciseId, read);
  const seats = await keepSeats(trx, exerciseId, read);
  await keepEntry(trx, exerciseId, read);
  for (const file of files) await addFile(trx, exerciseId, file, file.createdAtMs);
  for (const draft of drafts) {
    await trx
      .insertInto('drafts')
      .values({
        exercise_id: exerciseId,
        table_id: draft.tableId,
        inject_id: draft.injectId,
        text: draft.text,
        revision: draft.revision,
        seat_id: draft.seatId,
        at_ms: draft.atMs,
      })
      .execute();
  }
  if (exercise.clock !== null) {
    const { playMs, nowMs } = exercise.clock;
    await trx
      .insertInto('leases')
      // Nobody's: whoever takes it over finds the gap and stops the clock where it stood.
      .values({
        exercise_id: exerciseId,
        holder: '',
        fence: 1,
        play_ms: playMs,
        now_ms: nowMs,
        renewed_at: 0,
      })
      .execute();
  }
  return {
    exerciseId,
    title,
    stage,
    facts: facts.length,
    seats,
    seatsLeftOut: read.seats.length - seats,
    files: files.length,
  };
}

async function keepFacts(trx: Db, exerciseId: string, { head, facts }: ReadExercise) {
  for (let from = 0; from < facts.length; from += rowsPerInsert) {
    const rows = facts.slice(from, from + rowsPerInsert).map(({ body, recordedAtMs, fact }) => {
      const { seq } = fact;
      const isRenamed = seq === 1 && exerciseId !== head.exerciseId;
      return {
        exercise_id: exerciseId,
        seq,
        epoch: fact.epoch,
        type: fact.type,
        body: isRenamed ? JSON.stringify({ ...JSON.parse(body), exerciseId }) : body,
        recorded_at: recordedAtMs,
      };
    });
    await trx.insertInto('facts').values(rows).execute();
  }
}

/** A seat's id stands once in a system, so beside its own original a copy's people stay nameless. */
async function keepSeats(trx: Db, exerciseId: string, { seats }: ReadExercise): Promise<number> {
  let kept = 0;
  for (const seat of seats) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('seats')
      .values({
        seat_id: seat.seatId,
        exercise_id: exerciseId,
        role: seat.role,
        name: seat.name,
        language: seat.language,
        token_hash: null,
        staff_session: null,
        created_at: seat.createdAtMs,
      })
      .onConflict((conflict) => conflict.column('seat_id').doNothing())
      .executeTakeFirst();
    const isKept = (numInsertedOrUpdatedRows ?? 0n) > 0n;
    if (!isKept) continue;
    kept += 1;
    const listed = (seat.listed ?? []).map((name, position) => ({
      exercise_id: exerciseId,
      seat_id: seat.seatId,
      position,
      name,
    }));
    if (listed.length > 0) await trx.insertInto('listed_names').values(listed).execute();
  }
  return kept;
}

/** Seats kept by name get codes of their own: those of the file's origin stay where they are. */
async function keepEntry(trx: Db, exerciseId: string, { entry, named }: ReadExercise) {
  if (entry !== null) {
    const { admission, device } = entry;
    await trx
      .insertInto('entry_settings')
      .values({ exercise_id: exerciseId, admission, device })
      .execute();
  }
  for (const { name, tableId, language, createdAtMs } of named) {
    const place = { exerciseId: exerciseId as ExerciseId, role: 'player', tableId } as const;
    const seat = newInvitation({ ...place, personName: name, language, cap: 1 }, createdAtMs);
    await trx.insertInto('invitations').values(fromInvitation(seat)).execute();
  }
}

function unreadable(what: string): CopyFault {
  return new CopyFault('file/unreadable', `this exercise file holds ${what}`);
}
