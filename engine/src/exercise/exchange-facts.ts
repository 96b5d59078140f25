/** What happened in sharing, deciding together and reporting. */
import { z } from 'zod';
import {
  fieldIdSchema,
  itemIdSchema,
  obligationIdSchema,
  positionIdSchema,
  seatIdSchema,
  tableIdSchema,
  teamIdSchema,
} from '../protocol/ids.js';
import { stanceSchema } from '../scenario/position-schema.js';
import { shareChannelSchema, tlpSchema } from '../scenario/sharing-schema.js';
import {
  confidenceSchema,
  itemFormSchema,
  positionSubjectSchema,
  sharedItemSchema,
} from './command-parts.js';
import { addressed, breachSchema, fact, playMs, seq } from './fact-shape.js';

const tableId = tableIdSchema;
const seatId = seatIdSchema;

export const exchangeFacts = [
  fact('ItemGiven', { itemId: itemIdSchema, tableIds: z.array(tableId) }),
  fact('InformationShared', {
    tableId,
    to: addressed,
    seatIds: z.array(seatId).describe('For TLP:RED: the persons it is for.'),
    channel: shareChannelSchema,
    marking: tlpSchema,
    items: z.array(sharedItemSchema),
    facts: z.string(),
    confidence: confidenceSchema.nullable(),
    ask: z.string(),
    inReplyTo: seq.nullable(),
  }),
  fact('MarkingBroken', {
    tableId,
    shareSeq: seq,
    itemId: itemIdSchema.nullable(),
    breach: breachSchema,
    to: z.string().nullable().describe('The team or contact that ought not to have got it.'),
  }),
  fact('OverShared', { tableId, shareSeq: seq, itemId: itemIdSchema, to: teamIdSchema }),
  fact('NeedMet', {
    tableId,
    shareSeq: seq,
    itemId: itemIdSchema,
    need: z.number().int().min(0).describe('Index in the item’s needs.'),
    teamId: teamIdSchema,
    isLate: z.boolean(),
  }),
  fact('InformationRequested', {
    tableId,
    to: addressed,
    channel: shareChannelSchema,
    marking: tlpSchema,
    text: z.string(),
  }),
  fact('PermissionRequested', {
    tableId,
    itemId: itemIdSchema,
    form: itemFormSchema,
    teams: z.array(teamIdSchema),
    originatorId: tableId
      .nullable()
      .describe('The originator’s table; null where control answers.'),
    reason: z.string(),
  }),
  fact('RequestAnswered', {
    requestSeq: seq,
    tableId: tableId.nullable().describe('Whose answer it is; null for control’s.'),
    isGranted: z.boolean(),
    text: z.string(),
  }),

  fact('PositionOpened', {
    positionId: positionIdSchema,
    dueAtMs: playMs,
    voices: z.array(z.strictObject({ teamId: teamIdSchema, tableId })),
    tableIds: z.array(tableId).describe('Everyone who takes part, the voices’ tables among them.'),
  }),
  fact('PositionExtended', { positionId: positionIdSchema, dueAtMs: playMs }),
  fact('PositionDrafted', {
    positionId: positionIdSchema,
    version: z.number().int().min(1),
    tableId,
    text: z.string(),
  }),
  fact('DraftCommented', {
    positionId: positionIdSchema,
    version: z.number().int().min(0),
    tableId,
    text: z.string(),
  }),
  fact('StanceTaken', {
    positionId: positionIdSchema,
    teamId: teamIdSchema,
    tableId,
    on: positionSubjectSchema,
    stance: stanceSchema,
    reason: z.string(),
    isByControl: z.boolean(),
  }),
  fact('PositionAgreed', {
    positionId: positionIdSchema,
    on: positionSubjectSchema,
    cause: z.enum(['rule', 'person']),
    reason: z.string(),
  }),
  fact('PositionFailed', {
    positionId: positionIdSchema,
    cause: z.enum(['deadline', 'person', 'ended']),
    reason: z.string(),
  }),

  fact('ObligationStarted', {
    obligationId: obligationIdSchema,
    tableIds: z.array(tableId),
    startedScenarioMs: z.number().int(),
    dueScenarioMs: z.number().int(),
  }),
  fact('ReportFiled', {
    obligationId: obligationIdSchema,
    tableId,
    fields: z.array(z.strictObject({ fieldId: fieldIdSchema, text: z.string() })),
  }),
  fact('ObligationMet', { obligationId: obligationIdSchema, tableId, isLate: z.boolean() }),
  fact('ObligationMissed', { obligationId: obligationIdSchema, tableId }),
  fact('ObligationWaived', { obligationId: obligationIdSchema, tableId }),
] as const;
