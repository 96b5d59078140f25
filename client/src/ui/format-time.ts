/** Times as text. Three kinds, never confused: wall, play and scenario time. No zone abbreviations. */

/** Play time: `4:05`, `1:04:05` from an hour on. */
export function formatPlayTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const h = Math.floor(seconds / 3_600);
  const m = Math.floor(seconds / 60) % 60;
  const s = String(seconds % 60).padStart(2, '0');
  return h === 0 ? `${String(m).padStart(2, '0')}:${s}` : `${h}:${String(m).padStart(2, '0')}:${s}`;
}

/** A time that nobody vouches for. */
export function guessed(time: string): string {
  return `≈ ${time}`;
}

/** Wall time where this device is: `14:05`, with the day where it is not today's. */
export function formatWallTime(atMs: number, language: string, nowMs = Date.now()): string {
  const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  return new Intl.DateTimeFormat(language, {
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);
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
