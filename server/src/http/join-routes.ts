/** Players and observers come in by a code. An unknown code always gets the same answer. */
import {
  type Invitation,
  joinSchema,
  lookSchema,
  type SeatGrant,
} from '@trilogue/engine/protocol/http';
import { type Request, Router } from 'express';
import type { Seating } from '../auth/seating.js';
import type { Exercises } from '../runtime/exercises.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { Directory, JoinCode } from '../store/directory.js';
import type { FailureGuard } from './failure-guard.js';
import { Problem, parseBody, refusedBy } from './problem.js';

export interface JoinRouteParts {
  readonly exercises: Exercises;
  readonly directory: Directory;
  readonly seating: Seating;
  readonly guard: FailureGuard;
}

export function joinRoutes({ exercises, directory, seating, guard }: JoinRouteParts): Router {
  const router = Router();

  const findPlace = async (request: Request, code: string) => {
    const found = await guard(request, () => directory.findCode(code));
    if (found === null) throw new Problem(404, 'join/unknown-code', 'this code opens nothing');
    const exercise = await exercises.find(found.exerciseId);
    if (exercise === null || 'quarantine' in exercise) {
      throw new Problem(409, 'exercise/quarantined', 'this exercise is put aside');
    }
    return { exercise, code: found };
  };

  router.post('/look', async (request, response) => {
    const { code } = parseBody(lookSchema, request.body);
    const place = await findPlace(request, code);
    response.json(toInvitation(place.exercise, place.code));
  });

  router.post('/', async (request, response) => {
    const { code, name, language } = parseBody(joinSchema, request.body);
    const place = await findPlace(request, code);
    const seat = await seating.join(place.exercise, place.code, { name, language });
    if (!('seatId' in seat)) throw refusedBy(seat);
    response.json(seat satisfies SeatGrant);
  });
  return router;
}

function toInvitation(
  { exerciseId, runner }: OpenExercise,
  { role, tableId }: JoinCode,
): Invitation {
  const { title, playbook, lifecycle, casting } = runner.state;
  const { scenario, teams } = playbook;
  const table = casting.tables.find((candidate) => candidate.tableId === tableId);
  return {
    exerciseId,
    title,
    scenarioTitle: scenario.title,
    defaultLanguage: scenario.defaultLanguage,
    languages: scenario.languages,
    role,
    stage: lifecycle.stage,
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
}
