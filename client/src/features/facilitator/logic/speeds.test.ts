import { expect, test } from 'vitest';
import { neighbourSpeed } from './speeds';

test('[ROOM11] faster and slower go one step and stop at the ends', () => {
  expect(neighbourSpeed(2, 1)).toBe(5);
  expect(neighbourSpeed(2, -1)).toBe(1);
  expect(neighbourSpeed(7, 1)).toBe(10);
  expect(neighbourSpeed(60, 1)).toBe(60);
  expect(neighbourSpeed(1, -1)).toBe(1);
});
