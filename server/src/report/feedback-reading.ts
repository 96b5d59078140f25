/** Whether the feedback form is open, and all answers put together for staff. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { FeedbackSummary } from '@trilogue/engine/protocol/feedback';
import { feedbackOpenMs } from '@trilogue/engine/protocol/feedback-questions';
import { feedbackSummary } from '@trilogue/engine/report/feedback-summary';
import { endedAtMs } from '@trilogue/engine/report/takeaway';
import type { FeedbackStore } from '../store/feedback-store.js';

export interface FeedbackTimes {
  readonly isOpen: boolean;
  readonly isClosedByHand: boolean;
  /** ms since 1970 UTC; null before EndEx. */
  readonly closesAtMs: number | null;
}

/** From EndEx until it is closed by hand, or for fourteen days. */
export async function feedbackTimes(
  store: FeedbackStore,
  state: ExerciseState,
  nowMs: number,
): Promise<FeedbackTimes> {
  const ended = endedAtMs(state);
  if (ended === null || state.exerciseId === null) {
    return { isOpen: false, isClosedByHand: false, closesAtMs: null };
  }
  const closesAtMs = ended + feedbackOpenMs;
  const isClosedByHand = (await store.closedAtMs(state.exerciseId)) !== null;
  return { isOpen: !isClosedByHand && nowMs < closesAtMs, isClosedByHand, closesAtMs };
}

export async function feedbackFor(
  store: FeedbackStore,
  state: ExerciseState,
  nowMs: number,
): Promise<FeedbackSummary | null> {
  if (state.exerciseId === null) return null;
  const times = await feedbackTimes(store, state, nowMs);
  const asked = [...state.seats.values()].filter(
    ({ role, isGone }) => !isGone && (role === 'player' || role === 'observer'),
  ).length;
  const entries = await store.answersOf(state.exerciseId);
  // Who answered and left since was asked, too.
  return feedbackSummary(entries, { ...times, asked: Math.max(asked, entries.length) });
}
