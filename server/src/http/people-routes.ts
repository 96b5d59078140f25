/** The people of an exercise, for those who run it: renamed, listed at a device, their seat handed over. */
import type { Role } from '@trilogue/engine/exercise/settings';
import { changePersonSchema, type HandOver } from '@trilogue/engine/protocol/entry';
import { seatIdSchema, type TableId } from '@trilogue/engine/protocol/ids';
import { type Request, Router } from 'express';
import { type EntryRoom, type EntryRouteParts, enterRoom, outOfScope } from './entry-room.js';
import { Problem, parseBody, refusedBy } from './problem.js';

export function peopleRoutes(parts: EntryRouteParts): Router {
  const { store, seating } = parts;
  const router = Router();
  const path = '/exercises/:exerciseId/people/:seatId';

  /** Whoever came by a code and has not left. */
  const find = async (request: Request, { exercise, exerciseId, scope }: EntryRoom) => {
    const id = seatIdSchema.safeParse(request.params.seatId);
    const rows = id.success ? await store.directory.seatsOf(exerciseId) : [];
    const person = rows.find(({ seatId }) => seatId === id.data);
    if (person === undefined) throw unknown();
    const { seatId } = person;
    const { state } = exercise.runner;
    const seat = state.seats.get(seatId);
    const arrivals = seat === undefined ? await store.arrivals.of(exerciseId) : [];
    const arrival = arrivals.find((one) => one.seatId === seatId && one.status === 'waiting');
    // Accounts have their own names, and the printed link's facilitators theirs; nobody else signs in
    // as them, whatever part they have.
    const isStaffs = staffOnly.has(person.role) || person.staffSession !== null;
    const isHere = seat === undefined ? arrival !== undefined : !seat.isGone;
    if (!isHere || isStaffs) throw unknown();
    const tableId: TableId | null = seat?.tableId ?? arrival?.tableId ?? null;
    if (!scope.has(state, tableId)) throw outOfScope();
    return { seatId, role: person.role, isWaiting: arrival !== undefined };
  };

  router.patch(path, async (request, response) => {
    const { name, listed, tableId } = parseBody(changePersonSchema, request.body);
    const room = await enterRoom(parts, request, response);
    const { exercise, exerciseId } = room;
    const { seatId, role, isWaiting } = await find(request, room);
    if (tableId !== undefined) {
      room.ensureTable(tableId);
      if (role !== 'player') throw new Problem(409, 'seat/no-table', 'only players sit at tables');
      if (!isWaiting) throw new Problem(409, 'entry/not-waiting', 'this person sits already');
      await store.arrivals.setTable(seatId, tableId);
    }
    if (name !== undefined) await store.directory.rename(exerciseId, seatId, name);
    if (listed !== undefined) await store.directory.setListed(exerciseId, seatId, listed);
    await exercise.refreshPeople();
    parts.tellRenamed(exerciseId);
    room.note('person/changed', { seatId });
    response.json({ ok: true });
  });

  router.post(`${path}/hand-over`, async (request, response) => {
    const room = await enterRoom(parts, request, response);
    const { seatId } = await find(request, room);
    const offered = await seating.handOver(room.exercise, seatId);
    if ('ok' in offered) throw refusedBy(offered);
    const { code, expiresAtMs } = offered;
    room.note('person/hand-over', { seatId });
    response.json({ code, expiresAtMs: expiresAtMs ?? 0 } satisfies HandOver);
  });
  return router;
}

const staffOnly: ReadonlySet<Role> = new Set(['director', 'facilitator', 'simcell']);

function unknown(): Problem {
  return new Problem(404, 'seat/unknown', 'no such seat');
}
