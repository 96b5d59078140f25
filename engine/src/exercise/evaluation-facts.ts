/** What evaluators did. */
import { z } from 'zod';
import {
  criterionIdSchema,
  expectationIdSchema,
  injectIdSchema,
  objectiveIdSchema,
  tableIdSchema,
} from '../protocol/ids.js';
import {
  importanceSchema,
  observationKindSchema,
  ratedSchema,
  ratingSchema,
  releaseScopeSchema,
} from './command-parts.js';
import { fact, playMs, seq } from './fact-shape.js';

const injectId = injectIdSchema;
const tableId = tableIdSchema;

export const evaluationFacts = [
  fact('CriterionMarked', {
    injectId,
    tableId,
    expectationId: expectationIdSchema,
    criterionId: criterionIdSchema,
    isMet: z.boolean().nullable(),
  }),
  fact('ObservationNoted', {
    tableId: tableId.nullable(),
    objectiveId: objectiveIdSchema.nullable(),
    momentPlayMs: playMs,
    kind: observationKindSchema,
    importance: importanceSchema,
    release: releaseScopeSchema,
    text: z.string(),
  }),
  fact('ObservationReleased', { noteSeq: seq, release: releaseScopeSchema }),
  fact('RatingGiven', {
    of: ratedSchema,
    tableId: tableId.nullable(),
    rating: ratingSchema.nullable(),
    reason: z.string(),
  }),
  fact('RatingConfirmed', {
    of: ratedSchema,
    tableId: tableId.nullable(),
    rating: ratingSchema,
    reason: z.string(),
  }),
] as const;
