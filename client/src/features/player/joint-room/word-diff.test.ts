import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closestText, diffWords } from './word-diff';

const marked = (before: string, after: string, language = 'en') =>
  diffWords(before, after, language)
    .map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind])
    .join('');

test('[DIFF1] changed words are told from those that stayed', () => {
  expect(marked('No data left the ports.', 'Some data left the ports.')).toBe(
    '-No -+Some +data left the ports.',
  );
  expect(marked('We agree.', 'We fully agree.')).toBe('We +fully +agree.');
  expect(marked('one two', 'one two')).toBe('one two');
  expect(marked('It was made possible by a lapse.', 'It used a lapse.')).toBe(
    'It -was made possible by -+used +a lapse.',
  );
});

test('[DIFF2] Japanese is compared word by word, though it has no blanks', () => {
  expect(marked('貨物の流れは平常に戻った。', '貨物の流れは徐々に戻った。', 'ja')).toMatch(
    /^貨物の流れは-.+-\+.+\+戻った。$/,
  );
});

test('[DIFF3] whatever the texts, the parts make up the old one and the new one', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', 'は', '。', '\n', 'long'), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [a.join(''), b.join('')];
      const parts = diffWords(before, after, 'ja');
      const without = (kind: string) =>
        parts
          .filter((part) => part.kind !== kind)
          .map((part) => part.text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});

test('[DIFF4] of a first version in several languages, the one the next was written from is compared', () => {
  const texts = [
    'Cargo is back to normal.',
    '貨物の流れは平常に戻った。',
    'Balik na sa normal ang kargamento.',
  ];
  expect(closestText(texts, '貨物の流れは徐々に戻っている。', 'ja')).toBe(texts[1]);
  expect(closestText(texts, 'Balik na ang kargamento.', 'fil')).toBe(texts[2]);
  expect(closestText([], 'x', 'en')).toBe('');
});
