/** Obligations: reporting clocks in scenario time, met by a report with required fields. */
import { z } from 'zod';
import {
  contactIdSchema,
  fieldIdSchema,
  objectiveIdSchema,
  obligationIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { conditionSchema } from './condition-schema.js';
import { effectSchema } from './effect-schema.js';
import { scenarioLimits as limits } from './limits.js';
import { localizedTextSchema } from './localize.js';

const points = z.number().int().min(0).max(1_000);
const effects = (when: string) => z.array(effectSchema).max(50).default([]).describe(when);

const reportFieldSchema = z
  .strictObject({
    id: fieldIdSchema,
    label: localizedTextSchema.describe('What is asked for.'),
    required: z.boolean().default(true).describe('Whether a report without it is refused.'),
    long: z.boolean().default(false).describe('Whether it takes more than a line.'),
  })
  .describe('A field of the report.');

export const obligationSchema = z
  .strictObject({
    id: obligationIdSchema,
    title: localizedTextSchema.describe('The duty in a line.'),
    rule: localizedTextSchema
      .optional()
      .describe('The law, circular or plan that it comes from, and what it asks for.'),
    teams: z.array(teamIdSchema).min(1).max(limits.teams).describe('Who has to report; each does.'),
    to: contactIdSchema.describe('The authority that receives the report.'),
    startsWhen: conditionSchema
      .optional()
      .describe('Starts the clock when it becomes true. Left out: an effect starts it.'),
    withinHours: z
      .number()
      .min(0.1)
      .max(8_760)
      .describe('Hours of scenario time from the start of the clock to its end.'),
    fields: z
      .array(reportFieldSchema)
      .min(1)
      .max(limits.fields)
      .describe('What the report consists of.'),
    points: points.describe('What reporting in time earns.'),
    latePoints: points.default(0).describe('What reporting late still earns.'),
    objective: objectiveIdSchema.optional().describe('The objective it is evidence for.'),
    onMet: effects('What reporting brings about, late or not.'),
    onMissed: effects('What letting the clock run out brings about.'),
  })
  .describe('A duty to report within so many hours of scenario time.');

export type Obligation = z.infer<typeof obligationSchema>;
