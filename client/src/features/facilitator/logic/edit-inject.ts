/** What an edited inject says differently from before: only that is sent. */
import type { Submit } from '@trilogue/engine/protocol/socket';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { AttachmentView } from '@trilogue/engine/views/attachment-view';
import type { FacilitatorInject } from '@trilogue/engine/views/facilitator-view';

/** By language. */
export type Texts = Readonly<Record<string, string>>;

export interface FileDraft {
  /** As the server calls it. */
  readonly file: string;
  readonly isPicture: boolean;
  readonly title: Texts;
  /** What a picture shows. */
  readonly alt: Texts;
}

export interface InjectDraft {
  readonly title: Texts;
  readonly body: Texts;
  readonly tlp: FacilitatorInject['tlp'];
  readonly files: readonly FileDraft[];
}

type EditInject = Extract<Submit['command'], { type: 'EditInject' }>;
export type InjectChanges = Partial<Pick<EditInject, 'title' | 'body' | 'tlp' | 'attachments'>>;

export function textsOf(text: LocalizedText, defaultLanguage: string): Texts {
  return typeof text === 'string' ? { [defaultLanguage]: text } : { ...text };
}

export function filesOf(
  attachments: readonly AttachmentView[],
  defaultLanguage: string,
): readonly FileDraft[] {
  return attachments.map(({ file, title, alt }) => ({
    file,
    isPicture: !file.endsWith('.pdf'),
    title: textsOf(title, defaultLanguage),
    alt: alt === null ? {} : textsOf(alt, defaultLanguage),
  }));
}

/**
 * Null where nothing is different, or where a title, a text or a file would be left without words. A
 * language that was emptied is dropped.
 */
export function changesOf(before: InjectDraft, after: InjectDraft): InjectChanges | null {
  const title = written(after.title);
  const body = written(after.body);
  const files = after.files.map(toAttachment);
  if ([title, body, ...files.map((file) => file.title)].some(isEmpty)) return null;
  const hadFiles = JSON.stringify(before.files.map(toAttachment));
  const changes: InjectChanges = {
    ...(isSame(written(before.title), title) ? {} : { title }),
    ...(isSame(written(before.body), body) ? {} : { body }),
    ...(before.tlp === after.tlp ? {} : { tlp: after.tlp }),
    ...(hadFiles === JSON.stringify(files) ? {} : { attachments: files }),
  };
  return isEmpty(changes) ? null : changes;
}

function toAttachment({ file, title, alt }: FileDraft) {
  const words = written(alt);
  return { file, title: written(title), ...(isEmpty(words) ? {} : { alt: words }) };
}

/** By language, always in one order. */
function written(texts: Texts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts)
      .flatMap(([language, text]): [string, string][] => {
        const trimmed = text.trim();
        return trimmed === '' ? [] : [[language, trimmed]];
      })
      .sort(([one], [other]) => one.localeCompare(other)),
  );
}

function isEmpty(of: object): boolean {
  return Object.keys(of).length === 0;
}

function isSame(one: Texts, other: Texts): boolean {
  const languages = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...languages].every((language) => one[language] === other[language]);
}
