/** Dates and hours in a zone, as screens and papers show them. No zone abbreviations: Manila's is "PST". */

/** Date and hour in a zone: `2026-12-01 08:00`. The same in every language, for it goes on record. */
export function formatDateTime(atMs: number, timeZone: string): string {
  const { year, month, day, hour, minute } = partsIn(atMs, timeZone);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

export function formatHour(atMs: number, timeZone: string): string {
  const { hour, minute } = partsIn(atMs, timeZone);
  return `${hour}:${minute}`;
}

/** `UTC+8`, `UTC−3:30` or `UTC`. */
export function formatOffset(atMs: number, timeZone: string): string {
  const { year, month, day, hour, minute } = partsIn(atMs, timeZone);
  const there = Date.UTC(+year, +month - 1, +day, +hour, +minute);
  const minutes = Math.round((there - Math.floor(atMs / 60_000) * 60_000) / 60_000);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes > 0 ? '+' : '−'}${Math.floor(size / 60)}${rest}`;
}

/** `2026-12-01 08:00 (UTC+8, Manila)` */
export function formatZoneTime(atMs: number, timeZone: string, city: string): string {
  return `${formatDateTime(atMs, timeZone)} (${formatOffset(atMs, timeZone)}, ${city})`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(atMs: number, timeZone: string) {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const parts = { year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of format.formatToParts(atMs)) {
    if (type in parts) parts[type as keyof typeof parts] = value;
  }
  return parts;
}
