/** Joint positions: what several parties decide together, or fail to. */

import { z } from 'zod';
import {
  injectIdSchema,
  objectiveIdSchema,
  optionIdSchema,
  positionIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { stances } from '../protocol/parts.js';
import { effectSchema } from './effect-schema.js';
import { scenarioLimits as limits } from './limits.js';
import { localizedTextSchema } from './localize.js';
import { recipientSchema } from './world-schema.js';

/** How a voice can stand to an option or to a version of the text. */
export const stanceSchema = z.enum(stances);
export type Stance = z.infer<typeof stanceSchema>;

const points = z.number().int().min(0).max(1_000);
const effects = (when: string) => z.array(effectSchema).max(50).default([]).describe(when);

export const positionRuleSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({ kind: z.literal('consensus') })
      .describe(
        'Every voice has spoken, at least one concurs, none objects and none reserves its position. Abstaining does not stand in the way.',
      ),
    z
      .strictObject({ kind: z.literal('majority') })
      .describe('More than half of all voices concur.'),
    z
      .strictObject({
        kind: z.literal('atLeast'),
        count: z.number().int().min(1).max(200).describe('How many voices.'),
      })
      .describe('At least so many voices concur.'),
    z
      .strictObject({
        kind: z.literal('lead'),
        team: teamIdSchema.describe('The voice that leads.'),
      })
      .describe(
        'One voice leads: what it concurs with is agreed. Where nobody plays it, it takes a consensus.',
      ),
  ])
  .describe('When there is agreement.');
export type PositionRule = z.infer<typeof positionRuleSchema>;

const optionSchema = z
  .strictObject({
    id: optionIdSchema,
    label: localizedTextSchema.describe('What players read.'),
    points: points.default(0).describe('What agreeing on it earns each voice.'),
    rationale: localizedTextSchema
      .optional()
      .describe('For controllers and the report: why it earns what it earns.'),
    effects: effects('What agreeing on it brings about.'),
  })
  .describe('Something the parties can agree on.');

export const positionSchema = z
  .strictObject({
    id: positionIdSchema,
    title: localizedTextSchema.describe('The matter in a line.'),
    question: localizedTextSchema.describe('Markdown: what is to be agreed.'),
    voices: z
      .array(teamIdSchema)
      .min(1)
      .max(limits.parties)
      .describe('The teams that take a stand, usually one of each party.'),
    participants: z
      .array(recipientSchema)
      .max(limits.recipients)
      .default([])
      .describe('Teams that see it, draft and comment besides the voices.'),
    comesWith: injectIdSchema
      .optional()
      .describe('The inject that opens it. Left out: a controller or an effect does.'),
    options: z
      .array(optionSchema)
      .min(2)
      .max(limits.options)
      .optional()
      .describe('What can be agreed on. Left out: a text is drafted together.'),
    text: localizedTextSchema
      .optional()
      .describe('For a text drafted together: the first version, from which drafting starts.'),
    rule: positionRuleSchema,
    withinMinutes: z.number().min(1).max(1_440).describe('Minutes of play until its deadline.'),
    points: points.default(0).describe('What agreeing in time earns each voice.'),
    objective: objectiveIdSchema.optional().describe('The objective it is evidence for.'),
    onAgreed: effects('What agreement brings about, whatever was agreed.'),
    onFailed: effects('What follows if its deadline passes without agreement.'),
  })
  .refine(({ options, text }) => (options === undefined) !== (text === undefined), {
    message: 'give either "options" or the first version of a "text"',
  })
  .describe('A matter on which parties concur, object, abstain or reserve.');

export type JointPosition = z.infer<typeof positionSchema>;
