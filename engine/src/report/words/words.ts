/** The words around what happened, in each language that a take-away comes in. */

import type { Shape } from '../../handout/words/shape.js';
import type { HandoutLanguage } from '../../handout/words/words.js';
import { enReport } from './en.js';
import { filReport } from './fil.js';
import { jaReport } from './ja.js';

/** Whatever English says, every other language has to say: a missing key does not compile. */
export type ReportWords = Shape<typeof enReport>;

const dictionaries: { readonly [Language in HandoutLanguage]: ReportWords } = {
  en: enReport,
  ja: jaReport,
  fil: filReport,
};

export function reportWords(language: HandoutLanguage): ReportWords {
  return dictionaries[language];
}

/** Puts values into a sentence's `{names}`; a name without a value stays as it is. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
