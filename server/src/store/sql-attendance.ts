/** What the log says of people's coming and going, carried over to where their invitations are counted. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ExerciseId, SeatId } from '@trilogue/engine/protocol/ids';
import type { TurnConnection } from './kept-queries.js';
import type { Db } from './tables.js';

/**
 * A seat that was left frees its place, and its token opens nothing any more. In the transaction that
 * appends the facts.
 */
export async function noteAttendance(
  turn: Pick<TurnConnection, 'db'>,
  exerciseId: ExerciseId,
  facts: readonly Fact[],
): Promise<void> {
  for (const fact of facts) {
    if (fact.type === 'SeatLeft') await leave(turn.db, exerciseId, fact.seatId);
    if (fact.type === 'SeatMoved') {
      await turn.db
        .updateTable('arrivals')
        .set({ table_id: fact.tableId })
        .where('exercise_id', '=', exerciseId)
        .where('seat_id', '=', fact.seatId)
        .execute();
    }
    if (fact.type === 'PersonErased') await forget(turn.db, exerciseId, fact.seatId);
  }
}

async function leave(trx: Db, exerciseId: ExerciseId, seatId: SeatId): Promise<void> {
  await trx
    .updateTable('arrivals')
    .set({ status: 'gone' })
    .where('exercise_id', '=', exerciseId)
    .where('seat_id', '=', seatId)
    .execute();
  await trx
    .updateTable('seats')
    .set({ token_hash: null })
    .where('exercise_id', '=', exerciseId)
    .where('seat_id', '=', seatId)
    .execute();
  await endHandOver(trx, exerciseId, seatId);
}

/** Everybody who sat at the device, and the seat that was kept for them by name. */
async function forget(trx: Db, exerciseId: ExerciseId, seatId: SeatId): Promise<void> {
  await trx
    .deleteFrom('listed_names')
    .where('exercise_id', '=', exerciseId)
    .where('seat_id', '=', seatId)
    .execute();
  await trx
    .deleteFrom('invitations')
    .where('exercise_id', '=', exerciseId)
    .where('person_name', 'is not', null)
    .where('id', 'in', (eb) =>
      eb.selectFrom('arrivals').select('invitation_id').where('seat_id', '=', seatId),
    )
    .execute();
  await endHandOver(trx, exerciseId, seatId);
}

async function endHandOver(trx: Db, exerciseId: ExerciseId, seatId: SeatId): Promise<void> {
  await trx
    .deleteFrom('invitations')
    .where('exercise_id', '=', exerciseId)
    .where('seat_id', '=', seatId)
    .execute();
}
