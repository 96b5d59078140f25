/**
 * The words of a scenario that people read in their own language, each at a place that names it:
 * "injects/alarm/choices/stay/label", "phases/first/questions/0". One list for all of them.
 */
import type { InjectId } from '../protocol/ids.js';
import type { LocalizedText } from './localize.js';

/** Longest place: phases stand within phases, each with its id. */
export const maxPlaceLength = 1_000;

/** A text, a thing with texts in it, or a list of either. */
type Told = 'text' | { readonly [field: string]: Told } | readonly [Told];

const form = { title: 'text', body: 'text' } as const;

const inject: Told = {
  ...form,
  choices: [{ label: 'text' }],
  variants: [form],
  perRecipient: [form],
  attachments: [{ title: 'text', alt: 'text' }],
};

const phase: Record<string, Told> = { title: 'text', briefing: 'text', questions: ['text'] };
// Phases stand within phases.
phase.phases = [phase];

/**
 * What only the staff read is not in it: expected actions, rationales, criteria, endings, milestones,
 * nor what an objective asks for; and a capability is rated by its name, which stays.
 */
const frame: Told = {
  title: 'text',
  summary: 'text',
  parties: [{ name: 'text', city: 'text' }],
  teams: [{ name: 'text', sector: 'text', mission: 'text' }],
  contacts: [{ name: 'text', role: 'text' }],
  objectives: [{ title: 'text' }],
  phases: [phase],
  assets: [{ name: 'text', sector: 'text', place: { name: 'text' } }],
  indicators: [{ name: 'text', unit: 'text' }],
  items: [{ title: 'text', body: 'text', sanitised: { body: 'text' } }],
  positions: [{ title: 'text', question: 'text', text: 'text', options: [{ label: 'text' }] }],
  obligations: [{ title: 'text', rule: 'text', fields: [{ label: 'text' }] }],
};

export interface Words {
  readonly place: string;
  readonly text: LocalizedText;
}

/** Of one inject, by places within it: "title", "choices/stay/label". */
export function wordsOfInject(value: object): Words[] {
  return [...walk(inject, value, '')];
}

/** All but those of injects. */
export function wordsOfFrame(value: object): Words[] {
  return [...walk(frame, value, '')];
}

/** Whose words a place means, and where within it they stand; null where it is no inject's. */
export function injectAt(place: string): { injectId: InjectId; field: string } | null {
  const [part, id, ...field] = place.split('/');
  if (part !== 'injects' || id === undefined || field.length === 0) return null;
  // An id that no inject has is found nowhere.
  return { injectId: id as InjectId, field: field.join('/') };
}

/** Null where nothing is said there that is translated. */
export function frameTextAt(value: object, place: string): LocalizedText | null {
  return textAt(frame, value, place.split('/'));
}

export function injectTextAt(value: object, place: string): LocalizedText | null {
  return textAt(inject, value, place.split('/'));
}

/** The same with another text there; as it was where there is none. */
export function withFrameText<Value extends object>(
  value: Value,
  place: string,
  text: LocalizedText,
): Value {
  // A text in the place of a text: the shape is kept.
  return withText(frame, value, place.split('/'), text) as Value;
}

export function withInjectText<Value extends object>(
  value: Value,
  place: string,
  text: LocalizedText,
): Value {
  return withText(inject, value, place.split('/'), text) as Value;
}

/** A text with one more language in it. */
export function withLanguage(
  text: LocalizedText,
  defaultLanguage: string,
  language: string,
  words: string,
): LocalizedText {
  const known = typeof text === 'string' ? { [defaultLanguage]: text } : text;
  return { ...known, [language]: words };
}

/** A text as its writers left it in one language, which may be not at all. */
export function withoutLanguage(
  text: LocalizedText,
  loaded: LocalizedText | null,
  defaultLanguage: string,
  language: string,
): LocalizedText {
  const first = typeof loaded === 'string' ? { [defaultLanguage]: loaded } : loaded;
  const words = first?.[language];
  if (words !== undefined) return withLanguage(text, defaultLanguage, language, words);
  if (typeof text === 'string') return text;
  const { [language]: _, ...others } = text;
  return others;
}

function* walk(told: Told, value: unknown, at: string): Generator<Words> {
  if (value === undefined || value === null) return;
  if (told === 'text') {
    yield { place: at, text: value as LocalizedText };
    return;
  }
  for (const [key, inner, within] of entriesOf(told, value)) {
    yield* walk(inner, within, at === '' ? key : `${at}/${key}`);
  }
}

function entriesOf(told: Exclude<Told, 'text'>, value: unknown): [string, Told, unknown][] {
  if (isList(told)) {
    return (value as unknown[]).map((item, index) => [nameOf(item, index), told[0], item]);
  }
  const fields = value as Record<string, unknown>;
  return Object.entries(told).map(([key, inner]) => [key, inner, fields[key]]);
}

function textAt(told: Told, value: unknown, path: readonly string[]): LocalizedText | null {
  const [key, ...rest] = path;
  if (value === undefined || value === null) return null;
  if (key === undefined) return told === 'text' ? (value as LocalizedText) : null;
  if (told === 'text') return null;
  if (isList(told)) {
    const found = (value as unknown[]).find((item, index) => nameOf(item, index) === key);
    return textAt(told[0], found, rest);
  }
  const inner = Object.hasOwn(told, key) ? told[key] : undefined;
  return inner === undefined ? null : textAt(inner, (value as Record<string, unknown>)[key], rest);
}

function withText(
  told: Told,
  value: unknown,
  path: readonly string[],
  text: LocalizedText,
): unknown {
  if (textAt(told, value, path) === null) return value;
  const [key = '', ...rest] = path;
  if (told === 'text') return text;
  if (isList(told)) {
    return (value as unknown[]).map((item, index) =>
      nameOf(item, index) === key ? withText(told[0], item, rest, text) : item,
    );
  }
  const fields = value as Record<string, unknown>;
  // It is known to lead to a text.
  return { ...fields, [key]: withText(told[key] as Told, fields[key], rest, text) };
}

function isList(told: Exclude<Told, 'text'>): told is readonly [Told] {
  return Array.isArray(told);
}

/** What has an id goes by it; all else by its number. */
function nameOf(item: unknown, index: number): string {
  return typeof item === 'object' && item !== null && 'id' in item
    ? String(item.id)
    : String(index);
}
