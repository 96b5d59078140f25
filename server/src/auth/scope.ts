/** How far a facilitator's hand reaches over people: all of the exercise, or one party's tables. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { Assignment } from '@trilogue/engine/protocol/accounts';
import type { TableId } from '@trilogue/engine/protocol/ids';

export interface Scope {
  readonly isWhole: boolean;
  /** Null is no table: a wall's, an evaluator's, a translator's place. */
  has(state: ExerciseState, tableId: TableId | null): boolean;
}

export function scopeOf({ partyId }: Pick<Assignment, 'partyId'>): Scope {
  if (partyId === null) return { isWhole: true, has: () => true };
  return {
    isWhole: false,
    has({ casting, playbook }, tableId) {
      const teamIds = casting.tables.find((table) => table.tableId === tableId)?.teamIds ?? [];
      return (
        teamIds.length > 0 &&
        teamIds.every((teamId) => playbook.teams.get(teamId)?.party === partyId)
      );
    },
  };
}
