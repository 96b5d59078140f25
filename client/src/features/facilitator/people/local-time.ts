/** Moments as a browser's field for date and time writes them: local, to the minute. */

export function toLocalField(atMs: number): string {
  const date = new Date(atMs);
  const local = atMs - date.getTimezoneOffset() * 60_000;
  return new Date(local).toISOString().slice(0, 16);
}

/** Null for an empty or unreadable field. */
export function fromLocalField(text: string): number | null {
  if (text === '') return null;
  const atMs = new Date(text).getTime();
  return Number.isNaN(atMs) ? null : atMs;
}
