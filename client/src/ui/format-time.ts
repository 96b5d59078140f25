/** Times as text. Three kinds, never confused: wall, play and scenario time. No zone abbreviations. */

/** Play time: `4:05`, `1:04:05` from an hour on. */
export function formatPlayTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const h = Math.floor(seconds / 3_600);
  const m = Math.floor(seconds / 60) % 60;
  const s = String(seconds % 60).padStart(2, '0');
  return h === 0 ? `${String(m).padStart(2, '0')}:${s}` : `${h}:${String(m).padStart(2, '0')}:${s}`;
}

/** Date and hour in a zone: `2026-12-01 08:00`. The same in every language, for it goes on record. */
export function formatDateTime(atMs: number, timeZone: string): string {
  const { year, month, day, hour, minute } = partsIn(atMs, timeZone);
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

export function formatHour(atMs: number, timeZone: string): string {
  const { hour, minute } = partsIn(atMs, timeZone);
  return `${hour}:${minute}`;
}

/** A day in the reader's language, such as "Tue, Dec 1". */
export function formatDay(atMs: number, timeZone: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  }).format(atMs);
}

/** `UTC+8`, `UTC−3:30` or `UTC`. An abbreviation would mislead: Manila's is "PST". */
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
