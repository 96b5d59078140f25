/**
 * What the command line asks of a server that holds its database alone: to copy it, and to write and
 * read exercises. Only this machine's user knows the token, and only this machine is answered.
 */
import { pipeline } from 'node:stream/promises';
import { exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { Audit } from '../audit/audit.js';
import { hashOf, isSameHash } from '../auth/secrets.js';
import { backupOf } from '../backup/backup-file.js';
import { exportExercise } from '../backup/export-exercise.js';
import { CopyFault } from '../backup/faults.js';
import { importExercise } from '../backup/import-exercise.js';
import { liveSnapshot } from '../backup/snapshot.js';
import { isLoopback } from '../network.js';
import type { Db } from '../store/tables.js';
import { Problem, parseBody } from './problem.js';

export interface AdminRouteParts {
  readonly audit: Audit;
  /** Null where the database is shared, and commands go there by themselves. */
  readonly admin: { readonly token: string; readonly db: Db; readonly dataDir: string } | null;
}

/** Tells whoever waits how many rows there will be. */
export const rowsHeader = 'trilogue-rows';

const exportQuery = z.strictObject({
  id: exerciseIdSchema,
  names: z.enum(['yes', 'no']).default('no'),
});
const importQuery = z.strictObject({ as: exerciseIdSchema.optional() });

export function adminRoutes({ admin, audit }: AdminRouteParts): Router {
  const router = Router();
  let isCopying = false;

  const guard: RequestHandler = (request, _response, next) => {
    next(isAllowed(request, admin?.token) ? undefined : unknown());
  };
  const note = (request: Request, action: string, exerciseId: string | null = null) =>
    audit.record({
      action,
      actor: { kind: 'system' },
      exerciseId,
      address: request.socket.remoteAddress ?? null,
      outcome: 'ok',
    });

  router.post('/backup', guard, async (request, response) => {
    if (admin === null) throw unknown();
    if (isCopying) throw toProblem(new CopyFault('backup/busy', 'a backup is being made already'));
    isCopying = true;
    try {
      const snapshot = await liveSnapshot(admin.db, admin.dataDir);
      try {
        note(request, 'system/backed-up');
        response.setHeader(rowsHeader, snapshot.rows);
        await send(response, backupOf(snapshot, new Date()));
      } finally {
        await snapshot.close();
      }
    } finally {
      isCopying = false;
    }
  });

  router.post('/export-exercise', guard, async (request, response) => {
    if (admin === null) throw unknown();
    const { id, names } = parseBody(exportQuery, request.query);
    const options = { withNames: names === 'yes', now: new Date() };
    const { bytes } = await exportExercise(admin.db, id, options).catch(refuse);
    note(request, 'exercise/exported', id);
    await send(response, bytes);
  });

  router.post('/import-exercise', guard, async (request, response) => {
    if (admin === null) throw unknown();
    const { as } = parseBody(importQuery, request.query);
    const imported = await importExercise(admin.db, request, as ?? null).catch(refuse);
    note(request, 'exercise/imported', imported.exerciseId);
    response.status(201).json(imported);
  });
  return router;
}

/** Cut off in the middle, the answer ends without its end, and whoever reads it notices. */
async function send(response: Response, bytes: NodeJS.ReadableStream): Promise<void> {
  // No proxy and no middleware packs it again.
  response.set({ 'content-type': 'application/gzip', 'cache-control': 'no-store, no-transform' });
  await pipeline(bytes, response).catch((error: unknown) => {
    response.destroy();
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

function isAllowed(request: Request, token: string | undefined): boolean {
  const { remoteAddress = '', localAddress } = request.socket;
  const isDirect = request.headers['x-forwarded-for'] === undefined;
  const isHere = isDirect && (isLoopback(remoteAddress) || remoteAddress === localAddress);
  const given = /^Bearer (\S{32,100})$/.exec(request.headers.authorization ?? '')?.[1];
  return (
    token !== undefined && given !== undefined && isHere && isSameHash(hashOf(given), hashOf(token))
  );
}

/** Nobody else learns that there is anything. */
function unknown(): Problem {
  return new Problem(404, 'http/unknown', 'no such thing here');
}

function refuse(error: unknown): never {
  throw error instanceof CopyFault ? toProblem(error) : error;
}

function toProblem({ code, message }: CopyFault): Problem {
  if (code === 'exercise/unknown') return new Problem(404, code, message);
  return new Problem(code.startsWith('file/') ? 422 : 409, code, message);
}
