/** Participants' answers: one for each seat, never in the log, and never read out by name. */
import { type FeedbackAnswers, feedbackAnswersSchema } from '@trilogue/engine/protocol/feedback';
import type { ExerciseId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { FeedbackEntry } from '@trilogue/engine/report/feedback-summary';
import type { Db } from './tables.js';

export interface FeedbackStore {
  /** Without seats: whoever reads them all learns of nobody. */
  answersOf(exerciseId: ExerciseId): Promise<FeedbackEntry[]>;
  answerOf(exerciseId: ExerciseId, seatId: SeatId): Promise<FeedbackAnswers | null>;
  /** In the place of what the seat answered before. */
  save(
    exerciseId: ExerciseId,
    seatId: SeatId,
    entry: FeedbackEntry & { readonly atMs: number },
  ): Promise<void>;
  /** ms since 1970 UTC; null while nobody closed it by hand. */
  closedAtMs(exerciseId: ExerciseId): Promise<number | null>;
  setClosed(exerciseId: ExerciseId, closedAtMs: number | null): Promise<void>;
}

export function sqlFeedback(db: Db): FeedbackStore {
  return {
    async answersOf(exerciseId) {
      const rows = await db
        .selectFrom('feedback')
        .select(['table_id', 'answers'])
        .where('exercise_id', '=', exerciseId)
        .execute();
      return rows.map(({ table_id, answers }) => ({
        // Parsed before it was stored.
        tableId: table_id as TableId | null,
        answers: read(answers),
      }));
    },
    async answerOf(exerciseId, seatId) {
      const row = await db
        .selectFrom('feedback')
        .select('answers')
        .where('exercise_id', '=', exerciseId)
        .where('seat_id', '=', seatId)
        .executeTakeFirst();
      return row === undefined ? null : read(row.answers);
    },
    async save(exerciseId, seatId, { tableId, answers, atMs }) {
      const change = { table_id: tableId, answers: JSON.stringify(answers), at_ms: atMs };
      await db
        .insertInto('feedback')
        .values({ exercise_id: exerciseId, seat_id: seatId, ...change })
        .onConflict((conflict) => conflict.columns(['exercise_id', 'seat_id']).doUpdateSet(change))
        .execute();
    },
    async closedAtMs(exerciseId) {
      const row = await db
        .selectFrom('feedback_closings')
        .select('closed_at')
        .where('exercise_id', '=', exerciseId)
        .executeTakeFirst();
      return row === undefined ? null : Number(row.closed_at);
    },
    async setClosed(exerciseId, closedAtMs) {
      if (closedAtMs === null) {
        await db.deleteFrom('feedback_closings').where('exercise_id', '=', exerciseId).execute();
        return;
      }
      await db
        .insertInto('feedback_closings')
        .values({ exercise_id: exerciseId, closed_at: closedAtMs })
        .onConflict((conflict) => conflict.column('exercise_id').doNothing())
        .execute();
    },
  };
}

function read(answers: string): FeedbackAnswers {
  return feedbackAnswersSchema.parse(JSON.parse(answers));
}
