/** Shows the story so far, once, to a person who joins while the exercise is under way. */
import { playMsAt } from '@trilogue/engine/views/clock-view';
import { useEffect } from 'react';
import { keepKnowsStory, knowsStory } from '../device-memory';
import { usePlace } from '../use-place';
import { usePlayer } from '../use-player';
import { isLatecomer } from './story-model';

export function useStoryOffer(): void {
  const { view, seatId, connection } = usePlayer();
  const { status, nowMs } = connection;
  const { showTab } = usePlace();
  const { stage } = view.exercise;
  // Only what the server says now tells who is late.
  const isReady = status === 'live' && seatId !== null && stage !== 'draft';
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once, when it is first known
  useEffect(() => {
    if (!isReady || knowsStory(seatId)) return;
    keepKnowsStory(seatId);
    if (isLatecomer(view, seatId, playMsAt(view.clock, nowMs()))) showTab('story');
  }, [isReady, seatId]);
}
