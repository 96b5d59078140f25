/** What commands are made of. */
import { z } from 'zod';
import {
  contactIdSchema,
  injectIdSchema,
  itemIdSchema,
  objectiveIdSchema,
  optionIdSchema,
  partyIdSchema,
  phaseIdSchema,
  tableIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { attachmentFileSchema } from '../scenario/attachment-schema.js';
import { scenarioLimits } from '../scenario/limits.js';
import { languageTagSchema } from '../scenario/localize.js';
import { exerciseLimits } from './exercise-limits.js';

/** Furthest play time a command may name, in ms: 400 days, more than any exercise lasts at any speed. */
export const maxPlayMs = 400 * 24 * 3_600_000;

export const answer = z.string().trim().min(1).max(exerciseLimits.answerLength);
export const part = z.string().trim().max(exerciseLimits.partLength);
export const reason = z.string().trim().max(exerciseLimits.lineLength).default('');
/** For what changes somebody's score: it must be said why. */
export const grounds = z.string().trim().min(1).max(exerciseLimits.lineLength);
export const playMs = z.number().int().min(0).max(maxPlayMs).describe('ms of play time');
export const injectId = injectIdSchema;
export const seq = z.number().int().min(1);
/** Whose answer it is. Players leave it out (their own table's); staff name the table they act for. */
export const actingFor = tableIdSchema.optional();

export const command = <Type extends string, Shape extends z.core.$ZodLooseShape>(
  type: Type,
  shape: Shape,
) => z.strictObject({ type: z.literal(type), ...shape });

/** Where a message goes: to the staff, from a table; to one table, from the staff; or among staff. */
export const messageThreadSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('table'), tableId: tableIdSchema }),
  z.strictObject({ kind: z.literal('staff') }),
]);
export type MessageThread = z.infer<typeof messageThreadSchema>;

/** What waits for a controller's confirmation. */
export const dueItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('inject'), injectId }),
  z.strictObject({
    kind: z.literal('exit'),
    phaseId: phaseIdSchema,
    exit: z.number().int().min(0),
  }),
]);

/** Teams and contacts that something is sent to. */
export const addresseesSchema = z
  .strictObject({
    teams: z.array(teamIdSchema).max(exerciseLimits.addressees).default([]),
    contacts: z.array(contactIdSchema).max(exerciseLimits.addressees).default([]),
  })
  .refine(({ teams, contacts }) => teams.length + contacts.length > 0, 'name at least one');

export const itemFormSchema = z.enum(['full', 'sanitised']);
export const sharedItemSchema = z.strictObject({ itemId: itemIdSchema, form: itemFormSchema });

/** How sure the sender is of what they state. */
export const confidenceSchema = z.enum(['low', 'moderate', 'high']);
export type Confidence = z.infer<typeof confidenceSchema>;

/** What a stance is about: an option, or a version of the text. */
export const positionSubjectSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('option'), optionId: optionIdSchema }),
  z.strictObject({ kind: z.literal('version'), version: z.number().int().min(0) }),
]);
export type PositionSubject = z.infer<typeof positionSubjectSchema>;

/** A text that staff write during play: in one language or several. */
export const writtenText = z.union([
  answer,
  z
    .record(languageTagSchema, answer)
    .refine((languages) => Object.keys(languages).length > 0, 'name at least one language'),
]);

const writtenLine = z.string().trim().min(1).max(exerciseLimits.lineLength);
const writtenLines = z.union([
  writtenLine,
  z
    .record(languageTagSchema, writtenLine)
    .refine((languages) => Object.keys(languages).length > 0, 'name at least one language'),
]);

/** Files that the host knows under these names: the scenario's own, or uploaded for this exercise. */
export const writtenAttachments = z
  .array(
    z.strictObject({
      file: attachmentFileSchema,
      title: writtenLines,
      alt: writtenLines.optional(),
    }),
  )
  .max(scenarioLimits.attachments);

/** What staff may expect of an inject they make up. */
export const improvisedExpectationSchema = z.strictObject({
  kind: z.enum(['acknowledge', 'respond']),
  withinMinutes: z.number().min(0.5).max(1_440),
  points: z.number().int().min(0).max(1_000),
});

/** Who reads an observation note after EndEx: the staff only, one nation, or all. */
export const releaseScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept') }),
  z.strictObject({ kind: z.literal('party'), partyId: partyIdSchema }),
  z.strictObject({ kind: z.literal('all') }),
]);
export type ReleaseScope = z.infer<typeof releaseScopeSchema>;

/**
 * HSEEP 2020: performed without challenges, with some, with major challenges, unable to be
 * performed.
 */
export const ratingSchema = z.enum(['P', 'S', 'M', 'U']);
export type Rating = z.infer<typeof ratingSchema>;

/** What is rated: an objective, or a core capability by its name in the default language. */
export const ratedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('objective'), objectiveId: objectiveIdSchema }),
  z.strictObject({
    kind: z.literal('capability'),
    capability: z.string().min(1).max(exerciseLimits.lineLength),
  }),
]);
export type Rated = z.infer<typeof ratedSchema>;

export const observationKindSchema = z.enum(['strength', 'improvement', 'observation']);
export const importanceSchema = z.enum(['low', 'normal', 'high']);

/** Why a text is removed. The text itself is never told again, so it must be said in a word. */
export const redactionReasonSchema = z.enum(['personal', 'confidential', 'offensive', 'mistake']);
