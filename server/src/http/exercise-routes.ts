/** What staff do over HTTP: look at scenarios, create exercises, take a seat, hand out links, export. */
import { randomInt } from 'node:crypto';
import type { Role } from '@trilogue/engine/exercise/settings';
import {
  createExerciseSchema,
  type ExerciseCard,
  type ExerciseLinks,
  staffSeatSchema,
} from '@trilogue/engine/protocol/http';
import { exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import { Router } from 'express';
import type { Seating } from '../auth/seating.js';
import type { Exercises } from '../runtime/exercises.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import { type ScenarioFile, toCard } from '../scenarios.js';
import type { ExerciseSummary } from '../store/event-store.js';
import type { Store } from '../store/store.js';
import { Problem, parseBody, refusedBy } from './problem.js';

export interface ExerciseRouteParts {
  readonly exercises: Exercises;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly seating: Seating;
  readonly store: Store;
  /** Addresses under which this machine is reached, the network's first. */
  readonly origins: () => readonly string[];
}

/** All of these stand behind `staffOnly`. */
export function exerciseRoutes(parts: ExerciseRouteParts): Router {
  const { exercises, scenarios, seating, store, origins } = parts;
  const router = Router();

  const find = async (id: unknown): Promise<OpenExercise> => {
    const exerciseId = exerciseIdSchema.safeParse(id);
    const exercise = exerciseId.success ? await exercises.find(exerciseId.data) : null;
    if (exercise === null) throw new Problem(404, 'exercise/unknown', 'no such exercise');
    if ('quarantine' in exercise) {
      throw new Problem(409, 'exercise/quarantined', exercise.quarantine);
    }
    return exercise;
  };

  router.get('/scenarios', (_request, response) => {
    response.json([...scenarios.values()].map(({ scenario }) => toCard(scenario)));
  });

  router.get('/exercises', async (_request, response) => {
    const cards = (await exercises.list()).map((row) => toExerciseCard(row, scenarios));
    response.json(cards satisfies ExerciseCard[]);
  });

  router.post('/exercises', async (request, response) => {
    const { scenarioId, title, pace, mode } = parseBody(createExerciseSchema, request.body);
    const scenario = scenarios.get(scenarioId);
    if (scenario === undefined) {
      throw new Problem(404, 'scenario/unknown', `no scenario "${scenarioId}"`);
    }
    const seed = randomInt(2 ** 32);
    const created = await exercises.create(scenario, { title, pace, mode, seed });
    if (!created.ok) throw refusedBy(created);
    response.status(201).json({ exerciseId: created.exerciseId });
  });

  router.get('/exercises/:exerciseId/links', async (request, response) => {
    const exercise = await find(request.params.exerciseId);
    const codes = await exercise.codes();
    const codeOf = (wanted: Role) => codes.find(({ role }) => role === wanted)?.code ?? '';
    const links: ExerciseLinks = {
      origins: origins(),
      tables: exercise.runner.state.casting.tables.flatMap(({ tableId }) => {
        const found = codes.find((code) => code.tableId === tableId);
        return found === undefined ? [] : [{ tableId, code: found.code }];
      }),
      observerCode: codeOf('observer'),
      evaluatorCode: codeOf('evaluator'),
      translatorCode: codeOf('translator'),
    };
    response.json(links);
  });

  router.post('/exercises/:exerciseId/staff-seat', async (request, response) => {
    const { name } = parseBody(staffSeatSchema, request.body);
    const exercise = await find(request.params.exerciseId);
    const seat = await seating.staffSeat(exercise, String(response.locals.session), name);
    if (!('seatId' in seat)) throw refusedBy(seat);
    response.json(seat);
  });

  router.get('/exercises/:exerciseId/export', async (request, response) => {
    const { exerciseId, scenarioText } = await find(request.params.exerciseId);
    const seats = await store.directory.seatsOf(exerciseId);
    response.json({
      exerciseId,
      // The file that the exercise was created from; it was parsed when the exercise was loaded.
      scenario: JSON.parse(scenarioText),
      facts: await store.events.readFacts(exerciseId, 0),
      seats: seats.map(({ seatId, role, language }) => ({ seatId, role, language })),
    });
  });
  return router;
}

function toExerciseCard(
  { exerciseId, title, scenarioId, stage, createdAtMs }: ExerciseSummary,
  scenarios: ReadonlyMap<string, ScenarioFile>,
): ExerciseCard {
  const scenario = scenarios.get(scenarioId)?.scenario;
  return {
    exerciseId,
    title,
    // Parsed when the exercise was created.
    scenarioId: scenarioId as ExerciseCard['scenarioId'],
    // A scenario that has since gone from the disk is shown by its id.
    scenarioTitle: scenario?.title ?? scenarioId,
    defaultLanguage: scenario?.defaultLanguage ?? 'en',
    stage,
    createdAtMs,
  };
}
