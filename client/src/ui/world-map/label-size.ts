/**
 * How much room a label takes, before it is drawn: reckoned for bold letters of a broad face, so that
 * labels keep apart with any.
 */

const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u;

export interface LabelSize {
  /** In units of the letters' size. */
  readonly width: number;
  readonly lines: number;
}

/** Wrapped into at most `mostLines` lines of `widest`; what is longer is cut off with an ellipsis. */
export function labelSize(text: string, widest: number, mostLines: number): LabelSize {
  const words = wordsOf(text);
  let lines = 1;
  let line = 0;
  let longest = 0;
  for (const word of words) {
    const width = letters(word);
    if (line > 0 && line + width > widest && lines < mostLines) {
      lines++;
      line = 0;
    }
    line += width;
    longest = Math.max(longest, Math.min(line, widest));
  }
  return { width: Math.ceil(longest * 10) / 10, lines };
}

/** Japanese breaks between any two letters, others between words. */
function wordsOf(text: string): string[] {
  return (
    text.match(new RegExp(`${wide.source}|[^\\s${wide.source.slice(1, -1)}]+\\s*|\\s+`, 'gu')) ?? []
  );
}

function letters(word: string): number {
  let width = 0;
  for (const letter of word) {
    if (wide.test(letter)) width += 1;
    else if (/[A-ZMWmw]/.test(letter)) width += 0.8;
    else if (/[\sijltfrI.,'|-]/.test(letter)) width += 0.4;
    else width += 0.65;
  }
  return width;
}
