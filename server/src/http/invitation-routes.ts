/** Invitations, for those who run an exercise: further ones, limits, revocation, new codes. */
import {
  changeInvitationSchema,
  invitationIdSchema,
  newInvitationSchema,
} from '@trilogue/engine/protocol/entry';
import { mostNamed } from '@trilogue/engine/protocol/entry-limits';
import { type Request, Router } from 'express';
import { newInvitation } from '../auth/new-invitation.js';
import { newJoinCode } from '../auth/secrets.js';
import { isSameName } from '../roster/names.js';
import type { InvitationChange, InvitationRow } from '../store/invitations.js';
import { type EntryRoom, type EntryRouteParts, enterRoom, outOfScope } from './entry-room.js';
import { Problem, parseBody } from './problem.js';

/** Besides those that each place has, and seats kept for somebody. */
const mostFurther = 500;

export function invitationRoutes(parts: EntryRouteParts): Router {
  const { store, nowMs } = parts;
  const router = Router();
  const path = '/exercises/:exerciseId/invitations';

  const find = async (request: Request, { exerciseId, state, scope }: EntryRoom) => {
    const id = invitationIdSchema.safeParse(request.params.invitationId);
    const found = id.success ? await store.invitations.find(exerciseId, id.data) : null;
    if (found === null) throw new Problem(404, 'invitation/unknown', 'no such invitation');
    if (!scope.has(state, found.tableId)) throw outOfScope();
    return found;
  };

  router.post(path, async (request, response) => {
    const { person, ...wish } = parseBody(newInvitationSchema, request.body);
    const room = await enterRoom(parts, request, response);
    const { exerciseId } = room;
    room.ensureTable(wish.tableId);
    const made = newInvitation(
      {
        exerciseId,
        ...wish,
        ...(person === null
          ? {}
          : { personName: person.name, language: person.language, cap: 1 as const }),
      },
      nowMs(),
    );
    await store.invitations.alone(exerciseId, async (invitations) => {
      const standing = await invitations.of(exerciseId);
      ensureRoomFor(standing, person !== null);
      if (person !== null) ensureNew(standing, person.name, wish.tableId);
      await invitations.add([made]);
    });
    const { invitationId, code } = made;
    room.note('invitation/created', { invitationId });
    response.status(201).json({ invitationId, code });
  });

  router.patch(`${path}/:invitationId`, async (request, response) => {
    const { isRevoked, name, tableId, ...limits } = parseBody(changeInvitationSchema, request.body);
    const room = await enterRoom(parts, request, response);
    const found = await find(request, room);
    const { invitationId } = found;
    const isNamed = found.personName !== null;
    if (!isNamed && (name !== undefined || tableId !== undefined)) {
      throw new Problem(409, 'invitation/nobodys', 'this invitation is nobody’s in particular');
    }
    if (isNamed && limits.cap !== undefined) {
      throw new Problem(409, 'invitation/somebodys', 'this seat is one person’s');
    }
    if (tableId !== undefined) room.ensureTable(tableId);
    const change: InvitationChange = {
      ...(limits.label === undefined ? {} : { label: limits.label }),
      ...(limits.cap === undefined ? {} : { cap: limits.cap }),
      ...(limits.expiresAtMs === undefined ? {} : { expiresAtMs: limits.expiresAtMs }),
      ...(isRevoked === undefined ? {} : { revokedAtMs: isRevoked ? nowMs() : null }),
      ...(name === undefined ? {} : { personName: name }),
      ...(tableId === undefined ? {} : { tableId }),
    };
    await store.invitations.alone(room.exerciseId, async (invitations) => {
      if (isNamed && (name !== undefined || tableId !== undefined)) {
        const others = (await invitations.of(room.exerciseId)).filter(
          (other) => other.invitationId !== invitationId,
        );
        ensureNew(others, name ?? found.personName ?? '', tableId ?? found.tableId);
      }
      await invitations.change(room.exerciseId, invitationId, change);
    });
    const action = isRevoked === true ? 'invitation/revoked' : 'invitation/changed';
    room.note(action, { invitationId });
    response.json({ ok: true });
  });

  router.post(`${path}/:invitationId/renew`, async (request, response) => {
    const room = await enterRoom(parts, request, response);
    const { invitationId, expiresAtMs } = await find(request, room);
    const code = newJoinCode();
    // It leads in again: neither what ended it nor a time that has passed holds for the new code.
    const isOver = expiresAtMs !== null && expiresAtMs <= nowMs();
    await store.invitations.change(room.exerciseId, invitationId, {
      code,
      revokedAtMs: null,
      ...(isOver ? { expiresAtMs: null } : {}),
    });
    room.note('invitation/renewed', { invitationId });
    response.json({ code });
  });

  router.delete(`${path}/:invitationId`, async (request, response) => {
    const room = await enterRoom(parts, request, response);
    const { invitationId, isStanding } = await find(request, room);
    if (isStanding) {
      throw new Problem(409, 'invitation/standing', 'each place keeps one; revoke it instead');
    }
    await store.invitations.remove(room.exerciseId, invitationId);
    room.note('invitation/removed', { invitationId });
    response.json({ ok: true });
  });
  return router;
}

function ensureRoomFor(standing: readonly InvitationRow[], isNamed: boolean): void {
  const alike = standing.filter(
    ({ personName, isStanding }) => !isStanding && (personName !== null) === isNamed,
  );
  if (alike.length < (isNamed ? mostNamed : mostFurther)) return;
  throw new Problem(409, 'invitation/too-many', 'there are as many invitations as there can be');
}

function ensureNew(
  standing: readonly InvitationRow[],
  name: string,
  tableId: InvitationRow['tableId'],
): void {
  const isThere = standing.some(
    (other) =>
      other.personName !== null && other.tableId === tableId && isSameName(other.personName, name),
  );
  if (isThere) throw new Problem(409, 'invitation/twice', 'a seat of that name is there already');
}
