/** Suggested ratings and agreement: asked for when something they rest on has changed, not at each word. */
import type { EvaluationReading } from '@trilogue/engine/views/evaluation-reading';
import { useEffect, useState } from 'react';
import { useEvaluator } from './use-evaluator';

/** Several changes at once are one question. */
const settlesMs = 800;

/** Null until the first answer. While the line is down the last answer stands. */
export function useEvaluation(): EvaluationReading | null {
  const { readEvaluation, status, view } = useEvaluator();
  const { scores, ratings, confirmedRatings } = view;
  const [reading, setReading] = useState<EvaluationReading | null>(null);
  const isLive = status === 'live';
  // biome-ignore lint/correctness/useExhaustiveDependencies: these parts of the view are what it rests on
  useEffect(() => {
    if (!isLive) return;
    let isStale = false;
    const timer = window.setTimeout(
      async () => {
        const found = await readEvaluation().catch(() => null);
        if (!isStale && found !== null) setReading(found);
      },
      reading === null ? 0 : settlesMs,
    );
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [isLive, readEvaluation, scores, ratings, confirmedRatings]);
  return reading;
}
