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
export const scenarioIdSchema = slug
  .brand<'ScenarioId'>()
  .describe('The scenario’s id, as its folder is named.');
export const partyIdSchema = slug.brand<'PartyId'>().describe('A party’s id.');
export const teamIdSchema = slug.brand<'TeamId'>().describe('A team’s id.');
export const contactIdSchema = slug.brand<'ContactId'>().describe('A contact’s id.');
export const objectiveIdSchema = slug.brand<'ObjectiveId'>().describe('An objective’s id.');
export const phaseIdSchema = slug.brand<'PhaseId'>().describe('A phase’s id.');
export const injectIdSchema = slug.brand<'InjectId'>().describe('An inject’s id.');
export const choiceIdSchema = slug
  .brand<'ChoiceId'>()
  .describe('A choice’s id, among those of its inject.');
export const expectationIdSchema = slug
  .brand<'ExpectationId'>()
  .describe('An expectation’s id, among those of its inject.');
export const milestoneIdSchema = slug.brand<'MilestoneId'>().describe('A milestone’s id.');
export const assetIdSchema = slug.brand<'AssetId'>().describe('An asset’s id.');
export const indicatorIdSchema = slug.brand<'IndicatorId'>().describe('A gauge’s id.');
export const endingIdSchema = slug.brand<'EndingId'>().describe('An ending’s id.');
export const variantIdSchema = slug
  .brand<'VariantId'>()
  .describe('A variant’s id, among those of its inject.');
export const criterionIdSchema = slug
  .brand<'CriterionId'>()
  .describe('A criterion’s id, among those of its expectation.');
export const itemIdSchema = slug.brand<'ItemId'>().describe('An information item’s id.');
export const positionIdSchema = slug.brand<'PositionId'>().describe('A joint position’s id.');
export const optionIdSchema = slug
  .brand<'OptionId'>()
  .describe('An option’s id, among those of its joint position.');
export const obligationIdSchema = slug.brand<'ObligationId'>().describe('An obligation’s id.');
export const fieldIdSchema = slug
  .brand<'FieldId'>()
  .describe('A field’s id, among those of its report.');
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
export type VariantId = z.infer<typeof variantIdSchema>;
export type CriterionId = z.infer<typeof criterionIdSchema>;
export type ItemId = z.infer<typeof itemIdSchema>;
export type PositionId = z.infer<typeof positionIdSchema>;
export type OptionId = z.infer<typeof optionIdSchema>;
export type ObligationId = z.infer<typeof obligationIdSchema>;
export type FieldId = z.infer<typeof fieldIdSchema>;
export type TableId = z.infer<typeof tableIdSchema>;
export type ExerciseId = z.infer<typeof exerciseIdSchema>;
export type SeatId = z.infer<typeof seatIdSchema>;
export type CommandId = z.infer<typeof commandIdSchema>;
