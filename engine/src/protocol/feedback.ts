/** Participant feedback over HTTP: a seat's own answers, and what staff see of all of them together. */
import { z } from 'zod';
import { feedbackStatements, maxFeedbackText } from './feedback-questions.js';
import { tableIdSchema } from './ids.js';

const mark = z.number().int().min(1).max(5);
const text = z.string().trim().max(maxFeedbackText).default('');

export const feedbackAnswersSchema = z
  .strictObject({
    ratings: z
      .partialRecord(z.enum(feedbackStatements), mark)
      .default({})
      .describe('1: not at all. 5: fully. A statement that is left out was not rated.'),
    strengths: text,
    improvements: text,
    comments: text,
  })
  .refine(
    ({ ratings, strengths, improvements, comments }) =>
      Object.keys(ratings).length > 0 || `${strengths}${improvements}${comments}` !== '',
    'rate a statement or write something',
  );
export type FeedbackAnswers = z.infer<typeof feedbackAnswersSchema>;

export const feedbackClosingSchema = z.strictObject({ isClosed: z.boolean() });

/** What a seat gets that asks for the form. */
export interface FeedbackForm {
  readonly isOpen: boolean;
  /** ms since 1970 UTC; null before EndEx. */
  readonly closesAtMs: number | null;
  /** What this seat answered so far. */
  readonly answers: FeedbackAnswers | null;
}

const ratedSchema = z.strictObject({
  statement: z.enum(feedbackStatements),
  count: z.number().int().min(0),
  average: z.number().nullable().describe('Null where nobody rated it.'),
  distribution: z.array(z.number().int().min(0)).length(5).describe('How many gave 1, 2, … 5.'),
});

const commentSchema = z.strictObject({
  tableId: tableIdSchema
    .nullable()
    .describe('Null for observers, and for tables where too few answered to be told apart.'),
  text: z.string(),
});

/** All answers together. Nobody is named, and the order tells nothing of who wrote what. */
export const feedbackSummarySchema = z.strictObject({
  isOpen: z.boolean(),
  isClosedByHand: z.boolean(),
  closesAtMs: z.number().int().nullable(),
  asked: z.number().int().min(0).describe('Seats that were asked: players and observers.'),
  answered: z.number().int().min(0),
  statements: z.array(ratedSchema),
  tables: z
    .array(
      z.strictObject({
        tableId: tableIdSchema,
        answered: z.number().int().min(0),
        statements: z.array(ratedSchema),
      }),
    )
    .describe('Only tables where enough answered that nobody can be told apart.'),
  strengths: z.array(commentSchema),
  improvements: z.array(commentSchema),
  comments: z.array(commentSchema),
});
export type FeedbackSummary = z.infer<typeof feedbackSummarySchema>;
export type RatedStatement = z.infer<typeof ratedSchema>;
export type FeedbackComment = z.infer<typeof commentSchema>;
