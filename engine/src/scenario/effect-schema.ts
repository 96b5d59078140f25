/** What an event of the scenario brings about. */
import { z } from 'zod';
import {
  assetIdSchema,
  indicatorIdSchema,
  injectIdSchema,
  milestoneIdSchema,
  obligationIdSchema,
  phaseIdSchema,
  positionIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { localizedTextSchema } from './localize.js';
import { assetStatusSchema } from './world-schema.js';

export const effectSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('setMilestone'), milestone: milestoneIdSchema }),
    z.strictObject({
      kind: z.literal('setAsset'),
      asset: assetIdSchema,
      status: assetStatusSchema.describe('The system’s own status from now on.'),
    }),
    z
      .strictObject({
        kind: z.literal('changeIndicator'),
        indicator: indicatorIdSchema,
        by: z.number().optional().describe('Adds this much, kept within the gauge’s bounds.'),
        to: z.number().optional().describe('Sets the gauge to this.'),
      })
      .refine(({ by, to }) => (by === undefined) !== (to === undefined), {
        message: 'give either "by" or "to"',
      }),
    z.strictObject({
      kind: z.literal('releaseInject'),
      inject: injectIdSchema,
      delayMinutes: z
        .number()
        .min(0)
        .max(10_080)
        .default(0)
        .describe('Minutes of play until it goes out.'),
    }),
    z
      .strictObject({ kind: z.literal('cancelInject'), inject: injectIdSchema })
      .describe('Skips an inject that has not gone out.'),
    z.strictObject({ kind: z.literal('enterPhase'), phase: phaseIdSchema }),
    z.strictObject({ kind: z.literal('startObligation'), obligation: obligationIdSchema }),
    z.strictObject({ kind: z.literal('openPosition'), position: positionIdSchema }),
    z.strictObject({
      kind: z.literal('awardPoints'),
      team: teamIdSchema.optional().describe('Left out: the table that did it.'),
      points: z.number().int().min(-1_000).max(1_000).describe('Points to add, or to take.'),
      reason: localizedTextSchema.describe('Why, as the score will say.'),
    }),
  ])
  .meta({ id: 'Effect', description: 'What an event brings about.' });

export type Effect = z.infer<typeof effectSchema>;
export type EffectKind = Effect['kind'];
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>;
