/** The take-away over HTTP: for staff at any time, for players and observers after EndEx. */
import { handoutLanguages } from '@trilogue/engine/handout/words/words';
import { tableIdSchema } from '@trilogue/engine/protocol/ids';
import { takeawayTables } from '@trilogue/engine/protocol/parts';
import type { Takeaway, TakeawayAudience } from '@trilogue/engine/protocol/takeaway';
import { Reader } from '@trilogue/engine/report/reader';
import { type Response, Router } from 'express';
import { z } from 'zod';
import type { Audit } from '../audit/audit.js';
import { feedbackFor } from '../report/feedback-reading.js';
import { takeawayCsv } from '../report/takeaway-csv.js';
import { takeawayPage } from '../report/takeaway-page.js';
import { takeawayFor } from '../report/takeaways.js';
import { type ExerciseReader, type ReaderParts, readerOf } from './exercise-reader.js';
import { Problem, parseBody } from './problem.js';

export interface ReportRouteParts extends ReaderParts {
  readonly audit: Audit;
  readonly nowMs: () => number;
}

const everybody = 'all';
const querySchema = z.strictObject({
  for: z.literal(everybody).or(tableIdSchema).default(everybody),
  as: z.enum(['staff', 'everybody']).optional(),
  format: z.enum(['json', 'csv', 'html']).default('json'),
  language: z.enum(handoutLanguages).default('en'),
  table: z.enum(takeawayTables).default('moments'),
});
type Query = z.infer<typeof querySchema>;

/** These find out themselves who asks: players come by their seat's token, staff by their session. */
export function reportRoutes(parts: ReportRouteParts): Router {
  const { audit } = parts;
  const router = Router();

  router.get('/exercises/:exerciseId/takeaway', async (request, response) => {
    const query = parseBody(querySchema, request.query);
    const reader = await readerOf(parts, request);
    const takeaway = await takeawayAs(parts, reader, audienceOf(reader, query));
    if (reader.isStaff) {
      audit.record({
        action: 'takeaway/read',
        actor: reader.actor,
        exerciseId: reader.exercise.exerciseId,
        address: request.ip ?? null,
        targets: {
          for: takeaway.audience.kind === 'table' ? query.for : takeaway.audience.kind,
          format: query.format,
        },
        outcome: 'ok',
      });
    }
    send(response, takeaway, query);
  });
  return router;
}

/**
 * Refusals: `takeaway/not-yet` before EndEx, `takeaway/unknown` for a page that is not theirs as for
 * one that is not there.
 */
function audienceOf({ exercise, isStaff, seat }: ExerciseReader, query: Query): TakeawayAudience {
  const { as, for: wanted } = query;
  const isAll = wanted === everybody;
  if (isStaff) {
    if (!isAll) return { kind: 'table', tableId: tableIdSchema.parse(wanted) };
    return { kind: as ?? 'staff' };
  }
  if (as === 'staff' || (!isAll && wanted !== seat?.tableId)) throw unknownPage();
  if (exercise.runner.state.lifecycle.stage !== 'ended') {
    throw new Problem(409, 'takeaway/not-yet', 'the take-away is there after EndEx');
  }
  return isAll ? { kind: 'everybody' } : { kind: 'table', tableId: tableIdSchema.parse(wanted) };
}

async function takeawayAs(
  parts: ReportRouteParts,
  { exercise }: ExerciseReader,
  audience: TakeawayAudience,
): Promise<Takeaway> {
  const { state } = exercise.runner;
  const found = takeawayFor(state, audience);
  if (found === null) throw unknownPage();
  if (audience.kind !== 'staff') return found;
  const feedback = await feedbackFor(parts.store.feedback, state, parts.nowMs());
  return { ...found, feedback };
}

function unknownPage(): Problem {
  return new Problem(404, 'takeaway/unknown', 'no such take-away here');
}

const formats: {
  readonly [Format in Query['format']]: (
    response: Response,
    takeaway: Takeaway,
    query: Query,
  ) => void;
} = {
  json: (response, takeaway) => {
    response.json(takeaway);
  },
  csv: (response, takeaway, { language, table }) => {
    response
      .type('text/csv; charset=utf-8')
      .setHeader('content-disposition', attachment(takeaway, `${table}.csv`));
    response.end(takeawayCsv(new Reader(takeaway, language), table));
  },
  html: (response, takeaway, { language }) => {
    response.type('text/html; charset=utf-8');
    response.setHeader('content-disposition', attachment(takeaway, `${language}.html`));
    // It holds people's words: they are escaped, and could do nothing if they were not.
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-modals",
    );
    response.end(takeawayPage(new Reader(takeaway, language)));
  },
};

function send(response: Response, takeaway: Takeaway, query: Query): void {
  formats[query.format](response, takeaway, query);
}

/** Ids are letters, digits and hyphens. */
function attachment({ audience }: Takeaway, end: string): string {
  const of = audience.kind === 'table' ? audience.tableId : audience.kind;
  return `attachment; filename="take-away-${of}-${end}"`;
}
