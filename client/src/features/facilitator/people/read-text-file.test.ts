import { expect, test } from 'vitest';
import { decodeText } from './read-text-file';

test('[ROSTER4] a list is read as the spreadsheet wrote it: UTF-8, UTF-16, Shift_JIS or Western', () => {
  const utf8 = new TextEncoder().encode('氏名,卓');
  expect(decodeText(utf8)).toBe('氏名,卓');
  // A mark at the beginning is no letter of the first heading.
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]))).toBe('氏名,卓');
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x0f, 0x6c, 0x0d, 0x54]))).toBe('氏名');
  expect(decodeText(new Uint8Array([0x8e, 0x81, 0x96, 0xbc]))).toBe('氏名');
  expect(decodeText(new Uint8Array([0x4a, 0x6f, 0x73, 0xe9, 0x2c, 0x41]))).toBe('José,A');
});
