import { expect, test } from 'vitest';
import { shortcutKeys, shortcutNames, shortcutOf } from './use-shortcuts';

test('[KEYS1] every listed key does what it is listed for, capital or not; others do nothing', () => {
  const done = shortcutNames.map((name) => {
    const [key = ''] = shortcutKeys[name];
    return shortcutOf(key === 'Esc' ? 'Escape' : key)?.name;
  });
  expect(done).toEqual([...shortcutNames]);
  expect(shortcutOf('j')).toEqual(shortcutOf('J'));
  expect(shortcutOf('3')).toEqual({ name: 'part', part: 2 });
  expect(['7', 'x', 'Enter', ' '].map(shortcutOf)).toEqual([null, null, null, null]);
});
