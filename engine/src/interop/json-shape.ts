/** Looks into parsed JSON that nobody has vouched for. */

export type JsonRecord = Readonly<Record<string, unknown>>;

/** An object that is no list; null for anything else. */
export function recordOf(value: unknown): JsonRecord | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonRecord)
    : null;
}

/** Only what the object itself has: "constructor" and its like are not there. */
export function fieldOf(record: JsonRecord | null, key: string): unknown {
  return record !== null && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A list; empty for anything else. */
export function listOf(record: JsonRecord | null, key: string): readonly unknown[] {
  const value = fieldOf(record, key);
  return Array.isArray(value) ? value : [];
}

/** A text or number that is not blank, as text; null for anything else. */
export function textOf(record: JsonRecord | null, key: string): string | null {
  return scalarText(fieldOf(record, key));
}

export function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return /\S/.test(value) ? value : null;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** The texts of a list, or one text that stands where a list is meant. */
export function textsIn(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => scalarText(entry) ?? []);
}

/** Any value for people: a text as it is, a list of texts joined, the rest as JSON. Null for none. */
export function describeValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = scalarText(value);
  if (text !== null) return text;
  if (typeof value === 'string') return null;
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    const texts = value.map(scalarText);
    if (texts.every((entry) => entry !== null)) return texts.join(', ');
  }
  const json = JSON.stringify(value);
  return json === '{}' || json === '[]' ? null : json;
}
