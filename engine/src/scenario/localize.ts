/** Prose in several languages, and which of them a viewer gets. */
import { z } from 'zod';

/** Languages the interface speaks. A scenario may add others. */
export const interfaceLanguages = ['en', 'ja', 'fil'] as const;

export const languageTagSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en", "ja" or "fil"');

/** Longest single text in characters. */
export const maxTextLength = 40_000;

const prose = z.string().min(1).max(maxTextLength);

export const localizedTextSchema = z
  .union([
    prose,
    z
      .record(languageTagSchema, prose)
      .refine((text) => Object.keys(text).length > 0, 'name at least one language'),
  ])
  .meta({
    id: 'LocalizedText',
    description:
      'Prose: a plain string in the scenario’s default language, or one text per language: { "en": "…", "ja": "…", "fil": "…" }.',
  });

/** A plain string is in the scenario's default language; a record names the language of each text. */
export type LocalizedText = z.infer<typeof localizedTextSchema>;

export interface Localized {
  readonly text: string;
  /** Language that `text` is in. */
  readonly language: string;
  /** True when the viewer's language was missing and another had to serve. */
  readonly isFallback: boolean;
}

/**
 * The text a viewer reads: theirs, else the scenario's default language, else whichever there is.
 * `isFallback` lets a screen mark a text that is not in the viewer's language.
 */
export function localize(
  text: LocalizedText,
  language: string,
  defaultLanguage: string,
): Localized {
  if (typeof text === 'string') {
    return { text, language: defaultLanguage, isFallback: language !== defaultLanguage };
  }
  const own = text[language];
  if (own !== undefined) return { text: own, language, isFallback: false };
  const usual = text[defaultLanguage];
  if (usual !== undefined) return { text: usual, language: defaultLanguage, isFallback: true };
  const [first] = Object.entries(text);
  return first === undefined
    ? { text: '', language: defaultLanguage, isFallback: true }
    : { text: first[1], language: first[0], isFallback: true };
}
