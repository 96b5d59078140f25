import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MarkdownSketch } from './markdown-sketch';
import { PlainMarkdown } from './plain-markdown';

const scenario: unknown = JSON.parse(
  readFileSync(new URL('../../../scenarios/kestrel-locker/scenario.json', import.meta.url), 'utf8'),
);

/** Every text of it that has paragraphs, in every language. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes('\n\n') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What a reader gets: blocks, bold and slanted words, and the words; blanks and breaks aside. */
const read = (part: typeof PlainMarkdown, text: string) =>
  renderToStaticMarkup(createElement(part, { text }))
    .replace(/<br\/?>/g, '')
    .replace(/<(\/?)h[1-6]>/g, '<$1h>')
    .replace(/<(\/?)(?:hr|blockquote)\/?>/g, '')
    .replace(/\s+/g, '');

test('[MD3] until the reader of Markdown has come, a text stands in the same blocks without its marks', () => {
  const texts = textsIn(scenario);
  expect(texts.length).toBeGreaterThan(100);
  const other = texts.filter((text) => read(MarkdownSketch, text) !== read(PlainMarkdown, text));
  expect(other.map((text) => [read(MarkdownSketch, text), read(PlainMarkdown, text)])).toEqual([]);
});
