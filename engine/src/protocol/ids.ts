/** Branded identifiers: a team's id can't be passed where a table's is meant. */
import { z } from 'zod';

/** Longest id a scenario may use. */
export const maxIdLength = 64;

const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'an id is lower-case letters, digits and single hyphens, such as "jp-port"',
  )
  .max(maxIdLength);

/** Ids that a scenario's author writes: lower-case words joined by hyphens. */
export const scenarioIdSchema = slug.brand<'ScenarioId'>();
export const partyIdSchema = slug.brand<'PartyId'>();
export const teamIdSchema = slug.brand<'TeamId'>();
export const contactIdSchema = slug.brand<'ContactId'>();
export const objectiveIdSchema = slug.brand<'ObjectiveId'>();
export const phaseIdSchema = slug.brand<'PhaseId'>();
export const injectIdSchema = slug.brand<'InjectId'>();
export const choiceIdSchema = slug.brand<'ChoiceId'>();
export const expectationIdSchema = slug.brand<'ExpectationId'>();
export const milestoneIdSchema = slug.brand<'MilestoneId'>();
export const assetIdSchema = slug.brand<'AssetId'>();
export const indicatorIdSchema = slug.brand<'IndicatorId'>();
export const endingIdSchema = slug.brand<'EndingId'>();
/** A table is where people sit together and play one or more of the scenario's teams. */
export const tableIdSchema = slug.brand<'TableId'>();

const opaque = z.string().regex(/^[A-Za-z0-9_-]{6,64}$/);

/** Ids that the host draws at random. */
export const exerciseIdSchema = opaque.brand<'ExerciseId'>();
export const seatIdSchema = opaque.brand<'SeatId'>();
export const commandIdSchema = opaque.brand<'CommandId'>();

export type ScenarioId = z.infer<typeof scenarioIdSchema>;
export type PartyId = z.infer<typeof partyIdSchema>;
export type TeamId = z.infer<typeof teamIdSchema>;
export type ContactId = z.infer<typeof contactIdSchema>;
export type ObjectiveId = z.infer<typeof objectiveIdSchema>;
export type PhaseId = z.infer<typeof phaseIdSchema>;
export type InjectId = z.infer<typeof injectIdSchema>;
export type ChoiceId = z.infer<typeof choiceIdSchema>;
export type ExpectationId = z.infer<typeof expectationIdSchema>;
export type MilestoneId = z.infer<typeof milestoneIdSchema>;
export type AssetId = z.infer<typeof assetIdSchema>;
export type IndicatorId = z.infer<typeof indicatorIdSchema>;
export type EndingId = z.infer<typeof endingIdSchema>;
export type TableId = z.infer<typeof tableIdSchema>;
export type ExerciseId = z.infer<typeof exerciseIdSchema>;
export type SeatId = z.infer<typeof seatIdSchema>;
export type CommandId = z.infer<typeof commandIdSchema>;
