/** An invitation with a code of its own, without limits but those that are given. */
import type { InvitationId } from '@trilogue/engine/protocol/entry';
import { nanoid } from 'nanoid';
import type { InvitationRow } from '../store/invitations.js';
import { newJoinCode } from './secrets.js';

type Place = Pick<InvitationRow, 'exerciseId' | 'role' | 'tableId'>;

export function newInvitation(given: Place & Partial<InvitationRow>, nowMs: number): InvitationRow {
  return {
    invitationId: nanoid(12) as InvitationId,
    code: newJoinCode(),
    isStanding: false,
    personName: null,
    language: null,
    label: '',
    cap: null,
    expiresAtMs: null,
    revokedAtMs: null,
    seatId: null,
    createdAtMs: nowMs,
    ...given,
  };
}
