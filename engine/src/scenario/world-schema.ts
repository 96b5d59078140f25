/** The world of a scenario: systems and how they depend on each other, gauges, milestones. */
import { z } from 'zod';
import {
  assetIdSchema,
  indicatorIdSchema,
  milestoneIdSchema,
  partyIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { localizedTextSchema } from './localize.js';

/** From the best to the worst for those who depend on it. */
export const assetStatuses = [
  'operational',
  'degraded',
  'isolated',
  'compromised',
  'down',
] as const;
export const assetStatusSchema = z.enum(assetStatuses);
export type AssetStatus = z.infer<typeof assetStatusSchema>;

/** Everybody; the way to address every team. */
export const everyone = 'all';

/** A team, a party (all its teams), or everybody. */
export const recipientSchema = z
  .union([z.literal(everyone), teamIdSchema, partyIdSchema])
  .describe('A team, a party (all its teams), or "all".');
export type Recipient = z.infer<typeof recipientSchema>;

const visibleTo = z
  .array(recipientSchema)
  .default([everyone])
  .describe('Who sees it on their screens. Walls show only what is visible to all.');

const delayMinutes = z.number().min(0).max(10_080).default(0);

const dependencySchema = z
  .strictObject({
    asset: assetIdSchema.describe('The system it depends on.'),
    when: z
      .array(assetStatusSchema)
      .min(1)
      .default(['down', 'compromised', 'isolated'])
      .describe('Statuses of that system which are felt here.'),
    becomes: assetStatusSchema.describe('What this system becomes at least, while it is felt.'),
    delayMinutes: delayMinutes.describe('Minutes of play until the failure is felt.'),
    recoveryMinutes: delayMinutes.describe('Minutes of play until recovery is felt.'),
  })
  .describe('How a failure crosses from one system to another, and back.');

export const assetSchema = z
  .strictObject({
    id: assetIdSchema,
    name: localizedTextSchema.describe('The system’s name.'),
    party: partyIdSchema.describe('The nation it stands in.'),
    owner: teamIdSchema.optional().describe('The team that runs it.'),
    sector: localizedTextSchema.describe('Critical-infrastructure sector.'),
    place: z
      .strictObject({
        name: localizedTextSchema.describe('The place’s name.'),
        latitude: z.number().min(-90).max(90).describe('Degrees north.'),
        longitude: z.number().min(-180).max(180).describe('Degrees east.'),
      })
      .optional()
      .describe('Where it stands on a map.'),
    status: assetStatusSchema.default('operational').describe('At StartEx.'),
    visibleTo,
    dependsOn: z
      .array(dependencySchema)
      .max(20)
      .default([])
      .describe('Systems whose failure it feels.'),
  })
  .describe('A system of critical information infrastructure.');

export const indicatorSchema = z
  .strictObject({
    id: indicatorIdSchema,
    name: localizedTextSchema.describe('What it measures.'),
    unit: localizedTextSchema.optional().describe('Its unit, such as "%".'),
    party: partyIdSchema.optional().describe('The nation it is about, where it is about one.'),
    minimum: z.number().default(0).describe('Its lowest value.'),
    maximum: z.number().default(100).describe('Its highest value.'),
    start: z.number().describe('Its value at StartEx.'),
    visibleTo,
  })
  .describe('A gauge such as public trust or service availability. It moves in steps.');

export const milestoneSchema = z
  .strictObject({
    id: milestoneIdSchema,
    title: localizedTextSchema.describe('What was reached, in a line.'),
  })
  .describe('Something that was reached, once and for good.');

export type Asset = z.infer<typeof assetSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type Milestone = z.infer<typeof milestoneSchema>;

/** The worse of two statuses. */
export function worse(a: AssetStatus, b: AssetStatus): AssetStatus {
  return assetStatuses.indexOf(a) >= assetStatuses.indexOf(b) ? a : b;
}
