/** Commands of sharing, deciding together and reporting. */
import { z } from 'zod';
import {
  fieldIdSchema,
  itemIdSchema,
  obligationIdSchema,
  positionIdSchema,
  seatIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { scenarioLimits } from '../scenario/limits.js';
import { stanceSchema } from '../scenario/position-schema.js';
import { shareChannelSchema, tlpSchema } from '../scenario/sharing-schema.js';
import {
  actingFor,
  addresseesSchema,
  command,
  confidenceSchema,
  itemFormSchema,
  part,
  positionSubjectSchema,
  reason,
  seq,
  sharedItemSchema,
} from './command-parts.js';
import { exerciseLimits } from './exercise-limits.js';

export const exchangeCommands = [
  command('ShareInformation', {
    tableId: actingFor,
    to: addresseesSchema,
    seatIds: z
      .array(seatIdSchema)
      .max(exerciseLimits.addressees)
      .default([])
      .describe('For TLP:RED: the persons it is meant for.'),
    channel: shareChannelSchema,
    marking: tlpSchema,
    items: z.array(sharedItemSchema).max(5).default([]),
    facts: part.min(1).describe('What is known.'),
    confidence: confidenceSchema.nullable().default(null),
    ask: part.default('').describe('What the recipient should do.'),
    inReplyTo: seq.nullable().default(null).describe('The request it answers.'),
    evenSo: z
      .boolean()
      .default(false)
      .describe('Send it although it was warned that a marking would be broken.'),
  }),
  command('RequestInformation', {
    tableId: actingFor,
    to: addresseesSchema,
    channel: shareChannelSchema,
    marking: tlpSchema.exclude(['RED']),
    text: part.min(1),
  }),
  command('RequestPermission', {
    tableId: actingFor,
    itemId: itemIdSchema,
    form: itemFormSchema,
    teams: z.array(teamIdSchema).min(1).max(exerciseLimits.addressees),
    reason: part.min(1),
  }),
  command('AnswerRequest', {
    tableId: actingFor,
    requestSeq: seq,
    isGranted: z.boolean(),
    text: part.default(''),
  }),

  // Deciding together
  command('TakeStance', {
    positionId: positionIdSchema,
    teamId: teamIdSchema,
    on: positionSubjectSchema,
    stance: stanceSchema,
    reason,
  }),
  command('DraftText', {
    tableId: actingFor,
    positionId: positionIdSchema,
    baseVersion: z.number().int().min(0).describe('The version it was written on top of.'),
    text: part.min(1),
  }),
  command('CommentOnDraft', {
    tableId: actingFor,
    positionId: positionIdSchema,
    version: z.number().int().min(0),
    text: z.string().trim().min(1).max(exerciseLimits.commentLength),
  }),

  // Obligations
  command('FileReport', {
    tableId: actingFor,
    obligationId: obligationIdSchema,
    fields: z
      .array(z.strictObject({ fieldId: fieldIdSchema, text: part }))
      .max(scenarioLimits.fields),
  }),
] as const;
