/**
 * Texts of injects this person has read, kept in this tab over a reload. One place at a time (an
 * exercise, seat and table): what another one read is thrown away, never shown.
 */
import type { PlayerInjectBody } from '@trilogue/engine/views/player-view';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

interface Kept {
  readonly place: string;
  /** The one read last stands last. */
  readonly bodies: readonly (readonly [key: string, body: PlayerInjectBody])[];
}

const storageKey = 'trilogue.bodies';
export const mostBodies = 60;
/** In characters. */
const mostText = 600_000;

export function keptBody(store: Store, place: string, key: string): PlayerInjectBody | null {
  return read(store, place).bodies.find(([known]) => known === key)?.[1] ?? null;
}

/** By inject: the texts that were read last, to be searched. */
export function keptBodies(store: Store, place: string): Map<string, PlayerInjectBody> {
  const { bodies } = read(store, place);
  return new Map(bodies.map(([key, body]) => [key.split(' ')[0] ?? '', body]));
}

/** @param key begins with the inject's id: of one inject the text that was read last is kept. */
export function keepBody(store: Store, place: string, key: string, body: PlayerInjectBody): void {
  const isSame = (known: string) => known.split(' ')[0] === key.split(' ')[0];
  const others = read(store, place).bodies.filter(([known]) => !isSame(known));
  write(store, { place, bodies: [...others, [key, body] as const].slice(-mostBodies) });
}

export function forgetBody(store: Store, place: string, key: string): void {
  const { bodies } = read(store, place);
  if (!bodies.some(([known]) => known === key)) return;
  write(store, { place, bodies: bodies.filter(([known]) => known !== key) });
}

function read(store: Store, place: string): Kept {
  try {
    // Written by `write`.
    const kept = JSON.parse(store.getItem(storageKey) ?? 'null') as Kept | null;
    if (kept?.place === place) return kept;
  } catch {
    // Unreadable counts as nothing.
  }
  return { place, bodies: [] };
}

function write(store: Store, kept: Kept): void {
  let { bodies } = kept;
  let text = JSON.stringify(kept);
  while (text.length > mostText && bodies.length > 0) {
    bodies = bodies.slice(1);
    text = JSON.stringify({ place: kept.place, bodies } satisfies Kept);
  }
  try {
    store.setItem(storageKey, text);
  } catch {
    // No room left: then a reload fetches it again.
  }
}
