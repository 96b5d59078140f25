/** What a caller is in an exercise. Whoever is nothing there is told that it does not exist. */
import type { Assignment } from '@trilogue/engine/protocol/accounts';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Directory, SeatRow } from '../store/directory.js';
import type { ExerciseStaffStore } from '../store/exercise-staff.js';
import type { Caller } from './staff-auth.js';

export interface Access {
  /** Null for an exercise that is not theirs, as for one that is not there. */
  roleIn(caller: Caller, exerciseId: ExerciseId): Promise<Assignment | null>;
  /** Their seats there, newest first; none once they are no longer what they sat down as. */
  seatsOf(caller: Caller, exerciseId: ExerciseId): Promise<SeatRow[]>;
  /** Which of them they may see, and as what. */
  among(
    caller: Caller,
    exerciseIds: readonly ExerciseId[],
  ): Promise<ReadonlyMap<ExerciseId, Assignment>>;
}

const director: Assignment = { role: 'director', partyId: null };

export function createAccess(staff: ExerciseStaffStore, directory: Directory): Access {
  /** Administrators direct whatever they were not given another part in. */
  const otherwise = ({ kind }: Caller) => (kind === 'administrator' ? director : null);

  const roleIn: Access['roleIn'] = async (caller, exerciseId) => {
    const { account } = caller;
    const assigned = account === null ? null : await staff.find(exerciseId, account.accountId);
    return assigned ?? otherwise(caller);
  };
  return {
    roleIn,
    async seatsOf(caller, exerciseId) {
      const part = await roleIn(caller, exerciseId);
      if (part === null) return [];
      const seats = await directory.seatsOfSession(exerciseId, caller.holder);
      return seats.filter(({ role }) => role === part.role);
    },
    async among(caller, exerciseIds) {
      const { account } = caller;
      const assigned = account === null ? null : await staff.exercisesOf(account.accountId);
      const parts = new Map<ExerciseId, Assignment>();
      for (const exerciseId of exerciseIds) {
        const part = assigned?.get(exerciseId) ?? otherwise(caller);
        if (part !== null) parts.set(exerciseId, part);
      }
      return parts;
    },
  };
}
