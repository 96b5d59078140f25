/** What lacks a language, worked out anew only when something of it changed. */
import { useMemo, useRef } from 'react';
import { useInjectBodies } from '../../hooks/use-inject-bodies';
import { useRoom } from '../../hooks/use-room';
import {
  injectsToRead,
  type TranslationTask,
  translationQueue,
} from '../../logic/translation-queue';

export function useTranslationQueue(): readonly TranslationTask[] {
  const { view } = useRoom();
  const { cast, exercise, events, injects, translations, messages, deliveries, notes } = view;
  const { shares, requests, positions, draftVersions, draftComments, obligations } = view;
  const source = useMemo(
    () => ({
      cast,
      exercise,
      events,
      injects,
      translations,
      messages,
      deliveries,
      notes,
      shares,
      requests,
      positions,
      draftVersions,
      draftComments,
      obligations,
    }),
    [
      cast,
      exercise,
      events,
      injects,
      translations,
      messages,
      deliveries,
      notes,
      shares,
      requests,
      positions,
      draftVersions,
      draftComments,
      obligations,
    ],
  );
  const ids = useSame(useMemo(() => injectsToRead(source), [source]));
  const bodies = useInjectBodies(ids);
  return useMemo(() => translationQueue(source, bodies), [source, bodies]);
}

/** The list of before, where it holds the same. */
function useSame<Item extends string>(items: readonly Item[]): readonly Item[] {
  const kept = useRef(items);
  if (kept.current.join() !== items.join()) kept.current = items;
  return kept.current;
}
