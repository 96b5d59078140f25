/** One exercise as one self-contained file: what its lines are. */
import { exerciseLimits } from '@trilogue/engine/exercise/exercise-limits';
import { rolesSchema } from '@trilogue/engine/exercise/settings';
import { entrySettingsSchema } from '@trilogue/engine/protocol/entry';
import { mostListed } from '@trilogue/engine/protocol/entry-limits';
import {
  exerciseIdSchema,
  injectIdSchema,
  seatIdSchema,
  tableIdSchema,
} from '@trilogue/engine/protocol/ids';
import { attachmentFileSchema } from '@trilogue/engine/scenario/attachment-schema';
import { scenarioLimits } from '@trilogue/engine/scenario/limits';
import { languageTagSchema } from '@trilogue/engine/scenario/localize';
import { z } from 'zod';
import { maxAttachmentBytes } from '../attachments/inspect.js';
import type { LineFormat } from './line-file.js';

const count = z.number().int().min(0);
const momentMs = z.number().int().min(0);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const headSchema = z.strictObject({
  kind: z.literal('trilogue-exercise'),
  formatVersion: z.literal(1),
  /** Of the Trilogue that wrote it. */
  version: z.string(),
  createdAt: z.iso.datetime(),
  exerciseId: exerciseIdSchema,
  facts: count,
  /** Whether the names under which people joined are in it. */
  hasNames: z.boolean(),
});
export type ExerciseHead = z.infer<typeof headSchema>;

export const exerciseFormat: LineFormat<ExerciseHead> = {
  kind: 'trilogue-exercise',
  formatVersion: 1,
  name: 'exercise file',
  first: headSchema,
};

/**
 * No receipts: they answer retries of seats whose tokens stay where they are. No join codes either:
 * they are drawn anew. The evaluation is in the log.
 */
export const exerciseLineSchema = z.discriminatedUnion('line', [
  z.strictObject({
    line: z.literal('exercise'),
    scenarioId: z.string().max(100),
    /** The scenario's file as it was when the exercise was created, to the letter. */
    scenario: z.string().max(scenarioLimits.fileLength),
    scenarioHash: sha256,
    createdAtMs: momentMs,
    recordedAtMs: momentMs,
    /** Where its clock stood when that was last noted; null when it never ran. */
    clock: z.strictObject({ playMs: momentMs, nowMs: momentMs }).nullable(),
  }),
  z.strictObject({
    line: z.literal('fact'),
    recordedAtMs: momentMs,
    /** As it is stored, to the letter. */
    body: z.string(),
  }),
  z.strictObject({
    line: z.literal('seat'),
    seatId: seatIdSchema,
    role: rolesSchema,
    language: languageTagSchema.nullable(),
    name: z.string().max(200),
    /** Who else sat at the same device. */
    listed: z.array(z.string().max(200)).max(mostListed).optional(),
    createdAtMs: momentMs,
  }),
  /** How people come in; left out where nobody set it. */
  entrySettingsSchema.extend({ line: z.literal('entry') }),
  /** A seat kept for somebody. Its code is drawn anew. */
  z.strictObject({
    line: z.literal('named'),
    name: z.string().max(200),
    tableId: tableIdSchema,
    language: languageTagSchema.nullable(),
    createdAtMs: momentMs,
  }),
  z.strictObject({
    line: z.literal('file'),
    file: attachmentFileSchema,
    createdAtMs: momentMs,
    bytes: z.base64().max(Math.ceil(maxAttachmentBytes / 3) * 4),
  }),
  z.strictObject({
    line: z.literal('draft'),
    tableId: tableIdSchema,
    injectId: injectIdSchema,
    text: z.string().max(exerciseLimits.answerLength),
    revision: z.number().int().min(1),
    seatId: seatIdSchema,
    atMs: momentMs,
  }),
]);
export type ExerciseLine = z.infer<typeof exerciseLineSchema>;
export type LineOf<Kind extends ExerciseLine['line']> = Extract<ExerciseLine, { line: Kind }>;
