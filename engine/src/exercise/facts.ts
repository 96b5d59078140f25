/** What happened in an exercise, in the past tense. Stored for good; all else is computed from it. */
import { z } from 'zod';
import {
  assetIdSchema,
  choiceIdSchema,
  contactIdSchema,
  endingIdSchema,
  exerciseIdSchema,
  expectationIdSchema,
  indicatorIdSchema,
  injectIdSchema,
  milestoneIdSchema,
  objectiveIdSchema,
  partyIdSchema,
  phaseIdSchema,
  scenarioIdSchema,
  seatIdSchema,
  tableIdSchema,
  variantIdSchema,
} from '../protocol/ids.js';
import { attachmentsSchema } from '../scenario/attachment-schema.js';
import { channelSchema } from '../scenario/inject-schema.js';
import { languageTagSchema, localizedTextSchema } from '../scenario/localize.js';
import { tlpSchema } from '../scenario/sharing-schema.js';
import { assetStatusSchema, recipientSchema } from '../scenario/world-schema.js';
import {
  improvisedExpectationSchema,
  messageThreadSchema,
  redactionReasonSchema,
} from './command-parts.js';
import { evaluationFacts } from './evaluation-facts.js';
import { exchangeFacts } from './exchange-facts.js';
import type { meta } from './fact-shape.js';
import {
  awaits,
  fact,
  lifecycleValue,
  machineValue,
  pauseCauseSchema,
  playMs,
  seq,
  skipCauseSchema,
} from './fact-shape.js';
import { castingSchema, modeSchema, paceSchema, rolesSchema, speedSchema } from './settings.js';

const injectId = injectIdSchema;
const tableId = tableIdSchema;
const seatId = seatIdSchema;
const exit = z.number().int().min(0);

export const factSchema = z.discriminatedUnion('type', [
  fact('ExerciseCreated', {
    exerciseId: exerciseIdSchema,
    scenarioId: scenarioIdSchema,
    scenarioHash: z.string(),
    title: z.string(),
    seed: z.number().int(),
    pace: paceSchema,
    mode: modeSchema,
    scoringVersion: z.number().int(),
  }),
  fact('TeamsCast', { casting: castingSchema }),
  fact('LobbyOpened', { machine: lifecycleValue }),
  fact('PaceSet', { pace: paceSchema }),

  fact('SeatJoined', {
    seatId,
    role: rolesSchema,
    tableId: tableId.nullable(),
    partyId: partyIdSchema.nullable().describe('Null: a facilitator of all.'),
  }),
  fact('SeatMoved', { seatId, tableId }),
  fact('SeatLeft', { seatId }),
  fact('CommsCheckStarted', {}),
  fact('CommsCheckAcknowledged', { seatId }),

  fact('ExerciseStarted', { machine: lifecycleValue }),
  fact('ClockPaused', { machine: lifecycleValue, cause: pauseCauseSchema, reason: z.string() }),
  fact('ClockResumed', { machine: lifecycleValue }),
  fact('SpeedSet', { speed: speedSchema }),
  fact('ClockJumped', { toPlayMs: playMs }),

  fact('PhaseChanged', {
    phases: machineValue,
    left: z.array(phaseIdSchema),
    entered: z.array(phaseIdSchema),
    scenarioClock: z
      .strictObject({
        phaseId: phaseIdSchema,
        startsAtMs: z.number().int(),
        fromPlayMs: playMs,
        rate: z.number(),
      })
      .nullable()
      .describe('Scenario time from now on; null where it simply goes on.'),
  }),
  fact('ExitArmed', { phaseId: phaseIdSchema, exit, dueAtMs: playMs }),
  fact('ExitDisarmed', { phaseId: phaseIdSchema, exit }),
  fact('ExitDue', { phaseId: phaseIdSchema, exit }),

  fact('InjectArmed', { injectId, dueAtMs: playMs }),
  fact('InjectDisarmed', { injectId }),
  fact('InjectDue', { injectId }),
  fact('InjectReleased', {
    injectId,
    tableIds: z.array(tableId),
    opens: z
      .array(z.strictObject({ tableId, expectationId: expectationIdSchema, dueAtMs: playMs }))
      .describe('What is expected of whom from now on, and by when.'),
  }),
  fact('InjectHeld', { injectId }),
  fact('InjectUnheld', { injectId }),
  fact('InjectMoved', { injectId, dueAtMs: playMs }),
  fact('InjectSkipped', {
    injectId,
    cause: skipCauseSchema,
    reason: z.string(),
  }),
  fact('InjectRecalled', { injectId, reason: z.string() }),
  fact('VariantDrawn', {
    injectId,
    variantId: variantIdSchema,
    cause: z.enum(['seed', 'person']),
  }),
  fact('InjectEdited', {
    injectId,
    title: localizedTextSchema.nullable(),
    body: localizedTextSchema.nullable(),
    tlp: tlpSchema.nullable(),
    attachments: attachmentsSchema.optional().describe('Left out: as they were.'),
    awaits,
  }),
  fact('InjectImprovised', {
    injectId,
    number: z.string(),
    phaseId: phaseIdSchema,
    title: localizedTextSchema,
    body: localizedTextSchema,
    channel: channelSchema,
    from: contactIdSchema,
    to: z.array(recipientSchema),
    tlp: tlpSchema,
    expectations: z.array(
      z.strictObject({ id: expectationIdSchema, ...improvisedExpectationSchema.shape }),
    ),
    attachments: attachmentsSchema.optional(),
    awaits,
  }),

  fact('InjectOpened', { injectId, tableId, seatId }),
  fact('InjectAcknowledged', { injectId, tableId }),
  fact('ResponseSent', { injectId, tableId, text: z.string() }),
  fact('ResponseNoted', { injectId, tableId, text: z.string() }),
  fact('ChoiceMade', { injectId, tableId, choiceId: choiceIdSchema }),

  fact('ExpectationMet', {
    injectId,
    tableId,
    expectationId: expectationIdSchema,
    isLate: z.boolean(),
  }),
  fact('ExpectationMissed', { injectId, tableId, expectationId: expectationIdSchema }),
  fact('ExpectationWaived', {
    injectId,
    tableId,
    expectationId: expectationIdSchema,
    cause: z.enum(['recalled', 'ended', 'doneByAnother']),
  }),
  fact('DeadlineExtended', {
    injectId,
    tableId,
    expectationId: expectationIdSchema,
    dueAtMs: playMs,
  }),

  fact('ExpectationRevealed', { injectId, tableId, expectationId: expectationIdSchema }),
  fact('ExpectationMarked', {
    injectId,
    tableId,
    expectationId: expectationIdSchema,
    as: z.enum(['met', 'late', 'missed', 'waived']),
    reason: z.string(),
  }),

  ...exchangeFacts,

  fact('ConditionTurned', {
    watch: z.string().describe('What waits for the condition: "inject …", "exit … 0", "ending …".'),
    isTrue: z.boolean(),
    isInitial: z.boolean().describe('True for what held at StartEx: it did not become true.'),
  }),
  fact('MomentReached', {
    since: z.string().describe('"startEx" or a phase.'),
    afterMs: z.number().int().min(0),
  }),
  fact('MilestoneReached', { milestoneId: milestoneIdSchema }),
  fact('AssetSet', {
    assetId: assetIdSchema,
    status: assetStatusSchema,
    cause: z.enum(['effect', 'person']),
  }),
  fact('DependencyArmed', {
    assetId: assetIdSchema,
    dependency: z.number().int().min(0).describe('Index in the asset’s dependsOn.'),
    isFelt: z.boolean(),
    dueAtMs: playMs,
  }),
  fact('DependencyFelt', {
    assetId: assetIdSchema,
    dependency: z.number().int().min(0),
    isFelt: z.boolean(),
  }),
  fact('AssetChanged', { assetId: assetIdSchema, status: assetStatusSchema }),
  fact('IndicatorChanged', { indicatorId: indicatorIdSchema, value: z.number() }),
  fact('PointsAwarded', {
    tableId,
    points: z.number().int(),
    reason: localizedTextSchema,
    injectId: injectId.nullable(),
  }),
  fact('EndingReached', { endingId: endingIdSchema }),
  fact('ScoreAdjusted', {
    tableId,
    points: z.number().int(),
    objectiveId: objectiveIdSchema.nullable(),
    reason: z.string(),
  }),

  fact('AnswerClaimed', {
    answerSeq: seq,
    isClaimed: z.boolean().describe('False where it was given back.'),
  }),
  ...evaluationFacts,

  fact('MessageSent', {
    thread: messageThreadSchema,
    from: z.enum(['table', 'staff']),
    as: contactIdSchema.nullable(),
    text: z.string(),
  }),
  fact('TextTranslated', {
    of: seq,
    field: z.string(),
    language: languageTagSchema,
    text: z.string(),
  }),
  fact('ScenarioTranslated', {
    place: z.string().describe('Which of its words, such as "injects/alarm/choices/stay/label".'),
    language: languageTagSchema,
    text: z.string(),
  }),
  fact('ScoresShown', { players: z.boolean(), observers: z.boolean() }),
  fact('RealWorldRaised', { machine: lifecycleValue, reason: z.string() }),
  fact('RealWorldLifted', { machine: lifecycleValue }),
  fact('Rewound', {
    machine: lifecycleValue,
    toSeq: seq.describe('The last fact of play that stays.'),
    reason: z.string(),
  }),
  fact('ContentRedacted', {
    texts: z.array(z.strictObject({ factSeq: seq, fields: z.array(z.string()) })),
    reason: redactionReasonSchema.or(z.literal('erased')),
  }),
  fact('PersonErased', { seatId }),
  fact('ExerciseEnded', { machine: lifecycleValue, reason: z.string() }),
  fact('ExerciseQuarantined', { machine: lifecycleValue, code: z.string(), detail: z.string() }),
]);

export type Fact = z.infer<typeof factSchema>;
export type FactType = Fact['type'];
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>;

type MetaKey = keyof typeof meta;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** What happened, before it has a place in the log. */
export type FactBody = DistributiveOmit<Fact, MetaKey>;
