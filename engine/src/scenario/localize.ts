/** Prose in several languages, and which of them a viewer gets. */
import { z } from 'zod';

export const languageTagSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as "en", "ja" or "fil"');

/** Longest single text in characters. */
export const maxTextLength = 40_000;

const prose = z.string().max(maxTextLength).regex(/\S/, 'a text needs at least one character');

export const localizedTextSchema = z
  .union([
    prose,
    z
      .record(languageTagSchema, prose)
      .refine((text) => Object.keys(text).length > 0, 'name at least one language')
      .meta({ minProperties: 1 }),
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

/** Fields of a scenario that hold prose, wherever they stand. */
const proseFields = new Set(
  'title summary name city sector mission role capability target briefing body label rationale action description unit reason question text rule'.split(
    ' ',
  ),
);
const proseLists = new Set(['questions', 'criticalTasks']);

/** Every text that people read, with its path. */
export function* textsOf(
  value: unknown,
  path = '',
): Generator<{ readonly path: string; readonly text: LocalizedText }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const where = Array.isArray(value) ? `${path}[${key}]` : `${path}${path && '.'}${key}`;
    if (proseFields.has(key) && isText(inner) && !isKeyword(key, value)) {
      yield { path: where, text: inner };
    } else if (proseLists.has(key) && Array.isArray(inner)) {
      for (const [index, text] of inner.entries()) {
        if (isText(text)) yield { path: `${where}[${index}]`, text };
      }
    } else {
      yield* textsOf(inner, where);
    }
  }
}

/** What a trigger calls an action is a word of the language, not prose. */
function isKeyword(key: string, owner: object): boolean {
  return key === 'action' && 'kind' in owner && owner.kind === 'without';
}

export function isText(value: unknown): value is LocalizedText {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([language, text]) => typeof text === 'string' && languageTagSchema.safeParse(language).success,
  );
}
