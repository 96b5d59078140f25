/** A text in exactly one language, without falling back: null where it is not translated. */
import type { LocalizedText } from '@trilogue/engine/scenario/localize';

export function textIn(
  text: LocalizedText,
  language: string,
  defaultLanguage: string,
): string | null {
  if (typeof text === 'string') return language === defaultLanguage ? text : null;
  return text[language] ?? null;
}
