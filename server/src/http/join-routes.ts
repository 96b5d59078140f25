/** People come in by a code. One that is unknown, over or revoked always gets the same answer. */
import { listSchema, type WaitAnswer, waitSchema } from '@trilogue/engine/protocol/entry';
import { type Invitation, joinSchema, lookSchema } from '@trilogue/engine/protocol/http';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import { type Request, Router } from 'express';
import type { Audit } from '../audit/audit.js';
import type { Seating } from '../auth/seating.js';
import { hashOf } from '../auth/secrets.js';
import { isCast } from '../auth/standing.js';
import type { Exercises } from '../runtime/exercises.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { Arrival } from '../store/arrivals.js';
import { isFull, isValid } from '../store/claims.js';
import type { InvitationRow } from '../store/invitations.js';
import type { Store } from '../store/store.js';
import type { FailureGuard } from './failure-guard.js';
import { Problem, parseBody, refusedBy } from './problem.js';

export interface JoinRouteParts {
  readonly exercises: Exercises;
  readonly store: Store;
  readonly seating: Seating;
  readonly audit: Audit;
  readonly guard: FailureGuard;
  readonly nowMs: () => number;
  /** Other nodes are to read names anew. */
  readonly tellRenamed: (exerciseId: ExerciseId) => void;
}

interface Place {
  readonly exercise: OpenExercise;
  readonly invitation: InvitationRow;
}

export function joinRoutes(parts: JoinRouteParts): Router {
  const { exercises, store, seating, audit, guard, nowMs } = parts;
  const router = Router();

  const open = async (exerciseId: ExerciseId): Promise<OpenExercise> => {
    const exercise = await exercises.find(exerciseId);
    if (exercise === null || 'quarantine' in exercise) {
      throw new Problem(409, 'exercise/quarantined', 'this exercise is put aside');
    }
    return exercise;
  };
  const lookUp = async (code: string): Promise<Place | null> => {
    const invitation = await store.invitations.findCode(code);
    if (invitation === null || !isValid(invitation, nowMs())) return null;
    const exercise = await open(invitation.exerciseId);
    return (await leadsSomewhere(exercise, invitation, store.isShared))
      ? { exercise, invitation }
      : null;
  };
  const findPlace = async (request: Request, code: string): Promise<Place> => {
    const place = await guard(request, () => lookUp(code));
    if (place === null) throw new Problem(404, 'join/unknown-code', 'this code opens nothing');
    return place;
  };

  router.post('/look', async (request, response) => {
    const { code } = parseBody(lookSchema, request.body);
    response.json(await toInvitation(await findPlace(request, code), store));
  });

  router.post('/', async (request, response) => {
    const { code, name, language, listed = [] } = parseBody(joinSchema, request.body);
    const { exercise, invitation } = await findPlace(request, code);
    const { exerciseId } = exercise;
    const isNameless = invitation.personName === null && invitation.seatId === null;
    if (isNameless && name === undefined) {
      throw new Problem(400, 'http/invalid', 'name: say who you are');
    }
    const { device } = await store.invitations.settings(exerciseId);
    const isShared = device === 'table' && invitation.role === 'player';
    const joined = await seating.join(exercise, invitation, {
      name: name ?? '',
      language,
      listed: isShared ? listed : [],
    });
    if ('ok' in joined) {
      throw joined.code === 'join/unknown-code'
        ? new Problem(404, joined.code, joined.message)
        : refusedBy(joined);
    }
    if (invitation.seatId !== null) {
      audit.record({
        action: 'person/took-over',
        actor: { kind: 'seat', seatId: joined.seatId },
        exerciseId,
        address: request.ip ?? null,
        outcome: 'ok',
      });
    }
    if (listed.length > 0) parts.tellRenamed(exerciseId);
    response.json(joined);
  });

  router.post('/wait', async (request, response) => {
    const { exerciseId, token } = parseBody(waitSchema, request.body);
    const arrival = await guard(request, () => store.arrivals.byToken(exerciseId, hashOf(token)));
    if (arrival === null) throw new Problem(404, 'seat/unknown', 'no such seat');
    const { runner } = await open(exerciseId);
    const { title, casting } = runner.state;
    const table = casting.tables.find(({ tableId }) => tableId === arrival.tableId);
    const { waiting } = await store.arrivals.counts(exerciseId);
    response.json({
      status: statusOf(arrival),
      title,
      table: table?.name ?? null,
      askAgainMs: askAgainMs(waiting),
    } satisfies WaitAnswer);
  });

  router.put('/listed', async (request, response) => {
    const { exerciseId, token, listed } = parseBody(listSchema, request.body);
    const seat = await guard(request, () => store.directory.seatByToken(exerciseId, hashOf(token)));
    if (seat === null) throw new Problem(404, 'seat/unknown', 'no such seat');
    const { device } = await store.invitations.settings(exerciseId);
    if (device !== 'table' || seat.role !== 'player') {
      throw new Problem(409, 'entry/own-device', 'everybody has a device of their own here');
    }
    await store.directory.setListed(exerciseId, seat.seatId, listed);
    await (await open(exerciseId)).refreshPeople();
    parts.tellRenamed(exerciseId);
    response.json({ ok: true });
  });
  return router;
}

/** Shortest and longest that somebody who waits waits between two questions, in ms. */
const shortestWaitMs = 3_000;
const longestWaitMs = 20_000;
/** A whole room behind one address must stay well within what an address may ask. */
const waitEachMs = 25;

function askAgainMs(waiting: number): number {
  return Math.min(longestWaitMs, Math.max(shortestWaitMs, waiting * waitEachMs));
}

function statusOf({ status }: Arrival): WaitAnswer['status'] {
  return ({ waiting: 'waiting', seated: 'admitted', away: 'turned-away', gone: 'gone' } as const)[
    status
  ];
}

/** To a table that is cast, or a seat that somebody has. */
async function leadsSomewhere(
  { runner }: OpenExercise,
  { role, tableId, seatId }: InvitationRow,
  isShared: boolean,
): Promise<boolean> {
  const leads = () => {
    const { state } = runner;
    if (seatId !== null) return state.seats.get(seatId)?.isGone === false;
    return role !== 'player' || isCast(state, tableId);
  };
  if (leads()) return true;
  // It may lead to what was done at another node a moment ago.
  if (isShared) await runner.readOn();
  return leads();
}

async function toInvitation({ exercise, invitation }: Place, store: Store): Promise<Invitation> {
  const { exerciseId, runner } = exercise;
  const { role, seatId, personName } = invitation;
  const { title, playbook, lifecycle, casting, seats } = runner.state;
  const { scenario, teams } = playbook;
  const settings = await store.invitations.settings(exerciseId);
  const tableId = seatId === null ? invitation.tableId : (seats.get(seatId)?.tableId ?? null);
  const table = casting.tables.find((candidate) => candidate.tableId === tableId);
  const isOneDevice = settings.device === 'table' && role === 'player';
  return {
    exerciseId,
    title,
    scenarioTitle: scenario.title,
    defaultLanguage: scenario.defaultLanguage,
    languages: scenario.languages,
    role,
    stage: lifecycle.stage,
    person: seatId === null ? personName : await nameOf(seatId),
    isHandOver: seatId !== null,
    isOneDevice,
    waits: settings.admission === 'each' && seatId === null,
    closed: seatId === null ? await closedBy() : null,
    table:
      table === undefined
        ? null
        : {
            tableId: table.tableId,
            name: table.name,
            language: table.language,
            teams: table.teamIds
              .map((teamId) => teams.get(teamId)?.name)
              .filter((name) => name !== undefined),
          },
  };

  async function nameOf(wanted: string): Promise<string> {
    const rows = await store.directory.seatsOf(exerciseId);
    return rows.find((row) => row.seatId === wanted)?.name ?? '';
  }

  async function closedBy(): Promise<Invitation['closed']> {
    const { throughInvitation, atTable } = await store.arrivals.counts(exerciseId);
    const used = throughInvitation.get(invitation.invitationId) ?? 0;
    if (isFull(invitation, used)) return 'join/full';
    const isTaken = isOneDevice && tableId !== null && (atTable.get(tableId) ?? 0) > 0;
    return isTaken ? 'join/table-taken' : null;
  }
}
