/** Taking a place through an invitation: counted and kept in one transaction, however many come at once. */
import { mostThroughOne } from '@trilogue/engine/protocol/entry-limits';
import type { ExerciseId, SeatId } from '@trilogue/engine/protocol/ids';
import { type InvitationRow, lockEntry, settingsOf, toInvitation } from './invitations.js';
import type { Db } from './tables.js';

export interface Claim {
  readonly exerciseId: ExerciseId;
  readonly code: string;
  readonly seatId: SeatId;
  readonly tokenHash: string;
  /** For a seat that is nobody's in particular. */
  readonly name: string;
  readonly language: string;
  readonly nowMs: number;
}

export type ClaimRefusal = 'join/unknown-code' | 'join/full' | 'join/table-taken';

export interface Claimed {
  readonly invitation: InvitationRow;
  readonly name: string;
  readonly isWaiting: boolean;
}

/** Nothing else is claimed in this exercise meanwhile. */
export async function takePlace(trx: Db, claim: Claim): Promise<Claimed | ClaimRefusal> {
  const { exerciseId, seatId, tokenHash, nowMs } = claim;
  await lockEntry(trx, exerciseId);
  const settings = await settingsOf(trx, exerciseId);
  const row = await trx
    .selectFrom('invitations')
    .selectAll()
    .where('code', '=', claim.code)
    .where('exercise_id', '=', exerciseId)
    .executeTakeFirst();
  const invitation = row === undefined ? null : toInvitation(row);
  if (invitation === null || !isValid(invitation, nowMs)) return 'join/unknown-code';
  const { invitationId, role, tableId } = invitation;
  const count = async (column: 'invitation_id' | 'table_id', value: string) => {
    const counted = await trx
      .selectFrom('arrivals')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('exercise_id', '=', exerciseId)
      .where('status', 'in', ['waiting', 'seated'])
      .where(column, '=', value)
      .executeTakeFirst();
    return Number(counted?.count ?? 0);
  };
  if (isFull(invitation, await count('invitation_id', invitationId))) return 'join/full';
  const isShared = settings.device === 'table' && role === 'player' && tableId !== null;
  if (isShared && (await count('table_id', tableId)) > 0) return 'join/table-taken';
  const name = invitation.personName ?? claim.name;
  const isWaiting = settings.admission === 'each';
  // The name first: a seat without a fact is nobody's, a fact without a name would be nameless.
  await trx
    .insertInto('seats')
    .values({
      seat_id: seatId,
      exercise_id: exerciseId,
      role,
      name,
      language: claim.language,
      token_hash: tokenHash,
      staff_session: null,
      created_at: nowMs,
    })
    .execute();
  await trx
    .insertInto('arrivals')
    .values({
      seat_id: seatId,
      exercise_id: exerciseId,
      invitation_id: invitationId,
      role,
      table_id: tableId ?? '',
      status: isWaiting ? 'waiting' : 'seated',
      token_hash: tokenHash,
      arrived_at: nowMs,
    })
    .execute();
  return { invitation, name, isWaiting };
}

/** Without a cap it still lets in no more than a room holds: a code on a poster must not flood a drill. */
export function isFull({ cap }: Pick<InvitationRow, 'cap'>, used: number): boolean {
  return used >= (cap ?? mostThroughOne);
}

/** What it leads to still stands, as far as the invitation itself can tell. */
export function isValid({ revokedAtMs, expiresAtMs }: InvitationRow, nowMs: number): boolean {
  return revokedAtMs === null && (expiresAtMs === null || nowMs < expiresAtMs);
}
