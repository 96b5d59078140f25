/** The audit log over HTTP, newest first: of one exercise, or of everything; as JSON or as a table. */
import { exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Audit } from '../audit/audit.js';
import { auditColumns, toCsvLine } from '../audit/audit-csv.js';
import type { AuditEntry, AuditStore } from '../store/audit-store.js';
import { Problem, parseBody } from './problem.js';

export interface AuditRouteParts {
  readonly audit: Audit;
  readonly auditStore: AuditStore;
}

const querySchema = z.strictObject({
  format: z.enum(['json', 'csv']).default('json'),
  before: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});

const rowsAtOnce = 1_000;

/** Who may is in the route table; the doorkeeper stands before all of these. */
export function auditRoutes(parts: AuditRouteParts): Router {
  const router = Router();

  router.get('/audit', async (request, response) => {
    await answer(parts, request, response, undefined);
  });

  router.get('/exercises/:exerciseId/audit', async (request, response) => {
    // One that was erased has its audit log still.
    const exerciseId = exerciseIdSchema.safeParse(request.params.exerciseId);
    if (!exerciseId.success) throw new Problem(404, 'exercise/unknown', 'no such exercise');
    await answer(parts, request, response, exerciseId.data);
  });
  return router;
}

async function answer(
  { audit, auditStore }: AuditRouteParts,
  request: Request,
  response: Response,
  exerciseId: string | undefined,
): Promise<void> {
  const { format, before, limit } = parseBody(querySchema, request.query);
  await audit.flush();
  const page = (from: string | undefined, most: number): Promise<AuditEntry[]> =>
    auditStore.read({
      limit: most,
      ...(exerciseId === undefined ? {} : { exerciseId }),
      ...(from === undefined ? {} : { before: from }),
    });
  if (format === 'json') {
    const entries = await page(before, limit);
    response.json({ entries, next: entries.length < limit ? null : (entries.at(-1)?.id ?? null) });
    return;
  }
  response.type('text/csv; charset=utf-8');
  response.setHeader('content-disposition', 'attachment; filename="audit.csv"');
  response.write(`\uFEFF${auditColumns.join(',')}\r\n`);
  let last = before;
  for (;;) {
    const entries = await page(last, rowsAtOnce);
    response.write(entries.map(toCsvLine).join(''));
    if (entries.length < rowsAtOnce || response.destroyed) break;
    last = entries.at(-1)?.id;
  }
  response.end();
}
