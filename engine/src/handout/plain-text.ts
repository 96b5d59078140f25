/** Markdown as a line of plain words, for tables. */

/** The words of a text, without what is only form. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/(\*\*|__|\*|_|~~|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The beginning of a message: without its banner, its letterhead and the line of date and marking,
 * which stand in columns of their own.
 * @param width in letters of the Latin alphabet; a Japanese one counts as two
 */
export function shorten(markdown: string, width: number): string {
  const paragraphs = markdown.split(/\n\s*\n/).filter((paragraph) => /\S/.test(paragraph));
  const told = paragraphs.filter((paragraph) => !isLetterhead(paragraph.trim().split('\n')));
  return cut(plainText((told.length > 0 ? told : paragraphs).join('\n')), width);
}

/** A few short lines with a marking among them, or nothing but bold lines and "**From:** …". */
function isLetterhead(lines: readonly string[]): boolean {
  const isShort = lines.length < 6 && lines.every((line) => line.length < 100);
  if (isShort && lines.some((line) => line.includes('TLP:'))) return true;
  return lines.every(
    (line) =>
      /^\*\*[^*]+\*\*$/.test(line.trim()) ||
      (lines.length > 1 && /^\*\*[^*]{1,16}[:：]\*\*/.test(line)),
  );
}

/** The first words of a text that fit into so many Latin letters. */
export function cut(text: string, width: number): string {
  const letters = [...text];
  let taken = 0;
  const end = letters.findIndex((letter) => {
    taken += isWide(letter) ? 2 : 1;
    return taken > width;
  });
  if (end === -1) return text;
  const head = letters.slice(0, end).join('');
  // Not in the middle of a word, where there are words.
  return `${head.replace(/\s+[^\s\u3000-\uffef]*$/u, '').replace(/[\s,;:、。]+$/u, '')} …`;
}

function isWide(letter: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(
    letter,
  );
}
