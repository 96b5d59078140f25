/** HTML in a source: what turns it into Markdown is given by whoever reads the file. */
import { cleanText } from './clean-text.js';
import type { Findings } from './finding.js';

export interface ReadHtml {
  /** Markdown without anything that acts or leads anywhere by itself. */
  readonly markdown: string;
  /** What could not be kept, in words: "3 pictures". */
  readonly leftOut: readonly string[];
}

/** Must end quickly whatever it is given. */
export type HtmlReader = (html: string) => ReadHtml;

/** A text with tags in it, not one that only speaks of "<" or of an address in angle brackets. */
export function looksLikeHtml(text: string): boolean {
  if (!text.includes('<')) return false;
  return /<(?:!doctype|html|body|head|p|br|div|span|a|b|i|u|em|strong|ul|ol|li|table|tr|td|th|h[1-6]|img|font|pre|code|blockquote|script|style|iframe|form|input|svg)(?:\s[^<>]{0,2000})?\/?>/i.test(
    text,
  );
}

/** Findings: `import/html-converted`, `import/html-left-out`, and those of `cleanText`. */
export function readHtml(
  html: string,
  where: string,
  reader: HtmlReader,
  findings: Findings,
): string {
  const { markdown, leftOut } = reader(html);
  findings.note(
    'import/html-converted',
    where,
    `${html.length} characters of HTML`,
    'they became Markdown',
  );
  if (leftOut.length > 0) {
    findings.warn('import/html-left-out', where, leftOut.join(', '), 'they were left out');
  }
  return cleanText(markdown, where, findings);
}
