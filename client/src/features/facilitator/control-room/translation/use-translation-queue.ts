/** What lacks a language, worked out anew only when something of it changed. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { useMemo, useRef } from 'react';
import { useInjectBodies } from '../../hooks/use-inject-bodies';
import { useRoom } from '../../hooks/use-room';
import {
  type Bodies,
  injectsToRead,
  type TranslationTask,
  translationQueue,
} from '../../logic/translation-queue';

const noBodies: Bodies = new Map();

/** @param open the inject whose words somebody translates now; null for none */
export function useTranslationQueue(open: InjectId | null): readonly TranslationTask[] {
  const { view } = useRoom();
  const { cast, exercise, events, injects, lacks, translations, messages, deliveries, notes } =
    view;
  const { shares, requests, positions, draftVersions, draftComments, obligations } = view;
  const source = useMemo(
    () => ({
      cast,
      exercise,
      events,
      injects,
      lacks,
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
      lacks,
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
  const unread = useMemo(() => injectsToRead(translationQueue(source, noBodies)), [source]);
  const ids = useSame(
    useMemo(
      () => (open === null || unread.includes(open) ? unread : [...unread, open]),
      [unread, open],
    ),
  );
  const bodies = useInjectBodies(ids);
  return useMemo(() => translationQueue(source, bodies), [source, bodies]);
}

/** The list of before, where it holds the same. */
function useSame<Item extends string>(items: readonly Item[]): readonly Item[] {
  const kept = useRef(items);
  if (kept.current.join() !== items.join()) kept.current = items;
  return kept.current;
}
