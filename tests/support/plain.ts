/** Whole states and views beside each other, whatever they are kept in. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

interface Keyed {
  keys(): Iterable<string>;
  get(key: string): unknown;
}

/** A map of any kind as a record, its keys in order; the rest as it is. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (isList(value)) return value.toArray().map(plain);
  if (isKeyed(value)) {
    const keys = [...value.keys()].sort();
    return Object.fromEntries(keys.map((key) => [key, plain(value.get(key))]));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, plain(inner)]),
  );
}

function isList(value: object): value is { toArray(): unknown[] } {
  return 'toArray' in value && 'push' in value;
}

function isKeyed(value: object): value is Keyed {
  return typeof (value as Partial<Keyed>).get === 'function' && 'keys' in value;
}

/** Alike, in whatever order their parts were written. */
export function same(actual: unknown, wanted: unknown, what: string): void {
  if (isDeepStrictEqual(actual, wanted)) return;
  const [seen, hoped] = [plain(actual), plain(wanted)];
  if (isDeepStrictEqual(seen, hoped)) return;
  expect(seen, what).toEqual(hoped);
  throw new Error(`${what}: ${JSON.stringify(seen)} is not ${JSON.stringify(hoped)}`);
}
