import { expect, test } from 'vitest';
import { firstTab } from './use-work';

test('[ROOM16] whoever comes for one desk begins at it, everybody else at the events list', () => {
  expect(firstTab('simcell')).toBe('cell');
  expect(firstTab('translator')).toBe('translation');
  expect(firstTab('director')).toBe('msel');
  expect(firstTab('facilitator')).toBe('msel');
  expect(firstTab(null)).toBe('msel');
});
