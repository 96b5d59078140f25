import { expect, test } from 'vitest';
import { cleanCode, groupCode } from './join-code';

test('[CODE1] case, spaces, hyphens and full-width letters don’t matter', () => {
  for (const typed of ['abcde-fghjk', ' ABCDE FGHJK ', 'ABCDEFGHJK', 'ＡＢＣＤＥ－ｆｇｈｊｋ']) {
    expect(cleanCode(typed)).toBe('ABCDEFGHJK');
  }
});

test('[CODE2] a whole join link stands for its code', () => {
  expect(cleanCode('http://192.168.1.5:4400/join/abcde-fghjk?x=1')).toBe('ABCDEFGHJK');
});

test('[CODE3] codes are shown in groups of five', () => {
  expect(groupCode('abcdefghjk')).toBe('ABCDE-FGHJK');
  expect(groupCode('abc')).toBe('ABC');
  expect(groupCode('')).toBe('');
});
