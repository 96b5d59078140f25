/** Which account is what in which exercise. */
import type { AccountId, AssignedRole, Assignment } from '@trilogue/engine/protocol/accounts';
import type { ExerciseId, PartyId } from '@trilogue/engine/protocol/ids';
import type { Db } from './tables.js';

export interface ExerciseStaffStore {
  find(exerciseId: ExerciseId, accountId: AccountId): Promise<Assignment | null>;
  /** The first who was assigned first. */
  of(exerciseId: ExerciseId): Promise<(Assignment & { readonly accountId: AccountId })[]>;
  exercisesOf(accountId: AccountId): Promise<ReadonlyMap<ExerciseId, Assignment>>;
  assign(
    exerciseId: ExerciseId,
    accountId: AccountId,
    assignment: Assignment,
    nowMs: number,
  ): Promise<void>;
  /** False when there was nothing to take away. */
  unassign(exerciseId: ExerciseId, accountId: AccountId): Promise<boolean>;
}

export function sqlExerciseStaff(db: Db): ExerciseStaffStore {
  const rows = db.selectFrom('exercise_staff').selectAll();
  return {
    async find(exerciseId, accountId) {
      const row = await rows
        .where('exercise_id', '=', exerciseId)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return row === undefined ? null : toAssignment(row);
    },
    async of(exerciseId) {
      const found = await rows
        .where('exercise_id', '=', exerciseId)
        .orderBy('assigned_at')
        .execute();
      return found.map((row) => ({
        accountId: row.account_id as AccountId,
        ...toAssignment(row),
      }));
    },
    async exercisesOf(accountId) {
      const found = await rows.where('account_id', '=', accountId).execute();
      return new Map(found.map((row) => [row.exercise_id as ExerciseId, toAssignment(row)]));
    },
    async assign(exerciseId, accountId, { role, partyId }, nowMs) {
      await db
        .insertInto('exercise_staff')
        .values({
          exercise_id: exerciseId,
          account_id: accountId,
          role,
          party_id: partyId,
          assigned_at: nowMs,
        })
        .onConflict((conflict) =>
          conflict.columns(['exercise_id', 'account_id']).doUpdateSet({ role, party_id: partyId }),
        )
        .execute();
    },
    async unassign(exerciseId, accountId) {
      const { numDeletedRows } = await db
        .deleteFrom('exercise_staff')
        .where('exercise_id', '=', exerciseId)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}

function toAssignment(row: {
  readonly role: string;
  readonly party_id: string | null;
}): Assignment {
  // Parsed before it was stored.
  return { role: row.role as AssignedRole, partyId: row.party_id as PartyId | null };
}
