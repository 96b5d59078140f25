/** How much is new: injects this seat has not opened, messages this device has not shown. */
import { useMemo, useSyncExternalStore } from 'react';
import { keepLastRead, lastReadMessage } from './device-memory';
import { inboxRows } from './inbox-model';
import { usePlayer } from './use-player';

const listeners = new Set<() => void>();

export interface Unread {
  readonly injects: number;
  readonly messages: number;
}

export function useUnread(): Unread {
  const { view, seatId } = usePlayer();
  const lastRead = useSyncExternalStore(subscribe, () => lastReadMessage(seatId ?? ''));
  return useMemo(
    () => ({
      injects: inboxRows(view, seatId).filter(({ isUnread }) => isUnread).length,
      messages: Object.values(view.messages).filter(
        ({ id, from }) => from === 'staff' && id > lastRead,
      ).length,
    }),
    [view, seatId, lastRead],
  );
}

export function markRead(seatId: string, messageId: number): void {
  if (messageId <= lastReadMessage(seatId)) return;
  keepLastRead(seatId, messageId);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
