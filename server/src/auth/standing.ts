/** Whether an invitation lets anybody in at present, and why not. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import { controlTableId } from '@trilogue/engine/exercise/state-parts';
import type { InvitationStanding } from '@trilogue/engine/protocol/entry';
import type { TableId } from '@trilogue/engine/protocol/ids';
import { isFull } from '../store/claims.js';
import type { InvitationRow } from '../store/invitations.js';

/** @param used how many sit or wait through it */
export function standingOf(
  invitation: InvitationRow,
  used: number,
  state: ExerciseState,
  nowMs: number,
): InvitationStanding {
  const { revokedAtMs, expiresAtMs, role, tableId } = invitation;
  if (revokedAtMs !== null) return 'revoked';
  if (expiresAtMs !== null && nowMs >= expiresAtMs) return 'expired';
  if (role === 'player' && !isCast(state, tableId)) return 'nowhere';
  return isFull(invitation, used) ? 'full' : 'open';
}

/** A table at which players sit. */
export function isCast({ casting }: ExerciseState, tableId: TableId | null): boolean {
  return tableId !== controlTableId && casting.tables.some((table) => table.tableId === tableId);
}
