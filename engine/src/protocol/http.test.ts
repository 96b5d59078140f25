import { expect, test } from 'vitest';
import { staffSeatSchema } from './http.js';

const nameOf = (name: string) => staffSeatSchema.safeParse({ name }).data?.name ?? null;

test('[NAME1] a name shows, and turns nothing around it', () => {
  expect(nameOf(' 佐藤 恵 ')).toBe('佐藤 恵');
  expect(nameOf('A\u202eB\u0000C')).toBe('ABC');
  expect(nameOf('👩\u200d🚒')).toBe('👩\u200d🚒');
  expect(nameOf('\u200b')).toBeNull();
  expect(nameOf('\u200d')).toBeNull();
  expect(nameOf('x'.repeat(61))).toBeNull();
});
