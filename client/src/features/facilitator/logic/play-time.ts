/** Play time as a facilitator types it. How it is shown stands in `ui/format-time`. */

/** `90`, `5:30` or `1:02:30` (a bare number is minutes) in ms of play time; null where it is none. */
export function parsePlayTime(text: string): number | null {
  const parts = text.trim().split(':');
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null;
  const [first = 0, second = 0, third = 0] = parts.map(Number);
  if (second > 59 || third > 59) return null;
  if (parts.length === 1) return first * 60_000;
  return parts.length === 2
    ? (first * 60 + second) * 1000
    : (first * 3600 + second * 60 + third) * 1000;
}
