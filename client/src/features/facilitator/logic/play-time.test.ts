import { expect, test } from 'vitest';
import { parsePlayTime } from './play-time';

test.each([
  ['25', 25 * 60_000],
  ['5:30', 330_000],
  ['1:02:30', 3_750_000],
  [' 0:05 ', 5_000],
])('[FAC12] "%s" is a play time', (text, playMs) => {
  expect(parsePlayTime(text)).toBe(playMs);
});

test.each(['', 'soon', '5:75', '1:2:3:4', '-5', '1:61:00'])('[FAC12] "%s" is none', (text) => {
  expect(parsePlayTime(text)).toBeNull();
});
