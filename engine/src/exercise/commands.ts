/** Everything a person or the host can ask of an exercise. Imperative; `decide` answers. */
import { z } from 'zod';
import {
  assetIdSchema,
  choiceIdSchema,
  contactIdSchema,
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
import { assetStatusSchema } from '../scenario/world-schema.js';
import { castingSchema, modeSchema, paceSchema, rolesSchema, speedSchema } from './settings.js';

/** Longest answer or message in characters. */
export const maxPlayerText = 10_000;
/** Longest reason or title in characters. */
export const maxLine = 300;
/** Furthest play time a command may name, in ms: 400 days, more than any exercise lasts at any speed. */
export const maxPlayMs = 400 * 24 * 3_600_000;

const text = z.string().trim().min(1).max(maxPlayerText);
const reason = z.string().trim().max(maxLine).default('');
const playMs = z.number().int().min(0).max(maxPlayMs).describe('ms of play time');
const injectId = injectIdSchema;
/** Whose answer it is. Players leave it out (their own table's); staff name the table they act for. */
const actingFor = tableIdSchema.optional();

const command = <Type extends string, Shape extends z.core.$ZodLooseShape>(
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

export const commandSchema = z.discriminatedUnion('type', [
  // Setting up
  command('CreateExercise', {
    exerciseId: exerciseIdSchema,
    scenarioId: scenarioIdSchema,
    scenarioHash: z.string().max(128),
    title: z.string().trim().min(1).max(maxLine),
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
  }),
  command('MoveSeat', { seatId: seatIdSchema, tableId: tableIdSchema }),
  command('LeaveExercise', { seatId: seatIdSchema }),

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
  command('ShowScores', { players: z.boolean(), observers: z.boolean() }),

  // Play
  command('OpenInject', { injectId }),
  command('AcknowledgeInject', { injectId, tableId: actingFor }),
  command('SendResponse', { injectId, text, tableId: actingFor }),
  command('MakeChoice', { injectId, choiceId: choiceIdSchema, tableId: actingFor }),

  // Talk
  command('SendMessage', {
    thread: messageThreadSchema,
    text,
    as: contactIdSchema.optional().describe('Staff may speak as a contact of the scenario.'),
  }),

  // Safety and the end
  command('RaiseRealWorld', { reason }),
  command('LiftRealWorld', {}),
  command('EndExercise', { reason }),
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
