/**
 * What waits to be sent, kept on this device until it is answered: over reloads, closed tabs and days
 * without a line. Each tab writes its own list; a tab that opens takes over what others left. Should
 * one of these still be open, both send, and the server answers both alike, for the ids are the same.
 */
import { newCommandId } from './command-id';
import type { Submission } from './outbox';

export interface OutboxMemory {
  /** In the order in which it was submitted. */
  take(): Submission[];
  keep(waiting: readonly Submission[]): void;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Names a seat, without giving its token away. */
export function placeOf(exerciseId: string, token: string | undefined): string {
  return `${exerciseId}.${token?.slice(0, 8) ?? 'staff'}`;
}

/** How many wait at a place, for a page that has no outbox yet. */
export function countKept(shelf: Pick<Storage, 'getItem' | 'key' | 'length'>, place: string) {
  return keptAt(shelf, prefixOf(place)).flatMap((key) => read(shelf, key)).length;
}

/** @param place names a seat: nobody else's commands are taken over */
export function outboxMemory(
  shelf: Shelf,
  tab: Pick<Storage, 'getItem' | 'setItem'>,
  place: string,
) {
  const prefix = prefixOf(place);
  const own = `${prefix}${nameOfTab(tab)}`;
  const memory: OutboxMemory = {
    take() {
      const found = keptAt(shelf, prefix).map((key) => ({ key, submissions: read(shelf, key) }));
      for (const { key } of found) if (key !== own) shelf.removeItem(key);
      const all = found.flatMap(({ submissions }) => submissions);
      return [...new Map(all.map((submission) => [submission.commandId, submission])).values()];
    },
    keep(waiting) {
      if (waiting.length === 0) shelf.removeItem(own);
      else shelf.setItem(own, JSON.stringify(waiting));
    },
  };
  return memory;
}

const prefixOf = (place: string) => `trilogue.outbox.${place}.`;

function keptAt(shelf: Pick<Storage, 'key' | 'length'>, prefix: string): string[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
  return keys.filter((key) => key.startsWith(prefix)).sort();
}

function nameOfTab(tab: Pick<Storage, 'getItem' | 'setItem'>): string {
  const name = tab.getItem('trilogue.tab') ?? newCommandId();
  tab.setItem('trilogue.tab', name);
  return name;
}

function read(shelf: Pick<Storage, 'getItem'>, key: string): Submission[] {
  try {
    // Written by `keep` above; the server parses it again anyway.
    return JSON.parse(shelf.getItem(key) ?? '[]') as Submission[];
  } catch {
    return [];
  }
}
