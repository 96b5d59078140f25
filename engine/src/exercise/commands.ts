/** Everything a person or the host can ask of an exercise. Imperative; `decide` answers. */
import { z } from 'zod';
import {
  assetIdSchema,
  choiceIdSchema,
  contactIdSchema,
  exerciseIdSchema,
  expectationIdSchema,
  indicatorIdSchema,
  milestoneIdSchema,
  objectiveIdSchema,
  obligationIdSchema,
  partyIdSchema,
  phaseIdSchema,
  positionIdSchema,
  scenarioIdSchema,
  seatIdSchema,
  tableIdSchema,
  variantIdSchema,
} from '../protocol/ids.js';
import { channelSchema } from '../scenario/inject-schema.js';
import { languageTagSchema } from '../scenario/localize.js';
import { tlpSchema } from '../scenario/sharing-schema.js';
import { maxPlaceLength } from '../scenario/words.js';
import { assetStatusSchema, recipientSchema } from '../scenario/world-schema.js';
import {
  actingFor,
  answer,
  command,
  dueItemSchema,
  grounds,
  improvisedExpectationSchema,
  injectId,
  messageThreadSchema,
  playMs,
  positionSubjectSchema,
  reason,
  redactionReasonSchema,
  seq,
  writtenAttachments,
  writtenText,
} from './command-parts.js';
import { evaluationCommands } from './evaluation-commands.js';
import { exchangeCommands } from './exchange-commands.js';
import { exerciseLimits } from './exercise-limits.js';
import { castingSchema, modeSchema, paceSchema, rolesSchema, speedSchema } from './settings.js';

export const commandSchema = z.discriminatedUnion('type', [
  // Setting up
  command('CreateExercise', {
    exerciseId: exerciseIdSchema,
    scenarioId: scenarioIdSchema,
    scenarioHash: z.string().max(128),
    title: z.string().trim().min(1).max(exerciseLimits.lineLength),
    seed: z.number().int().min(0).max(0xffff_ffff),
    pace: paceSchema,
    mode: modeSchema,
  }),
  command('CastTeams', { casting: castingSchema }),
  command('OpenLobby', {}),
  command('SetPace', { pace: paceSchema }),

  // People
  command('JoinExercise', {
    seatId: seatIdSchema,
    role: rolesSchema,
    tableId: tableIdSchema.nullable(),
    partyId: partyIdSchema
      .nullable()
      .optional()
      .describe('For a facilitator of one party’s teams; else of all.'),
  }),
  command('MoveSeat', { seatId: seatIdSchema, tableId: tableIdSchema }),
  command('LeaveExercise', { seatId: seatIdSchema }),
  command('StartCommsCheck', {}),
  command('AcknowledgeCommsCheck', {}),

  // Time
  command('StartExercise', {}),
  command('PauseClock', { reason }),
  command('ResumeClock', {}),
  command('SetSpeed', { speed: speedSchema }),
  command('JumpToNext', {}),
  command('AdvanceClock', {}),
  command('RecoverClock', {
    lastPlayMs: playMs.describe('The last play time recorded before the host went away.'),
  }),

  // Conduct
  command('Confirm', { item: dueItemSchema }),
  command('ReleaseInject', { injectId }),
  command('HoldInject', { injectId }),
  command('UnholdInject', { injectId }),
  command('MoveInject', { injectId, dueAtMs: playMs }),
  command('SkipInject', { injectId, reason }),
  command('RecallInject', { injectId, reason }),
  command('TakeExit', { phaseId: phaseIdSchema, exit: z.number().int().min(0) }),
  command('ExtendDeadline', {
    injectId,
    expectationId: expectationIdSchema,
    tableId: tableIdSchema,
    byMs: playMs.min(1).describe('ms of play time to add to the deadline'),
  }),
  command('SetAsset', { assetId: assetIdSchema, status: assetStatusSchema }),
  command('SetIndicator', { indicatorId: indicatorIdSchema, value: z.number() }),
  command('ReachMilestone', { milestoneId: milestoneIdSchema }),
  command('EditInject', {
    injectId,
    title: writtenText.optional(),
    body: writtenText.optional(),
    tlp: tlpSchema.optional(),
    attachments: writtenAttachments
      .optional()
      .describe('Those it shall have from now on, uploaded before; left out, they stay.'),
    untilTranslated: z
      .boolean()
      .default(false)
      .describe('Hold it until every language of its readers is there.'),
  }),
  command('ImproviseInject', {
    title: writtenText,
    body: writtenText,
    channel: channelSchema,
    from: contactIdSchema,
    to: z.array(recipientSchema).min(1).max(exerciseLimits.addressees),
    tlp: tlpSchema,
    expectations: z.array(improvisedExpectationSchema).max(5).default([]),
    attachments: writtenAttachments.optional(),
    releaseNow: z.boolean().default(true),
    untilTranslated: z.boolean().default(false),
  }),
  command('ChooseVariant', { injectId, variantId: variantIdSchema }),
  command('MarkExpectation', {
    injectId,
    expectationId: expectationIdSchema,
    tableId: tableIdSchema,
    as: z.enum(['met', 'late', 'missed', 'waived']),
    reason: grounds,
  }),
  command('AdjustScore', {
    tableId: tableIdSchema,
    points: z.number().int().min(-1_000).max(1_000),
    objectiveId: objectiveIdSchema.nullable().default(null),
    reason: grounds,
  }),
  command('ClaimAnswer', {
    answerSeq: seq.describe('The fact that carried the answer.'),
    isClaimed: z.boolean().describe('Whether one deals with it; else it is given back.'),
  }),
  command('OpenPosition', { positionId: positionIdSchema }),
  command('ExtendPosition', {
    positionId: positionIdSchema,
    byMs: playMs.min(1).describe('ms of play time to add to the deadline'),
  }),
  command('OverridePosition', {
    positionId: positionIdSchema,
    agreedOn: positionSubjectSchema.nullable().describe('Null: there is no agreement.'),
    reason: grounds,
  }),
  command('StartObligation', { obligationId: obligationIdSchema }),
  command('Rewind', {
    toSeq: seq.describe('The last fact of play that stays.'),
    reason,
  }),
  command('ShowScores', { players: z.boolean(), observers: z.boolean() }),

  // Play
  command('OpenInject', { injectId }),
  command('AcknowledgeInject', { injectId, tableId: actingFor }),
  command('SendResponse', { injectId, text: answer, tableId: actingFor }),
  command('MakeChoice', { injectId, choiceId: choiceIdSchema, tableId: actingFor }),

  ...exchangeCommands,
  ...evaluationCommands,

  // Talk
  command('AddTranslation', {
    of: seq.describe('The fact that carried the text.'),
    field: z.string().min(1).max(64).describe('Which of its texts.'),
    language: languageTagSchema,
    text: answer,
  }),
  command('TranslateScenario', {
    place: z
      .string()
      .min(1)
      .max(maxPlaceLength)
      .describe('Which of its words, such as "injects/alarm/choices/stay/label".'),
    language: languageTagSchema,
    text: answer,
  }),
  command('SendMessage', {
    thread: messageThreadSchema,
    text: answer,
    as: contactIdSchema.optional().describe('Staff may speak as a contact of the scenario.'),
  }),

  // Forgetting
  command('RedactContent', {
    factSeq: seq.describe('The fact that holds the text.'),
    fields: z
      .array(z.string().min(1).max(64))
      .min(1)
      .max(exerciseLimits.addressees)
      .nullable()
      .describe('Which of its texts; null for all.'),
    reason: redactionReasonSchema,
  }),
  command('ErasePerson', { seatId: seatIdSchema }),

  // Safety and the end
  command('RaiseRealWorld', { reason }),
  command('LiftRealWorld', {}),
  command('EndExercise', { reason }),
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
