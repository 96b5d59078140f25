/** What every part of an OpenAEV export is read by. */
import { cleanText } from '../clean-text.js';
import type { Draft } from '../draft.js';
import { type HtmlReader, looksLikeHtml, readHtml } from '../html.js';
import { type JsonRecord, listOf, recordOf, textOf } from '../json-shape.js';

export type OpenaevPrefix = 'exercise_' | 'scenario_' | 'inject_';

export interface SourceEntry {
  readonly record: JsonRecord;
  /** "exercise_teams[1]". */
  readonly where: string;
}

export class OpenaevSource {
  readonly draft: Draft;
  readonly root: JsonRecord;
  readonly prefix: OpenaevPrefix;
  readonly #html: HtmlReader;
  readonly #tags: ReadonlyMap<string, string>;

  constructor(draft: Draft, root: JsonRecord, prefix: OpenaevPrefix, html: HtmlReader) {
    this.draft = draft;
    this.root = root;
    this.prefix = prefix;
    this.#html = html;
    this.#tags = new Map(
      listOf(root, `${prefix}tags`).flatMap((value) => {
        const tag = recordOf(value);
        const id = textOf(tag, 'tag_id');
        return id === null ? [] : [[id, textOf(tag, 'tag_name') ?? id] as const];
      }),
    );
  }

  /** Entries of "exercise_<part>", each id once. Findings: `openaev/duplicate-id`, `openaev/part-left-out`. */
  entries(part: string, idField: string): SourceEntry[] {
    const list = `${this.prefix}${part}`;
    const values = listOf(this.root, list);
    const seen = new Map<string, number>();
    return values.flatMap((value, index): SourceEntry[] => {
      const where = `${list}[${index}]`;
      const record = recordOf(value);
      if (record === null) {
        this.draft.findings.warn(
          'openaev/part-left-out',
          where,
          'it is no object',
          'it was left out',
        );
        return [];
      }
      const id = textOf(record, idField);
      const earlier = id === null ? undefined : seen.get(id);
      if (earlier !== undefined) {
        const isSame = JSON.stringify(record) === JSON.stringify(values[earlier]);
        this.draft.findings.warn(
          'openaev/duplicate-id',
          where,
          `the same id as ${list}[${earlier}]${isSame ? ', and the same content' : ''}`,
          'the first was kept',
        );
        return [];
      }
      if (id !== null) seen.set(id, index);
      return [{ record, where }];
    });
  }

  /** Names of tags, joined; empty for none. */
  tagNames(ids: readonly string[]): string {
    return ids.map((id) => this.#tags.get(id) ?? id).join(', ');
  }

  /** Markdown or plain text, of HTML where it is that. */
  text(raw: string, where: string): string {
    return looksLikeHtml(raw)
      ? readHtml(raw, where, this.#html, this.draft.findings)
      : cleanText(raw, where, this.draft.findings);
  }
}
