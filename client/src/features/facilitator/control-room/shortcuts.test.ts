import { expect, test } from 'vitest';
import { shortcutKeys, shortcutOf } from './shortcuts';

test('[ROOM12] every key does one thing, in capitals too', () => {
  const keys = shortcutKeys.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { key, name } of shortcutKeys) {
    expect(shortcutOf(key)).toBe(name);
    expect(shortcutOf(key.toUpperCase())).toBe(name);
  }
  expect(shortcutOf('x')).toBeNull();
});
