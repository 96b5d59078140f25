/** What staff do over HTTP: look at scenarios, create exercises, take a seat, hand out links, export. */
import { randomInt } from 'node:crypto';
import type { Role } from '@trilogue/engine/exercise/settings';
import { type ExerciseState, scenarioNow } from '@trilogue/engine/exercise/state';
import { lintScenario } from '@trilogue/engine/lint/lint';
import type { Assignment } from '@trilogue/engine/protocol/accounts';
import {
  createExerciseSchema,
  type ExerciseCard,
  type ExerciseLinks,
  type ScenarioCheck,
  staffSeatSchema,
} from '@trilogue/engine/protocol/http';
import { exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import type { Playbook } from '@trilogue/engine/scenario/playbook';
import { type Request, type Response, Router } from 'express';
import type { Audit } from '../audit/audit.js';
import type { Access } from '../auth/access.js';
import { scopeOf } from '../auth/scope.js';
import type { Seating } from '../auth/seating.js';
import type { Exercises } from '../runtime/exercises.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import { type ScenarioFile, toCard } from '../scenarios.js';
import type { ExerciseSummary } from '../store/event-store.js';
import type { Store } from '../store/store.js';
import { actorOf } from './audit-actor.js';
import { callerOf, partIn } from './doorkeeper.js';
import { type ExerciseQuota, ensureMayCreate } from './exercise-quota.js';
import { Problem, parseBody, refusedBy } from './problem.js';

export interface ExerciseRouteParts {
  readonly exercises: Exercises;
  readonly scenarios: ReadonlyMap<string, ScenarioFile>;
  readonly seating: Seating;
  readonly access: Access;
  readonly store: Store;
  /** Addresses under which this machine is reached, the network's first. */
  readonly origins: () => readonly string[];
  readonly audit: Audit;
  readonly quota: ExerciseQuota;
  readonly nowMs: () => number;
}

type Looked = Pick<ExerciseState, 'written'> & {
  readonly findings: ReturnType<typeof lintScenario>;
};

/** A large scenario takes a second or two to look through: only once for the words that it has now. */
const looked = new WeakMap<Playbook, Looked>();

function findingsOf(state: ExerciseState): Looked['findings'] {
  const { playbook, written } = state;
  const known = looked.get(playbook);
  if (known?.written === written) return known.findings;
  const findings = lintScenario(scenarioNow(state));
  looked.set(playbook, { written, findings });
  return findings;
}

/** Who may is in the route table; the doorkeeper stands before all of these. */
export function exerciseRoutes(parts: ExerciseRouteParts): Router {
  const { exercises, scenarios, seating, access, store, origins, audit } = parts;
  const router = Router();

  const find = async (id: unknown): Promise<OpenExercise> => {
    const exerciseId = exerciseIdSchema.safeParse(id);
    const exercise = exerciseId.success ? await exercises.find(exerciseId.data) : null;
    if (exercise === null) throw new Problem(404, 'exercise/unknown', 'no such exercise');
    if ('quarantine' in exercise) {
      throw new Problem(409, 'exercise/quarantined', exercise.quarantine);
    }
    // Behind a proxy, what they did a moment ago may have been done at another node.
    if (store.isShared) await exercise.runner.readOn();
    return exercise;
  };

  const note = (request: Request, response: Response, action: string, exerciseId: string) =>
    audit.record({
      action,
      actor: actorOf(response),
      exerciseId,
      address: request.ip ?? null,
      outcome: 'ok',
    });

  router.get('/scenarios', (_request, response) => {
    response.json([...scenarios.values()].map(({ scenario }) => toCard(scenario)));
  });

  router.get('/exercises', async (_request, response) => {
    const rows = await exercises.list();
    const mine = await access.among(
      callerOf(response),
      rows.map(({ exerciseId }) => exerciseId),
    );
    const cards = rows.flatMap((row) => {
      const part = mine.get(row.exerciseId);
      return part === undefined ? [] : [toExerciseCard(row, scenarios, part)];
    });
    response.json(cards satisfies ExerciseCard[]);
  });

  router.post('/exercises', async (request, response) => {
    const { scenarioId, title, pace, mode } = parseBody(createExerciseSchema, request.body);
    const scenario = scenarios.get(scenarioId);
    if (scenario === undefined) {
      throw new Problem(404, 'scenario/unknown', `no scenario "${scenarioId}"`);
    }
    const { account, session } = callerOf(response);
    await ensureMayCreate(parts.quota, account?.accountId ?? session);
    const seed = randomInt(2 ** 32);
    const created = await exercises.create(scenario, { title, pace, mode, seed });
    if (!created.ok) throw refusedBy(created);
    await store.attachments.add(created.exerciseId, scenario.attachments, parts.nowMs());
    if (account !== null && account.kind !== 'administrator') {
      const director = { role: 'director', partyId: null } as const;
      await store.exerciseStaff.assign(
        created.exerciseId,
        account.accountId,
        director,
        parts.nowMs(),
      );
    }
    note(request, response, 'exercise/created', created.exerciseId);
    // The next one is counted from what is written.
    await audit.flush();
    response.status(201).json({ exerciseId: created.exerciseId });
  });

  router.get('/exercises/:exerciseId/links', async (request, response) => {
    const exercise = await find(request.params.exerciseId);
    const { state } = exercise.runner;
    const scope = scopeOf(partIn(response));
    const standing = (await exercise.invitations()).filter(
      ({ isStanding, revokedAtMs }) => isStanding && revokedAtMs === null,
    );
    const codeOf = (wanted: Role) =>
      standing.find(({ role }) => scope.isWhole && role === wanted)?.code ?? '';
    const links: ExerciseLinks = {
      origins: origins(),
      tables: state.casting.tables.flatMap(({ tableId }) => {
        const found = standing.find((one) => one.tableId === tableId && scope.has(state, tableId));
        return found === undefined ? [] : [{ tableId, code: found.code }];
      }),
      observerCode: codeOf('observer'),
      evaluatorCode: codeOf('evaluator'),
      translatorCode: codeOf('translator'),
    };
    response.json(links);
  });

  router.get('/exercises/:exerciseId/scenario-check', async (request, response) => {
    const { runner } = await find(request.params.exerciseId);
    const findings = findingsOf(runner.state);
    response.json({
      findings: findings.map(({ code, severity, path, message }) => ({
        code,
        severity,
        path,
        message,
      })),
    } satisfies ScenarioCheck);
  });

  router.post('/exercises/:exerciseId/staff-seat', async (request, response) => {
    const { name } = parseBody(staffSeatSchema, request.body);
    const exercise = await find(request.params.exerciseId);
    const seat = await seating.staffSeat(exercise, callerOf(response), partIn(response), name);
    if (!('seatId' in seat)) throw refusedBy(seat);
    response.json(seat);
  });

  router.get('/exercises/:exerciseId/export', async (request, response) => {
    const { exerciseId, scenarioText } = await find(request.params.exerciseId);
    const seats = await store.directory.seatsOf(exerciseId);
    note(request, response, 'exercise/exported', exerciseId);
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
  { role, partyId }: Assignment,
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
    role,
    partyId,
  };
}
