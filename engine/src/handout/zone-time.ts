/** Times as they are printed. No zone abbreviations: Manila's is "PST". */
import type { Party } from '../scenario/schema.js';

/** Play time in hours and minutes: `0:36`, `1:05`, `0:36:30`. */
export function playTime(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  const two = (value: number) => String(value).padStart(2, '0');
  const rest = seconds % 60 === 0 ? '' : `:${two(seconds % 60)}`;
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}${rest}`;
}

/** `2026-12-01 08:00 (UTC+8, Manila)` */
export function zoneTime(atMs: number, timeZone: Party['timeZone'], city: string): string {
  const { year, month, day, hour, minute } = partsIn(atMs, timeZone);
  return `${year}-${month}-${day} ${hour}:${minute} (${offset(atMs, timeZone)}, ${city})`;
}

/** `UTC+8`, `UTC−3:30` or `UTC`. */
function offset(atMs: number, timeZone: string): string {
  const { year, month, day, hour, minute } = partsIn(atMs, timeZone);
  const there = Date.UTC(+year, +month - 1, +day, +hour, +minute);
  const minutes = Math.round((there - Math.floor(atMs / 60_000) * 60_000) / 60_000);
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes > 0 ? '+' : '−'}${Math.floor(size / 60)}${rest}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(atMs: number, timeZone: string) {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formats.set(timeZone, format);
  const parts = { year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of format.formatToParts(atMs)) {
    if (type in parts) parts[type as keyof typeof parts] = value;
  }
  return parts;
}
