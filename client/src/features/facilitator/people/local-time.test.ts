import { expect, test } from 'vitest';
import { fromLocalField, toLocalField } from './local-time';

test('[INV9] an expiry that is typed in local time comes back as it was, to the minute', () => {
  for (const atMs of [Date.UTC(2026, 11, 1, 9, 30), Date.UTC(2027, 6, 15, 23, 59)]) {
    expect(fromLocalField(toLocalField(atMs))).toBe(atMs);
  }
  expect(toLocalField(new Date(2026, 11, 1, 9, 5).getTime())).toBe('2026-12-01T09:05');
  expect(fromLocalField('')).toBeNull();
  expect(fromLocalField('soon')).toBeNull();
});
