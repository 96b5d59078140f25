/**
 * What a screen last showed, kept in this tab over reloads, so that a person whose line is down can read
 * on. It goes when the server shuts the door, and when a screen broke: that one must not meet it again.
 */
import type { ConnectionContext } from './connection-machine';

export interface KeptView
  extends Pick<ConnectionContext, 'seatId' | 'audience' | 'view' | 'roster' | 'drafts'> {
  /** What the server's clock was ahead of this device's. */
  readonly clockAheadMs: number;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'trilogue.view.';
/** Longer ones are not worth their place, in characters. */
const longest = 1_500_000;

export function readKeptView(storage: Store, place: string): KeptView | null {
  try {
    // Written by `keepView`.
    return JSON.parse(storage.getItem(prefix + place) ?? 'null') as KeptView | null;
  } catch {
    return null;
  }
}

export function keepView(
  storage: Store,
  place: string,
  { seatId, audience, view, roster, drafts }: ConnectionContext,
  clockAheadMs: number,
): void {
  if (view === null) return;
  const kept: KeptView = { seatId, audience, view, roster, drafts, clockAheadMs };
  const text = JSON.stringify(kept);
  forgetView(storage, place);
  if (text.length > longest) return;
  try {
    storage.setItem(prefix + place, text);
  } catch {
    // No room left: then the next page starts without it.
  }
}

export function forgetView(storage: Store, place: string): void {
  storage.removeItem(prefix + place);
}

export function forgetAllViews(storage: Pick<Storage, 'key' | 'length' | 'removeItem'>): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) if (key?.startsWith(prefix) === true) storage.removeItem(key);
}
