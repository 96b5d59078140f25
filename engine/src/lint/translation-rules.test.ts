import { describe, expect, test } from 'vitest';
import {
  type File,
  findingsAfter,
  injectOf,
  type LintCase,
  outcomeOf,
  untried,
} from '../testing/sound-scenario.js';
import { isInWrongScript } from './languages.js';
import { translationRules } from './translation-rules.js';

/** The body of an inject in one language. */
const body = (language: string, words: string) => (file: File) => {
  injectOf(file, 'what-do-you-know').body[language] = `EXERCISE EXERCISE EXERCISE ${words}`;
};

const cases: readonly LintCase[] = [
  [
    'translation/missing',
    'two texts of one inject lack Japanese, one all but English',
    (file) => {
      const inject = injectOf(file, 'what-do-you-know');
      delete inject.title.ja;
      delete inject.body.ja;
      inject.expectations[0].action = 'Say what you see.';
    },
    'injects[1].title: not in ja: "title" and "body"',
    'injects[1].expectations[0].action: not in ja, fil: "expectations[0].action"',
  ],
  [
    'translation/alike',
    'Filipino is the English',
    (file) => {
      const { title } = file;
      title.en = 'What the port knew before the others did';
      title.fil = title.en;
    },
    'title.fil: the same in en and fil',
  ],
  [
    'translation/wrong-script',
    'Japanese without a kana',
    body('ja', 'please report what you see'),
    'injects[1].body.ja: this is not written as ja is: "EXERCISE EXERCISE EXERCISE please repor…"',
  ],
  [
    'translation/wrong-script',
    'English in kana',
    (file) => {
      file.phases[0].title.en = 'はじめの一時間';
    },
    'phases[0].title.en: this is not written as en is: "はじめの一時間"',
  ],
  [
    'translation/placeholder',
    'to be done',
    body('en', 'TODO: the numbers of this morning'),
    'injects[1].body.en: "TODO" was left in the text',
  ],
  [
    'translation/placeholder',
    'a field of a template',
    body('fil', 'Kumusta {{name}}, ano ang nakikita ninyo ngayon?'),
    'injects[1].body.fil: "{{name}}" was left in the text',
  ],
  [
    'translation/placeholder',
    'to be translated',
    body('ja', '要翻訳：今朝の数字'),
    'injects[1].body.ja: "要翻訳" was left in the text',
  ],
  [
    'translation/length',
    'Japanese longer than the English',
    body('ja', 'これは長い文です。'.repeat(30)),
    'injects[1].body.ja: 297 characters for 110 in en',
  ],
  [
    'translation/length',
    'half a sentence for a page',
    body('fil', 'Oo.'),
    'injects[1].body.fil: 30 characters for 110 in en',
  ],
];

describe('translations', () => {
  for (const [code, why, change, ...found] of cases) {
    test(`[LINT10] ${code}: ${why}`, () => expect(outcomeOf(code, change)).toEqual(found));
  }

  test('[LINT10] every rule of translations has a case that trips it', () => {
    expect(untried(translationRules, cases)).toEqual([]);
  });

  test('[LINT10] names, labels, numbers and quotations may be alike or in other letters', () => {
    const found = findingsAfter((file) => {
      file.contacts[0].role = {
        en: 'Duty controller, Hoshimi Container Terminal',
        ja: 'Hoshimi Container Terminal 当直',
        fil: 'Duty controller, Hoshimi Container Terminal',
      };
      file.indicators[0].unit = '%';
      file.teams[0].name.ja = 'JP-CERT/CC';
      file.phases[0].title.en = 'The note says 「全員、手を止めて」';
    });
    expect(found).toEqual([]);
  });

  test.each([
    ['ja', 'Harrow Point Terminal', false],
    ['ja', 'restart in order', true],
    ['ja', '再開 in order', false],
    ['ko', '보고하십시오', false],
    ['ko', '報告してください now please', true],
    ['fil', 'Ano ang alam ninyo?', false],
    ['fil', '何が分かっていますか', true],
    ['en', '42 %', false],
  ])('[LINT10] %s: "%s" in the wrong script: %s', (language, words, isWrong) => {
    expect(isInWrongScript(language, words)).toBe(isWrong);
  });
});
