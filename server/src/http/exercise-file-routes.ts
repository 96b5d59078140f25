/** An exercise as one file, for those who direct it. */
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { z } from 'zod';
import type { Audit } from '../audit/audit.js';
import { exportExercise } from '../backup/export-exercise.js';
import { CopyFault } from '../backup/faults.js';
import type { Store } from '../store/store.js';
import { actorOf } from './audit-actor.js';
import { Problem, parseBody } from './problem.js';

export interface ExerciseFileRouteParts {
  readonly store: Store;
  readonly audit: Audit;
}

const fileQuery = z.strictObject({ names: z.enum(['yes', 'no']).default('no') });

/** Who may is in the route table; the doorkeeper stands before it. */
export function exerciseFileRoutes({ store, audit }: ExerciseFileRouteParts): Router {
  const router = Router();

  router.get('/exercises/:exerciseId/file', async (request, response) => {
    const { names } = parseBody(fileQuery, request.query);
    const options = { withNames: names === 'yes', now: new Date() };
    const { head, bytes } = await exportExercise(
      store.db,
      request.params.exerciseId,
      options,
    ).catch((error: unknown) => {
      throw error instanceof CopyFault ? new Problem(404, error.code, error.message) : error;
    });
    audit.record({
      action: 'exercise/exported',
      actor: actorOf(response),
      exerciseId: head.exerciseId,
      address: request.ip ?? null,
      targets: { names },
      outcome: 'ok',
    });
    response.set({
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="${head.exerciseId}.trilogue"`,
      'cache-control': 'no-store, no-transform',
    });
    await pipeline(bytes, response).catch(() => response.destroy());
  });
  return router;
}
