/** Whole states and views beside each other, whatever they are kept in. */
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
  if (alike(actual, wanted)) return;
  const [seen, hoped] = [plain(actual), plain(wanted)];
  expect(seen, what).toEqual(hoped);
  throw new Error(`${what}: ${JSON.stringify(seen)} is not ${JSON.stringify(hoped)}`);
}

/** Whether `plain` would make the same of both, without making it: what both share is not looked at. */
function alike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null) return false;
  const [list, otherList] = [asList(one), asList(other)];
  if (list !== null && otherList !== null) {
    return list.length === otherList.length && list.every((item, at) => alike(item, otherList[at]));
  }
  if (list !== null || otherList !== null) return false;
  const [parts, otherParts] = [partsOf(one), partsOf(other)];
  const keys = parts.keys();
  const otherKeys = new Set(otherParts.keys());
  return (
    keys.length === otherKeys.size &&
    keys.every((key) => otherKeys.has(key) && alike(parts.get(key), otherParts.get(key)))
  );
}

interface Parts {
  keys(): string[];
  get(key: string): unknown;
}

/** A record's parts, or a map's; in a record what is undefined is not there. */
function partsOf(value: object): Parts {
  if (isKeyed(value)) return { keys: () => [...value.keys()], get: (key) => value.get(key) };
  const record = value as Record<string, unknown>;
  return {
    keys: () => Object.keys(record).filter((key) => record[key] !== undefined),
    get: (key) => record[key],
  };
}

function asList(value: object): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return isList(value) ? value.toArray() : null;
}
