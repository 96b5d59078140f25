/** Answers being written: one per table and inject, with a revision. Never in the log. */
import type { ExerciseId, InjectId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Draft } from '@trilogue/engine/protocol/socket';
import type { Db } from './tables.js';

export interface DraftStore {
  draftsOf(exerciseId: ExerciseId): Promise<{ tableId: TableId; draft: Draft }[]>;
  /** Writes on top of the revision before this one. False when something else stands there. */
  save(exerciseId: ExerciseId, tableId: TableId, draft: Draft): Promise<boolean>;
  remove(exerciseId: ExerciseId, tableId: TableId, injectId: InjectId): Promise<void>;
}

export function sqlDrafts(db: Db): DraftStore {
  return {
    async draftsOf(exerciseId) {
      const rows = await db
        .selectFrom('drafts')
        .selectAll()
        .where('exercise_id', '=', exerciseId)
        .execute();
      return rows.map((row) => ({
        // Ids were parsed before they were stored.
        tableId: row.table_id as TableId,
        draft: {
          injectId: row.inject_id as InjectId,
          text: row.text,
          revision: row.revision,
          seatId: row.seat_id as SeatId,
          atMs: Number(row.at_ms),
        },
      }));
    },
    async save(exerciseId, tableId, { injectId, text, revision, seatId, atMs }) {
      const change = { text, revision, seat_id: seatId, at_ms: atMs };
      if (revision === 1) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('drafts')
          .values({
            exercise_id: exerciseId,
            table_id: tableId,
            inject_id: injectId,
            ...change,
          })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }
      const { numUpdatedRows } = await db
        .updateTable('drafts')
        .set(change)
        .where('exercise_id', '=', exerciseId)
        .where('table_id', '=', tableId)
        .where('inject_id', '=', injectId)
        .where('revision', '=', revision - 1)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async remove(exerciseId, tableId, injectId) {
      await db
        .deleteFrom('drafts')
        .where('exercise_id', '=', exerciseId)
        .where('table_id', '=', tableId)
        .where('inject_id', '=', injectId)
        .execute();
    },
  };
}
