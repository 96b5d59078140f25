/** What can be told of a language by looking at its letters. */

/** Scripts by language tag; a language not named here is taken to be written in Latin letters. */
const scripts: Readonly<Record<string, RegExp>> = {
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  zh: /\p{Script=Han}/u,
  ko: /\p{Script=Hangul}/u,
  th: /\p{Script=Thai}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  el: /\p{Script=Greek}/u,
};
const latin = /\p{Script=Latin}/u;

/** Languages that say as much in fewer characters. */
const dense = new Set(['ja', 'zh', 'ko']);

function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}

/** Whether a text has hardly any letter of its language's script. Names and labels prove nothing. */
export function isInWrongScript(language: string, words: string): boolean {
  const own = scripts[baseOf(language)];
  if (own !== undefined) return !own.test(words) && plainWords(words).length >= 2;
  const letters = [...words].filter((letter) => /\p{L}/u.test(letter));
  const foreign = letters.filter((letter) => !latin.test(letter));
  // A quotation in another script is none.
  return letters.length >= 4 && foreign.length > letters.length / 2;
}

/** Words that are neither names nor labels nor ids: those that begin with a small Latin letter. */
export function plainWords(words: string): string[] {
  return words
    .split(/[^\p{L}\p{N}@./_:-]+/u)
    .filter((word) => /^\p{Ll}[\p{Ll}'’-]*[.:]?$/u.test(word));
}

/** By how much a translation may be longer or shorter than its original, counted in characters. */
export function lengthBounds(from: string, to: string): { least: number; most: number } {
  const [isDenseFrom, isDenseTo] = [dense.has(baseOf(from)), dense.has(baseOf(to))];
  if (isDenseFrom === isDenseTo) return { least: 0.45, most: 2.2 };
  return isDenseTo ? { least: 0.15, most: 1.2 } : { least: 1 / 1.2, most: 1 / 0.15 };
}
