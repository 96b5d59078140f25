/** Commands of evaluators. */
import { z } from 'zod';
import {
  criterionIdSchema,
  expectationIdSchema,
  objectiveIdSchema,
  tableIdSchema,
} from '../protocol/ids.js';
import {
  command,
  importanceSchema,
  injectId,
  observationKindSchema,
  part,
  playMs,
  ratedSchema,
  ratingSchema,
  reason,
  releaseScopeSchema,
  seq,
} from './command-parts.js';

export const evaluationCommands = [
  command('MarkCriterion', {
    injectId,
    expectationId: expectationIdSchema,
    criterionId: criterionIdSchema,
    tableId: tableIdSchema,
    isMet: z.boolean().nullable().describe('Null takes the mark back.'),
  }),
  command('NoteObservation', {
    tableId: tableIdSchema.nullable().describe('Null: about the exercise as a whole.'),
    objectiveId: objectiveIdSchema.nullable().default(null),
    momentPlayMs: playMs.nullable().default(null).describe('Null: now.'),
    kind: observationKindSchema,
    importance: importanceSchema,
    release: releaseScopeSchema,
    text: part.min(1),
  }),
  command('ReleaseObservation', { noteSeq: seq, release: releaseScopeSchema }),
  command('RateObjective', {
    of: ratedSchema,
    tableId: tableIdSchema.nullable().describe('Null: all tables together.'),
    rating: ratingSchema.nullable().describe('Null takes the rating back.'),
    reason,
  }),
  command('ConfirmRating', {
    of: ratedSchema,
    tableId: tableIdSchema.nullable(),
    rating: ratingSchema,
    reason,
  }),
] as const;
