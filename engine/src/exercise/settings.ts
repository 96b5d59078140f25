/** How one exercise is set up, apart from its scenario. */
import { z } from 'zod';
import { tableIdSchema, teamIdSchema } from '../protocol/ids.js';
import { languageTagSchema } from '../scenario/localize.js';

/** auto: due injects fire by themselves. confirm: they wait for a controller, the usual table-top way. */
export const paceSchema = z.enum(['confirm', 'auto']);
/** coach: hints and warnings. assess: none. */
export const modeSchema = z.enum(['coach', 'assess']);

/** Slowest and fastest a clock may run, in play seconds a second. Whole numbers keep play time exact. */
export const minSpeed = 1;
export const maxSpeed = 60;
export const speedSchema = z.number().int().min(minSpeed).max(maxSpeed);

export const maxTables = 200;

export const tableSchema = z.strictObject({
  tableId: tableIdSchema,
  name: z.string().trim().min(1).max(80),
  language: languageTagSchema.optional(),
  teamIds: z.array(teamIdSchema).min(1),
});

/**
 * Scenario teams mapped to real tables. A team that stands nowhere is dropped: what it should have
 * done is waived, not missed. Controlled teams are played by the exercise's staff at one table of
 * their own.
 */
export const castingSchema = z.strictObject({
  tables: z.array(tableSchema).max(maxTables),
  controlled: z.array(teamIdSchema).default([]),
});

/**
 * The director answers for the exercise; facilitators run it, all of it or one party's part; the
 * SimCell plays whoever is not there.
 */
export const rolesSchema = z.enum([
  'player',
  'director',
  'facilitator',
  'simcell',
  'evaluator',
  'translator',
  'observer',
]);

/** Roles that belong to the exercise's staff: they see everything, and each may do its own part. */
export const staffRoles: readonly Role[] = [
  'director',
  'facilitator',
  'simcell',
  'evaluator',
  'translator',
];

export type Pace = z.infer<typeof paceSchema>;
export type Mode = z.infer<typeof modeSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Casting = z.infer<typeof castingSchema>;
export type Role = z.infer<typeof rolesSchema>;
