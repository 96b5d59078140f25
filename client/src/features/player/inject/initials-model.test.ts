import { expect, test } from 'vitest';
import { initialsOf } from './initials-model';

test('[LOOK1] a sender is shown by two initials, in Japanese by one sign', () => {
  expect(initialsOf('Maria Santos')).toBe('MS');
  expect(initialsOf('(Port) operations desk')).toBe('PO');
  expect(initialsOf('reuters')).toBe('R');
  expect(initialsOf('港湾局 運用課')).toBe('港');
  expect(initialsOf('')).toBe('');
});
