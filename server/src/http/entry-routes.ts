/** How people come into an exercise, for those who run it: how it is set, who waits, who may come in. */
import {
  admissionsSchema,
  type ExerciseEntry,
  entrySettingsSchema,
  type InvitationCard,
} from '@trilogue/engine/protocol/entry';
import { Router } from 'express';
import { standingOf } from '../auth/standing.js';
import type { Arrival, ArrivalCounts } from '../store/arrivals.js';
import type { InvitationRow } from '../store/invitations.js';
import { type EntryRoom, type EntryRouteParts, enterRoom } from './entry-room.js';
import { invitationRoutes } from './invitation-routes.js';
import { peopleRoutes } from './people-routes.js';
import { parseBody } from './problem.js';
import { rosterRoutes } from './roster-routes.js';

export type { EntryRouteParts } from './entry-room.js';

export function entryRoutes(parts: EntryRouteParts): Router {
  const { store, seating, origins, nowMs } = parts;
  const router = Router();
  router.use(invitationRoutes(parts));
  router.use(peopleRoutes(parts));
  router.use(rosterRoutes(parts));

  const waitingIn = async ({ exerciseId, state, scope }: EntryRoom) =>
    (await store.arrivals.of(exerciseId)).filter(
      ({ status, tableId }) => status === 'waiting' && scope.has(state, tableId),
    );

  router.get('/exercises/:exerciseId/entry', async (request, response) => {
    const room = await enterRoom(parts, request, response);
    const { exercise, exerciseId, state, scope } = room;
    const rows = (await exercise.invitations()).filter(({ tableId }) => scope.has(state, tableId));
    const counts = await store.arrivals.counts(exerciseId);
    const waiting = await waitingIn(room);
    const names = waiting.length === 0 ? [] : await store.directory.seatsOf(exerciseId);
    const nameOf = new Map(names.map(({ seatId, name }) => [seatId, name]));
    const listed = await store.directory.listedIn(exerciseId);
    const entry: ExerciseEntry = {
      origins: origins(),
      settings: await store.invitations.settings(exerciseId),
      mayAll: scope.isWhole,
      invitations: rows.map((row) => toCard(row, counts, room, nowMs())),
      waiting: waiting.map(({ seatId, role, tableId, arrivedAtMs }) => ({
        seatId,
        role,
        tableId,
        name: nameOf.get(seatId) ?? '',
        listed: listed.get(seatId) ?? [],
        sinceMs: arrivedAtMs,
      })),
      nowMs: nowMs(),
      askAgainMs: staffAskAgainMs,
    };
    response.json(entry);
  });

  router.put('/exercises/:exerciseId/entry', async (request, response) => {
    const settings = parseBody(entrySettingsSchema, request.body);
    const room = await enterRoom(parts, request, response);
    room.ensureWhole();
    await store.invitations.setSettings(room.exerciseId, settings);
    room.note('entry/settings-changed', settings);
    // The door stands open: nobody is left standing before it.
    if (settings.admission === 'all') {
      for (const arrival of await waitingIn(room)) await seating.admit(room.exercise, arrival);
    }
    response.json({ ok: true });
  });

  router.post('/exercises/:exerciseId/admissions', async (request, response) => {
    const { seatIds, verdict } = parseBody(admissionsSchema, request.body);
    const room = await enterRoom(parts, request, response);
    const waiting = new Map((await waitingIn(room)).map((arrival) => [arrival.seatId, arrival]));
    const refused: { seatId: string; code: string }[] = [];
    for (const seatId of seatIds) {
      const refusal = await decide(waiting.get(seatId));
      if (refusal !== null) refused.push({ seatId, code: refusal });
      else room.note(verdict === 'admit' ? 'entry/admitted' : 'entry/turned-away', { seatId });
    }
    if (verdict === 'turnAway') {
      await room.exercise.refreshPeople();
      parts.tellRenamed(room.exerciseId);
    }
    response.json({ done: seatIds.length - refused.length, refused });

    async function decide(arrival: Arrival | undefined): Promise<string | null> {
      if (arrival === undefined) return 'entry/not-waiting';
      const done =
        verdict === 'admit'
          ? await seating.admit(room.exercise, arrival)
          : await seating.turnAway(arrival);
      return done?.code ?? null;
    }
  });
  return router;
}

/** How often staff's screens look who waits, in ms. */
const staffAskAgainMs = 4_000;

function toCard(
  row: InvitationRow,
  { throughInvitation }: ArrivalCounts,
  { state }: EntryRoom,
  nowMs: number,
): InvitationCard {
  const { invitationId, code, role, tableId, isStanding, label, cap, expiresAtMs } = row;
  const used = throughInvitation.get(invitationId) ?? 0;
  const { personName, language } = row;
  return {
    invitationId,
    code,
    role,
    tableId,
    isStanding,
    label,
    person: personName === null ? null : { name: personName, language },
    cap,
    used,
    expiresAtMs,
    standing: standingOf(row, used, state, nowMs),
  };
}
