/** What comes due when: by key, and by moment, so that the next moment is found without a search. */
import { Map as IMap } from 'immutable';

/** Persistent: a change makes a new agenda and copies what it touches. */
export class Agenda<Key extends string> {
  readonly #dueAtMs: IMap<Key, number>;
  /** Keys of one moment, in their order. */
  readonly #keysAt: IMap<number, readonly Key[]>;
  /** Found when it is first asked for; an agenda does not change. */
  #earliestMs: number | null | undefined;

  private constructor(dueAtMs: IMap<Key, number>, keysAt: IMap<number, readonly Key[]>) {
    this.#dueAtMs = dueAtMs;
    this.#keysAt = keysAt;
  }

  static empty<Key extends string>(): Agenda<Key> {
    return new Agenda<Key>(IMap(), IMap());
  }

  get size(): number {
    return this.#dueAtMs.size;
  }

  get(key: Key): number | undefined {
    return this.#dueAtMs.get(key);
  }

  keys(): IterableIterator<Key> {
    return this.#dueAtMs.keys();
  }

  /** @param dueAtMs ms of play time */
  set(key: Key, dueAtMs: number): Agenda<Key> {
    if (this.#dueAtMs.get(key) === dueAtMs) return this;
    const at = this.#without(key);
    return new Agenda(
      this.#dueAtMs.set(key, dueAtMs),
      at.set(dueAtMs, inserted(at.get(dueAtMs) ?? [], key)),
    );
  }

  delete(key: Key): Agenda<Key> {
    if (!this.#dueAtMs.has(key)) return this;
    return new Agenda(this.#dueAtMs.delete(key), this.#without(key));
  }

  clear(): Agenda<Key> {
    return Agenda.empty();
  }

  /** The next moment, in ms of play time; null when there is none. */
  get earliestMs(): number | null {
    if (this.#earliestMs === undefined) {
      let earliest: number | null = null;
      for (const dueAtMs of this.#keysAt.keys()) {
        if (earliest === null || dueAtMs < earliest) earliest = dueAtMs;
      }
      this.#earliestMs = earliest;
    }
    return this.#earliestMs;
  }

  /** What is due at a moment, in the order of the keys. */
  keysAt(dueAtMs: number): readonly Key[] {
    return this.#keysAt.get(dueAtMs) ?? [];
  }

  #without(key: Key): IMap<number, readonly Key[]> {
    const before = this.#dueAtMs.get(key);
    if (before === undefined) return this.#keysAt;
    const keys = this.#keysAt.get(before) ?? [];
    const place = placeOf(keys, key);
    return keys.length <= 1
      ? this.#keysAt.delete(before)
      : this.#keysAt.set(before, [...keys.slice(0, place), ...keys.slice(place + 1)]);
  }
}

function inserted<Key extends string>(keys: readonly Key[], key: Key): readonly Key[] {
  const place = placeOf(keys, key);
  return [...keys.slice(0, place), key, ...keys.slice(place)];
}

/** Where a key stands among sorted ones, or would. */
function placeOf<Key extends string>(keys: readonly Key[], key: Key): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? key) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
