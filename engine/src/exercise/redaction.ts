/** Tombstones (law 10): a fact without its texts, of the same shape, that says which are gone. */
import { redactedText } from '../protocol/redaction.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { Fact } from './facts.js';
import { textsOf, withTexts } from './written-fields.js';

/**
 * The fact with a fixed mark in the place of the texts named. What was left empty stays empty, and a
 * text keeps its languages: what follows from a fact never depends on its words. The same fact where
 * all of it is gone already.
 */
export function redact(fact: Fact, fields: readonly string[]): Fact {
  const texts = textsOf(fact);
  const gone = fields.filter((field) => Object.hasOwn(texts, field));
  if (gone.every((field) => fact.redacted?.includes(field))) return fact;
  const marked = Object.fromEntries(gone.map((field) => [field, markOf(texts[field] ?? null)]));
  const redacted = [...new Set([...(fact.redacted ?? []), ...gone])].sort();
  return { ...withTexts(fact, marked), redacted };
}

function markOf(text: LocalizedText | null): LocalizedText | null {
  if (text === null || text === '') return text;
  if (typeof text === 'string') return redactedText;
  return Object.fromEntries(Object.keys(text).map((language) => [language, redactedText]));
}
