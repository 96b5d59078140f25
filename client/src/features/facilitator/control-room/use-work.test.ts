import { expect, test } from 'vitest';
import { firstTab } from './use-work';

test('[ROOM16] the SimCell begins at its desk, everybody else at the events list', () => {
  expect(firstTab('simcell')).toBe('cell');
  expect(firstTab('director')).toBe('msel');
  expect(firstTab('facilitator')).toBe('msel');
  expect(firstTab(null)).toBe('msel');
});
