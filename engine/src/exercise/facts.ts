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
  phaseIdSchema,
  scenarioIdSchema,
  seatIdSchema,
  tableIdSchema,
} from '../protocol/ids.js';
import { localizedTextSchema } from '../scenario/localize.js';
import { assetStatusSchema } from '../scenario/world-schema.js';
import { messageThreadSchema } from './commands.js';
import { castingSchema, modeSchema, paceSchema, rolesSchema, speedSchema } from './settings.js';

const playMs = z.number().int().min(0);
const injectId = injectIdSchema;
const tableId = tableIdSchema;
const seatId = seatIdSchema;
const exit = z.number().int().min(0);
/** A statechart's value: a state's name, or one value per region. */
const machineValue: z.ZodType<MachineValue> = z.lazy(() =>
  z.union([z.string(), z.record(z.string(), machineValue)]),
);
export type MachineValue = string | { [region: string]: MachineValue };

/** Who did it: a seat, or the host itself (the clock, recovery, setting up). */
export const actorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seat'), seatId }),
  z.strictObject({ kind: z.literal('host') }),
]);
export type Actor = z.infer<typeof actorSchema>;

const meta = {
  seq: z.number().int().min(1).describe('Place in the exercise’s log, from 1.'),
  epoch: z.number().int().min(0).describe('Grows by one at each rewind.'),
  atMs: z.number().int().describe('Wall time, ms since 1970 UTC.'),
  playMs: playMs.describe('Play time, ms since StartEx.'),
  by: actorSchema,
  causedBy: z.number().int().nullable().describe('seq of the fact this one follows from.'),
};

const fact = <Type extends string, Shape extends z.core.$ZodLooseShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), ...meta, ...shape });

/** Why a clock stopped: a person, an unplanned gap, or somebody's REAL WORLD. */
const pauseCauseSchema = z.enum(['person', 'gap', 'realWorld']);

/** Why an inject was skipped: by hand, with its module, by an effect. */
const skipCauseSchema = z.enum(['person', 'phaseLeft', 'effect']);
export type SkipCause = z.infer<typeof skipCauseSchema>;

/** The lifecycle chart's value: one state of each region. */
const lifecycleValue = z.strictObject({
  stage: z.enum(['draft', 'lobby', 'live', 'ended']),
  clock: z.enum(['idle', 'running', 'paused', 'stopped']),
  world: z.enum(['play', 'real']),
});

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

  fact('SeatJoined', { seatId, role: rolesSchema, tableId: tableId.nullable() }),
  fact('SeatMoved', { seatId, tableId }),
  fact('SeatLeft', { seatId }),

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
    cause: z.enum(['recalled', 'ended']),
  }),
  fact('DeadlineExtended', {
    injectId,
    tableId,
    expectationId: expectationIdSchema,
    dueAtMs: playMs,
  }),

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

  fact('MessageSent', {
    thread: messageThreadSchema,
    from: z.enum(['table', 'staff']),
    as: contactIdSchema.nullable(),
    text: z.string(),
  }),
  fact('ScoresShown', { players: z.boolean(), observers: z.boolean() }),
  fact('RealWorldRaised', { machine: lifecycleValue, reason: z.string() }),
  fact('RealWorldLifted', { machine: lifecycleValue }),
  fact('ExerciseEnded', { machine: lifecycleValue, reason: z.string() }),
  fact('ExerciseQuarantined', { machine: lifecycleValue, code: z.string(), detail: z.string() }),
]);

export type Fact = z.infer<typeof factSchema>;
export type FactType = Fact['type'];
export type FactOf<Type extends FactType> = Extract<Fact, { type: Type }>;
export type PauseCause = z.infer<typeof pauseCauseSchema>;

type MetaKey = keyof typeof meta;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** What happened, before it has a place in the log. */
export type FactBody = DistributiveOmit<Fact, MetaKey>;

/**
 * Play facts go back at a rewind; room facts stay: who has joined, how it is set up, what was said
 * among staff about the real world.
 */
export const factScope = {
  ExerciseCreated: 'room',
  TeamsCast: 'room',
  LobbyOpened: 'room',
  PaceSet: 'room',
  SeatJoined: 'room',
  SeatMoved: 'room',
  SeatLeft: 'room',
  ExerciseStarted: 'play',
  ClockPaused: 'play',
  ClockResumed: 'play',
  SpeedSet: 'play',
  ClockJumped: 'play',
  PhaseChanged: 'play',
  ExitArmed: 'play',
  ExitDisarmed: 'play',
  ExitDue: 'play',
  InjectArmed: 'play',
  InjectDisarmed: 'play',
  InjectDue: 'play',
  InjectReleased: 'play',
  InjectHeld: 'play',
  InjectUnheld: 'play',
  InjectMoved: 'play',
  InjectSkipped: 'play',
  InjectRecalled: 'play',
  InjectOpened: 'play',
  InjectAcknowledged: 'play',
  ResponseSent: 'play',
  ResponseNoted: 'play',
  ChoiceMade: 'play',
  ExpectationMet: 'play',
  ExpectationMissed: 'play',
  ExpectationWaived: 'play',
  DeadlineExtended: 'play',
  ConditionTurned: 'play',
  MomentReached: 'play',
  MilestoneReached: 'play',
  AssetSet: 'play',
  DependencyArmed: 'play',
  DependencyFelt: 'play',
  AssetChanged: 'play',
  IndicatorChanged: 'play',
  PointsAwarded: 'play',
  EndingReached: 'play',
  MessageSent: 'play',
  ScoresShown: 'room',
  RealWorldRaised: 'room',
  RealWorldLifted: 'room',
  ExerciseEnded: 'play',
  ExerciseQuarantined: 'room',
} as const satisfies Record<FactType, 'play' | 'room'>;
