import { expect, test } from 'vitest';
import type { Standing } from './inject-standing';
import { nowRow } from './now-row';

const at = (...list: Standing[]) => {
  const rows = list.map((_, index) => ({ id: `inject-${index}` as never }));
  return nowRow(
    rows,
    new Map(list.map((standing, index) => [`inject-${index}` as never, standing])),
  );
};

test('[FAC27] now is before the first row that is yet to come, whatever became of those above it', () => {
  expect(at('released', 'overdue', 'recalled', 'due', 'next', 'waiting')).toBe(3);
  expect(at('released', 'skipped', 'held', 'released')).toBe(2);
  expect(at('armed', 'waiting')).toBe(0);
  expect(at('released', 'skipped')).toBe(2);
  expect(at()).toBe(0);
});
