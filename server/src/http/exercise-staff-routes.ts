/** Who is what in an exercise, for its director: seen, given, taken away. */
import {
  accountIdSchema,
  assignSchema,
  type ExerciseStaff,
} from '@trilogue/engine/protocol/accounts';
import { type ExerciseId, exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import { type Request, type Response, Router } from 'express';
import type { Audit } from '../audit/audit.js';
import type { Seating } from '../auth/seating.js';
import type { Exercises } from '../runtime/exercises.js';
import type { OpenExercise } from '../runtime/open-exercise.js';
import type { Store } from '../store/store.js';
import { accountProblem } from './account-problem.js';
import { actorOf } from './audit-actor.js';
import { Problem, parseBody } from './problem.js';

export interface ExerciseStaffRouteParts {
  readonly exercises: Exercises;
  readonly seating: Seating;
  readonly store: Store;
  readonly audit: Audit;
  readonly nowMs: () => number;
}

export function exerciseStaffRoutes(parts: ExerciseStaffRouteParts): Router {
  const { exercises, seating, store, audit, nowMs } = parts;
  const router = Router();

  const find = async (request: Request): Promise<OpenExercise> => {
    const exerciseId = exerciseIdSchema.safeParse(request.params.exerciseId);
    const exercise = exerciseId.success ? await exercises.find(exerciseId.data) : null;
    if (exercise === null) throw new Problem(404, 'exercise/unknown', 'no such exercise');
    if ('quarantine' in exercise) {
      throw new Problem(409, 'exercise/quarantined', exercise.quarantine);
    }
    return exercise;
  };
  const findAccount = async (request: Request) => {
    const accountId = accountIdSchema.safeParse(request.params.accountId);
    const account = accountId.success ? await store.accounts.find(accountId.data) : null;
    if (account === null) throw accountProblem('account/unknown');
    return account;
  };
  const note = (
    request: Request,
    response: Response,
    action: string,
    about: { exerciseId: ExerciseId; accountId: string; role?: string },
  ) =>
    audit.record({
      action,
      actor: actorOf(response),
      exerciseId: about.exerciseId,
      address: request.ip ?? null,
      targets: { accountId: about.accountId, role: about.role },
      outcome: 'ok',
    });

  router.get('/exercises/:exerciseId/staff', async (request, response) => {
    const { exerciseId, runner } = await find(request);
    const { scenario } = runner.state.playbook;
    const assigned = await store.exerciseStaff.of(exerciseId);
    const accounts = await store.accounts.list();
    const byId = new Map(accounts.map((account) => [account.accountId, account]));
    const staff: ExerciseStaff = {
      staff: assigned.flatMap((assignment) => {
        const account = byId.get(assignment.accountId);
        if (account === undefined) return [];
        return [{ ...assignment, name: account.name, isDisabled: account.isDisabled }];
      }),
      // Whoever directs has to choose among colleagues; names and kinds are all that they learn.
      others: accounts
        .filter(({ accountId, isDisabled }) => {
          return !isDisabled && !assigned.some((one) => one.accountId === accountId);
        })
        .map(({ accountId, name, kind }) => ({ accountId, name, kind })),
      parties: scenario.parties.map(({ id, name }) => ({ partyId: id, name })),
      defaultLanguage: scenario.defaultLanguage,
    };
    response.json(staff);
  });

  router.put('/exercises/:exerciseId/staff/:accountId', async (request, response) => {
    const assignment = parseBody(assignSchema, request.body);
    const exercise = await find(request);
    const { accountId, isDisabled } = await findAccount(request);
    if (isDisabled) throw accountProblem('account/unknown');
    const { partyId, role } = assignment;
    if (partyId !== null && !exercise.runner.state.playbook.parties.has(partyId)) {
      throw new Problem(409, 'seat/unknown-party', 'the scenario has no such party');
    }
    const { exerciseId } = exercise;
    const before = await store.exerciseStaff.find(exerciseId, accountId);
    await store.exerciseStaff.assign(exerciseId, accountId, assignment, nowMs());
    // They sit down anew, as what they are now.
    if (before?.role !== role || before.partyId !== partyId) {
      await seating.unseat(exercise, accountId);
    }
    note(request, response, 'staff/assigned', { exerciseId, accountId, role });
    response.json({ ok: true });
  });

  router.delete('/exercises/:exerciseId/staff/:accountId', async (request, response) => {
    const exercise = await find(request);
    const { exerciseId } = exercise;
    const { accountId } = await findAccount(request);
    if (!(await store.exerciseStaff.unassign(exerciseId, accountId))) {
      throw accountProblem('account/unknown');
    }
    await seating.unseat(exercise, accountId);
    note(request, response, 'staff/unassigned', { exerciseId, accountId });
    response.json({ ok: true });
  });
  return router;
}
