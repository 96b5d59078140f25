/** What every fact has, and what facts are made of. */
import { z } from 'zod';
import { contactIdSchema, seatIdSchema, tableIdSchema, teamIdSchema } from '../protocol/ids.js';
import { languageTagSchema } from '../scenario/localize.js';

export const seq = z.number().int().min(1);
export const playMs = z.number().int().min(0);
const tableId = tableIdSchema;
const seatId = seatIdSchema;
/** A statechart's value: a state's name, or one value per region. */
export const machineValue: z.ZodType<MachineValue> = z.lazy(() =>
  z.union([z.string(), z.record(z.string(), machineValue)]),
);
export type MachineValue = string | { [region: string]: MachineValue };

/** Who did it: a seat, or the host itself (the clock, recovery, setting up). */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seat'), seatId }),
  z.strictObject({ kind: z.literal('host') }),
]);
export type Actor = z.infer<typeof actorSchema>;

export const meta = {
  seq: z.number().int().min(1).describe('Place in the exercise’s log, from 1.'),
  epoch: z.number().int().min(0).describe('Grows by one at each rewind.'),
  atMs: z.number().int().describe('Wall time, ms since 1970 UTC.'),
  playMs: playMs.describe('Play time, ms since StartEx.'),
  by: actorSchema,
  causedBy: z.number().int().nullable().describe('seq of the fact this one follows from.'),
  redacted: z
    .array(z.string())
    .optional()
    .describe('Fields whose text was removed; a mark stands in its place.'),
};

export const fact = <Type extends string, Shape extends z.core.$ZodLooseShape>(
  type: Type,
  shape: Shape,
) => z.strictObject({ type: z.literal(type), ...meta, ...shape });

/** Why a clock stopped: a person, an unplanned gap, somebody's REAL WORLD, or a rewind. */
export const pauseCauseSchema = z.enum(['person', 'gap', 'realWorld', 'rewind']);

/** Why an inject was skipped: by hand, with its module, by an effect. */
export const skipCauseSchema = z.enum(['person', 'phaseLeft', 'effect']);
export type SkipCause = z.infer<typeof skipCauseSchema>;

/** What of a marking was broken. */
export const breaches = ['lowered', 'outside', 'forwarded', 'public'] as const;
export const breachSchema = z
  .enum(breaches)
  .describe(
    'lowered: passed on under a wider marking. outside: to somebody beyond its circle. forwarded: TLP:RED passed on. public: in public although not TLP:CLEAR.',
  );
export type Breach = z.infer<typeof breachSchema>;

/** Who something was sent to, and the tables that got it. */
export const addressed = z.strictObject({
  teams: z.array(teamIdSchema),
  contacts: z.array(contactIdSchema),
  tableIds: z.array(tableId),
});
export const awaits = z
  .array(languageTagSchema)
  .describe('Languages it is held for until somebody has translated it.');

/** The lifecycle chart's value: one state of each region. */
export const lifecycleValue = z.strictObject({
  stage: z.enum(['draft', 'lobby', 'live', 'ended']),
  clock: z.enum(['idle', 'running', 'paused', 'stopped']),
  world: z.enum(['play', 'real']),
});

export type PauseCause = z.infer<typeof pauseCauseSchema>;
