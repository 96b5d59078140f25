/** The participants' feedback form over HTTP: a seat's own answers, and closing the form. */
import {
  type FeedbackForm,
  feedbackAnswersSchema,
  feedbackClosingSchema,
} from '@trilogue/engine/protocol/feedback';
import type { SeatId, TableId } from '@trilogue/engine/protocol/ids';
import { exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import { type Request, Router } from 'express';
import { feedbackTimes } from '../report/feedback-reading.js';
import { actorOf } from './audit-actor.js';
import { openExercise, readerOf } from './exercise-reader.js';
import { Problem, parseBody } from './problem.js';
import type { ReportRouteParts } from './report-routes.js';

export function feedbackRoutes(parts: ReportRouteParts): Router {
  const { store, audit, nowMs } = parts;
  const router = Router();

  /** Players and observers: whoever runs the exercise says what they think in the hot wash. */
  const participantOf = async (request: Request) => {
    const { exercise, role, seat } = await readerOf(parts, request);
    if (seat === null || (role !== 'player' && role !== 'observer')) {
      throw new Problem(403, 'feedback/not-asked', 'the form is for players and observers');
    }
    const { seatId, tableId }: { seatId: SeatId; tableId: TableId | null } = seat;
    const times = await feedbackTimes(store.feedback, exercise.runner.state, nowMs());
    return { exerciseId: exercise.exerciseId, seatId, tableId, times };
  };

  router.get('/exercises/:exerciseId/feedback', async (request, response) => {
    const { exerciseId, seatId, times } = await participantOf(request);
    const { isOpen, closesAtMs } = times;
    const answers = await store.feedback.answerOf(exerciseId, seatId);
    response.json({ isOpen, closesAtMs, answers } satisfies FeedbackForm);
  });

  router.put('/exercises/:exerciseId/feedback', async (request, response) => {
    const { exerciseId, seatId, tableId, times } = await participantOf(request);
    if (!times.isOpen) throw new Problem(409, 'feedback/not-open', 'the form is not open');
    const answers = parseBody(feedbackAnswersSchema, request.body);
    await store.feedback.save(exerciseId, seatId, { tableId, answers, atMs: nowMs() });
    const { isOpen, closesAtMs } = times;
    response.json({ isOpen, closesAtMs, answers } satisfies FeedbackForm);
  });

  router.put('/exercises/:exerciseId/feedback/closing', async (request, response) => {
    const { isClosed } = parseBody(feedbackClosingSchema, request.body);
    // Behind a row of roles, which an exercise has to be there for.
    const exerciseId = exerciseIdSchema.parse(request.params.exerciseId);
    const { runner } = await openExercise(parts, exerciseId);
    await store.feedback.setClosed(exerciseId, isClosed ? nowMs() : null);
    audit.record({
      action: isClosed ? 'feedback/closed' : 'feedback/opened',
      actor: actorOf(response),
      exerciseId,
      address: request.ip ?? null,
      outcome: 'ok',
    });
    response.json(await feedbackTimes(store.feedback, runner.state, nowMs()));
  });
  return router;
}
