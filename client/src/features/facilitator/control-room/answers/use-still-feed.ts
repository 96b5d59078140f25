/** New answers slip in by themselves only while nobody reads: else they wait, counted, to be let in. */
import { type UIEvent, useCallback, useEffect, useMemo, useState } from 'react';
import { useReading } from '../../hooks/use-reading';
import { useRoom } from '../../hooks/use-room';
import { useStored } from '../../hooks/use-stored';
import { type FeedEntry, splitNew } from '../../logic/answer-feed';

/** Scrolled less than this, in px, one looks at the top. */
const topPx = 8;

export function useStillFeed(feed: readonly FeedEntry[]) {
  const { view } = useRoom();
  const { isReading, hands } = useReading();
  const [isScrolled, setIsScrolled] = useState(false);
  const newest = feed[0]?.seq ?? 0;
  const [seenUntil, setSeen] = useStored(
    `trilogue.seen-answers.${view.exercise.exerciseId ?? ''}`,
    newest,
  );
  const [shownUntil, setShownUntil] = useState(newest);
  const mayMove = (!isReading && !isScrolled) || shownUntil === 0;
  useEffect(() => {
    if (mayMove) setShownUntil((old) => Math.max(old, newest));
  }, [mayMove, newest]);
  const showNew = useCallback(() => setShownUntil(newest), [newest]);
  const { onPointerLeave } = hands;
  return {
    ...splitNew(feed, mayMove ? Math.max(shownUntil, newest) : shownUntil),
    seenUntil,
    showNew,
    hands: useMemo(
      () => ({
        ...hands,
        onScroll: (event: UIEvent<HTMLElement>) =>
          setIsScrolled(event.currentTarget.scrollTop > topPx),
        onPointerLeave: () => {
          onPointerLeave();
          setSeen((old) => Math.max(old, shownUntil));
        },
      }),
      [hands, onPointerLeave, setSeen, shownUntil],
    ),
  };
}
