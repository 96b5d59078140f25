/** HTML of a source as Markdown, with everything that acts or leads anywhere by itself gone. */
import type { ReadHtml } from '@trilogue/engine/interop/html';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import { safeHtml } from './safe-html.js';

export function htmlToMarkdown(raw: string): ReadHtml {
  const { html, leftOut } = safeHtml(raw);
  const markdown = NodeHtmlMarkdown.translate(html, {
    bulletMarker: '-',
    maxConsecutiveNewlines: 2,
  });
  return {
    // A text that spoke of tags speaks of them still; none of it is one.
    markdown: markdown.replace(/(?<!\\)<(?=[a-z/!?])/gi, '\\<').trim(),
    leftOut: [...leftOut].map(([what, count]) => `${count} × ${what}`),
  };
}
