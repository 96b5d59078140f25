import { formatOffset, formatZoneTime } from '@trilogue/engine/views/zone-time';
import { expect, test } from 'vitest';
import { urgencyOf } from './due-state';
import { formatPlayTime, formatWallTime } from './format-time';

const startMs = Date.UTC(2026, 11, 1, 0, 0);

test('[TIME3] a zone is printed by its offset and city, never by an abbreviation', () => {
  expect(formatZoneTime(startMs, 'Asia/Manila', 'Manila')).toBe('2026-12-01 08:00 (UTC+8, Manila)');
  expect(formatZoneTime(startMs, 'Asia/Tokyo', '東京')).toBe('2026-12-01 09:00 (UTC+9, 東京)');
  expect(formatZoneTime(startMs, 'America/New_York', 'Washington')).toBe(
    '2026-11-30 19:00 (UTC−5, Washington)',
  );
});

test('[TIME4] the offset follows summer time and half hours', () => {
  expect(formatOffset(Date.UTC(2026, 6, 1), 'America/New_York')).toBe('UTC−4');
  expect(formatOffset(startMs, 'Asia/Kolkata')).toBe('UTC+5:30');
  expect(formatOffset(startMs, 'UTC')).toBe('UTC');
});

test('[TIME5] play time shows hours only when there are any', () => {
  expect(formatPlayTime(0)).toBe('00:00');
  expect(formatPlayTime(65_999)).toBe('01:05');
  expect(formatPlayTime(3_661_000)).toBe('1:01:01');
  expect(formatPlayTime(-5)).toBe('00:00');
});

test('[TIME6] a deadline is near in its last three minutes and overdue from its moment on', () => {
  expect(urgencyOf(600_000, 0)).toBe('calm');
  expect(urgencyOf(600_000, 420_000)).toBe('near');
  expect(urgencyOf(600_000, 600_000)).toBe('overdue');
});

test('[TIME8] a moment of wall time bears its day unless it is today’s', () => {
  const now = new Date(2026, 10, 23, 14, 5).getTime();
  expect(formatWallTime(now, 'en', now)).toBe('14:05');
  expect(formatWallTime(new Date(2026, 10, 22, 23, 5).getTime(), 'en', now)).toBe('Nov 22, 23:05');
});
