import { expect, test } from 'vitest';
import { handoutLanguages } from '../../handout/words/words.js';
import { fill, reportWords } from './words.js';

const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test.each(handoutLanguages)(
  '[AAR21] %s has a text for each, with the same values in it',
  (language) => {
    const english = Object.entries(reportWords('en'));
    for (const [group, texts] of english) {
      const own = reportWords(language)[group as 'frame'] as Record<string, string>;
      expect(Object.keys(own)).toEqual(Object.keys(texts));
      for (const [key, text] of Object.entries(texts)) {
        expect(own[key]?.trim(), `${group}.${key}`).not.toBe('');
        expect(placesIn(own[key] ?? ''), `${group}.${key}`).toEqual(placesIn(text));
      }
    }
  },
);

test('[AAR21] a value is put in as it is, and a name without one stays', () => {
  expect(fill('{a} of {b}', { a: '$& {b}' })).toBe('$& {b} of {b}');
});
