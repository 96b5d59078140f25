/** Whether every text is there in every language, and is what it says it is. */
import { isInWrongScript, lengthBounds, plainWords } from './languages.js';
import type { LintRule } from './rule.js';
import { listed } from './words.js';

/** Shorter texts say too little to be compared by length. */
const worthMeasuring = 80;
/** That many plain words in common are no accident. */
const tooMuchInCommon = 6;

const placeholder =
  /\b(?:TODO|FIXME|TKTK)\b|\blorem ipsum\b|\[(?:insert|placeholder|translate|translation|text here)\b[^\]]*\]|\{\{[^}]*\}\}|要翻訳|翻訳待ち|ダミーテキスト/iu;

export const translationRules: readonly LintRule[] = [
  {
    code: 'translation/missing',
    severity: 'warning',
    meaning:
      'The scenario promises these languages, but a text lacks some of them. Whoever reads that language sees the text in the default language, marked as such.',
    mend: 'Add the translations, or take the language out of "languages".',
    *find({ scenario, texts }) {
      const lacking = new Map<string, { first: string; fields: string[] }>();
      for (const { path, text } of texts) {
        // A sign or a number needs no translation.
        const isWords = /\p{L}/u.test(typeof text === 'string' ? text : Object.values(text).join());
        const has = typeof text === 'string' ? [scenario.defaultLanguage] : Object.keys(text);
        const languages = scenario.languages.filter((language) => !has.includes(language));
        if (languages.length === 0 || !isWords) continue;
        const [part, field] = partOf(path);
        const key = `${part} ${languages.join(', ')}`;
        const group = lacking.get(key) ?? { first: path, fields: [] };
        group.fields.push(field);
        lacking.set(key, group);
      }
      for (const [key, { first, fields }] of lacking) {
        const languages = key.slice(key.indexOf(' ') + 1);
        yield { path: first, message: `not in ${languages}: ${listed(fields)}` };
      }
    },
  },
  {
    code: 'translation/alike',
    severity: 'warning',
    meaning: 'A text is the same in two languages, so one of them was probably never translated.',
    mend: 'Translate it. Names and short labels may be alike; the rule looks at longer prose only.',
    *find({ texts }) {
      for (const { path, text } of texts) {
        if (typeof text === 'string') continue;
        const seen = new Map<string, string>();
        for (const [language, words] of Object.entries(text)) {
          const other = seen.get(words.trim());
          if (other !== undefined && plainWords(words).length >= tooMuchInCommon) {
            yield { path: `${path}.${language}`, message: `the same in ${other} and ${language}` };
          }
          seen.set(words.trim(), language);
        }
      }
    },
  },
  {
    code: 'translation/wrong-script',
    severity: 'warning',
    meaning:
      'A text is not written in the letters of its language: Japanese without any kana or kanji, or English in kana.',
    mend: 'Translate it, or put it under the language that it is in.',
    *find({ words }) {
      for (const { path, language, words: text } of words) {
        if (isInWrongScript(language, text)) {
          yield { path, message: `this is not written as ${language} is: "${beginningOf(text)}"` };
        }
      }
    },
  },
  {
    code: 'translation/placeholder',
    severity: 'warning',
    meaning: 'A text still holds something that was to be replaced: TODO, lorem ipsum, {{…}}.',
    mend: 'Write the text.',
    *find({ words }) {
      for (const { path, words: text } of words) {
        const found = placeholder.exec(text);
        if (found !== null) yield { path, message: `"${found[0]}" was left in the text` };
      }
    },
  },
  {
    code: 'translation/length',
    severity: 'warning',
    meaning:
      'A translation is far longer or shorter than the text it translates, so something was probably left out or added.',
    mend: 'Compare the two. Japanese usually takes 0.3 to 0.6 of the characters of English, Filipino 0.8 to 1.4.',
    *find({ scenario, texts }) {
      for (const { path, text } of texts) {
        if (typeof text === 'string') continue;
        const original = text[scenario.defaultLanguage];
        if (original === undefined) continue;
        for (const [language, words] of Object.entries(text)) {
          if (language === scenario.defaultLanguage) continue;
          if (Math.max(original.length, words.length) < worthMeasuring) continue;
          const { least, most } = lengthBounds(scenario.defaultLanguage, language);
          const ratio = words.length / original.length;
          if (ratio >= least && ratio <= most) continue;
          yield {
            path: `${path}.${language}`,
            message: `${words.length} characters for ${original.length} in ${scenario.defaultLanguage}`,
          };
        }
      }
    },
  },
];

/** The element a text belongs to, and the rest of its path: `injects[3]`, `choices[0].label`. */
function partOf(path: string): [string, string] {
  const [, part = '', field = ''] = /^([a-zA-Z]+(?:\[\d+\])?)\.?(.*)$/.exec(path) ?? [];
  return field === '' ? ['', part] : [part, field];
}

function beginningOf(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}
