/**
 * What a screen last showed, kept in this tab over one reload, so that a person whose line is down
 * can read on. It is taken once: a view that a newer screen can't draw must not meet it again.
 */
import type { ConnectionContext } from './connection-machine';

export type KeptView = Pick<
  ConnectionContext,
  'seatId' | 'audience' | 'view' | 'roster' | 'drafts'
>;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Longer ones are not worth their place, in characters. */
const longest = 1_500_000;

export function readKeptView(storage: Store, key: string): KeptView | null {
  try {
    // Written by `keepView`.
    return JSON.parse(storage.getItem(key) ?? 'null') as KeptView | null;
  } catch {
    return null;
  }
}

export function keepView(storage: Store, key: string, context: ConnectionContext): void {
  const { seatId, audience, view, roster, drafts } = context;
  const text = JSON.stringify({ seatId, audience, view, roster, drafts } satisfies KeptView);
  if (view === null || text.length > longest) return;
  try {
    storage.setItem(key, text);
  } catch {
    // No room left: then the next page starts without it.
  }
}
