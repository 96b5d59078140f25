/** What an edited inject says differently from before: only that is sent. */
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorInject } from '@trilogue/engine/views/facilitator-view';

/** By language. */
export type Texts = Readonly<Record<string, string>>;

export interface InjectDraft {
  readonly title: Texts;
  readonly body: Texts;
  readonly tlp: FacilitatorInject['tlp'];
}

export interface InjectChanges {
  readonly title?: Record<string, string>;
  readonly body?: Record<string, string>;
  readonly tlp?: FacilitatorInject['tlp'];
}

export function textsOf(text: LocalizedText, defaultLanguage: string): Texts {
  return typeof text === 'string' ? { [defaultLanguage]: text } : { ...text };
}

/** Null where nothing is different, or nothing would be left. A language that was emptied is dropped. */
export function changesOf(before: InjectDraft, after: InjectDraft): InjectChanges | null {
  const title = written(after.title);
  const body = written(after.body);
  if (Object.keys(title).length === 0 || Object.keys(body).length === 0) return null;
  const changes: InjectChanges = {
    ...(isSame(written(before.title), title) ? {} : { title }),
    ...(isSame(written(before.body), body) ? {} : { body }),
    ...(before.tlp === after.tlp ? {} : { tlp: after.tlp }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

function written(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([language, text]) => {
      const trimmed = text.trim();
      return trimmed === '' ? [] : [[language, trimmed]];
    }),
  );
}

function isSame(one: Texts, other: Texts): boolean {
  const languages = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...languages].every((language) => one[language] === other[language]);
}
