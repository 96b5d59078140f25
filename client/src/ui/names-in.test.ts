import { expect, test } from 'vitest';
import { namesIn } from './names-in';

test('[DEVICE2] names are read one a line or with commas of any script, and empty lines don’t count', () => {
  expect(namesIn('Ben\n Chie \n\nDai, Eri')).toEqual(['Ben', 'Chie', 'Dai', 'Eri']);
  expect(namesIn('佐藤 恵、田中 健')).toEqual(['佐藤 恵', '田中 健']);
  expect(namesIn(' \n ')).toEqual([]);
  expect(namesIn(Array.from({ length: 40 }, (_, index) => `A${index}`).join('\n'))).toHaveLength(
    30,
  );
});
