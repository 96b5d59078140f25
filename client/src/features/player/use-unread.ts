/** How much is new in each part of the screen, and what this device has shown. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { keepMarks, keptMarks } from './device-memory';
import { countsOf, type Marks, type NavTab } from './nav-model';
import { usePlayer } from './use-player';

const listeners = new Set<() => void>();

export function useUnread(): Readonly<Record<NavTab, number>> {
  const { view, seatId } = usePlayer();
  const marks = useMarks();
  return useMemo(() => countsOf(view, seatId, marks), [view, seatId, marks]);
}

export function useMarks(): Marks {
  const { seatId } = usePlayer();
  const read = useCallback(() => keptMarks(seatId ?? ''), [seatId]);
  const kept = useSyncExternalStore(subscribe, read);
  return useMemo(() => marksIn(kept), [kept]);
}

/** @param mark a conversation's key, or `holdings` */
export function markShown(seatId: string, mark: string, seq: number): void {
  const marks = marksIn(keptMarks(seatId));
  if (seq <= (marks[mark] ?? 0)) return;
  keepMarks(seatId, { ...marks, [mark]: seq });
  for (const listener of listeners) listener();
}

function marksIn(kept: string): Marks {
  try {
    // Written by `keepMarks`.
    return JSON.parse(kept) as Marks;
  } catch {
    return {};
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
