/** Messages by thread, with what is unread here; read marks are one for all parts of the page. */
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import {
  messageThreads,
  type ReadMarks,
  staffThread,
  type ThreadKey,
} from '../logic/message-threads';
import { useRoom } from './use-room';

const none: ReadMarks = {};
const kept = new Map<string, ReadMarks>();
const listeners = new Set<() => void>();

export function useThreads() {
  const { view, seatId } = useRoom();
  const { cast, messages, exercise } = view;
  const place = placeOf(exercise);
  const marks = useSyncExternalStore(subscribe, () => marksAt(place));
  const threads = useMemo(
    () => messageThreads({ cast, messages }, marks, seatId),
    [cast, messages, marks, seatId],
  );
  const markRead = useCallback(
    (key: ThreadKey, id: number) => {
      const known = marksAt(place);
      if ((known[key] ?? 0) < id) write(place, { ...known, [key]: id });
    },
    [place],
  );
  return useMemo(() => {
    const unread = threads.reduce((sum, thread) => sum + thread.unread, 0);
    const ofStaff = threads.find(({ key }) => key === staffThread)?.unread ?? 0;
    return { threads, markRead, unread, unreadOfStaff: ofStaff, unreadOfTables: unread - ofStaff };
  }, [threads, markRead]);
}

export type Threads = ReturnType<typeof useThreads>;

function placeOf({ exerciseId }: FacilitatorView['exercise']): string {
  return `trilogue.read.${exerciseId ?? ''}`;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Written by this hook only, so its shape is the one it was written with. */
function marksAt(place: string): ReadMarks {
  const known = kept.get(place);
  if (known !== undefined) return known;
  let stored = none;
  try {
    stored = JSON.parse(localStorage.getItem(place) ?? '{}') as ReadMarks;
  } catch {
    // Private windows refuse storage; then it is remembered until the page closes.
  }
  kept.set(place, stored);
  return stored;
}

function write(place: string, marks: ReadMarks): void {
  kept.set(place, marks);
  try {
    localStorage.setItem(place, JSON.stringify(marks));
  } catch {
    // As above.
  }
  for (const listener of listeners) listener();
}
