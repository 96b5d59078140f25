/** Leases: who keeps an exercise's clock, and where that clock stood a moment ago. */
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { EventStore, Lease, LeaseRequest } from './event-store.js';
import { keptQuery } from './kept-queries.js';
import type { SqlDatabase } from './sql-event-store.js';
import type { Db } from './tables.js';

export function leaseQueries({
  db,
  run,
  inTurn,
}: SqlDatabase): Pick<EventStore, 'takeLease' | 'renewLeases' | 'unkept'> {
  // Asked every second, whether anything happens or not.
  const renewal = keptQuery(() =>
    db
      .updateTable('leases')
      .set({ play_ms: 0, now_ms: 0, renewed_at: 0 })
      .where('exercise_id', '=', '')
      .where('fence', '=', 0)
      .returning('exercise_id'),
  );
  const forgotten = keptQuery(() =>
    db
      .selectFrom('exercises')
      .leftJoin('leases', 'leases.exercise_id', 'exercises.id')
      .select('exercises.id')
      .where('exercises.stage', '=', 'live')
      .where((eb) => eb.or([eb('leases.renewed_at', 'is', null), eb('leases.renewed_at', '<', 0)])),
  );
  return {
    takeLease: (request) => db.transaction().execute((trx) => take(trx, request)),

    async renewLeases(renewals) {
      if (renewals.length === 0) return [];
      return inTurn(async (connection) => {
        const lost: ExerciseId[] = [];
        for (const { exerciseId, fence, playMs, nowMs } of renewals) {
          const kept = await renewal(connection, [playMs, nowMs, nowMs, exerciseId, fence]);
          if (kept.length === 0) lost.push(exerciseId);
        }
        return lost;
      });
    },

    async unkept(sinceMs) {
      const rows = await forgotten({ run }, ['live', sinceMs]);
      return rows.map(({ id }) => id as ExerciseId);
    },
  };
}

async function take(db: Db, request: LeaseRequest): Promise<Lease | null> {
  const { exerciseId, holder, nowMs, staleBeforeMs } = request;
  const found = await db
    .selectFrom('leases')
    .selectAll()
    .where('exercise_id', '=', exerciseId)
    .executeTakeFirst();
  if (found === undefined) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('leases')
      .values({
        exercise_id: exerciseId,
        holder,
        fence: 1,
        play_ms: 0,
        now_ms: 0,
        renewed_at: nowMs,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    // Two nodes may have found it free at once.
    return numInsertedOrUpdatedRows === 1n ? { fence: 1, last: null } : null;
  }
  if (found.holder !== holder && Number(found.renewed_at) > staleBeforeMs) return null;
  const fence = found.fence + 1;
  const { numUpdatedRows } = await db
    .updateTable('leases')
    .set({ holder, fence, renewed_at: nowMs })
    .where('exercise_id', '=', exerciseId)
    .where('fence', '=', found.fence)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return null;
  const last = { playMs: Number(found.play_ms), nowMs: Number(found.now_ms) };
  return { fence, last: last.nowMs === 0 ? null : last };
}
