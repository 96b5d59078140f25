/** Text of a source made fit for a scenario: what can't be shown is taken out and told. */
import { maxTextLength } from '../scenario/localize.js';
import { type Findings, quote } from './finding.js';
import { importLimits } from './import-limits.js';

/** Control characters but for line feed and tab, and half characters. */
const unprintable = /[^\P{Cc}\n\t]|\p{Cs}/gu;
/** Marks that turn the direction of what follows, and so can make a text read as another. */
const turning = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Line ends become "\n"; control characters and marks that turn the reading direction go, and what
 * is longer than a scenario's text may be is cut. Each of these but the first is a finding:
 * `import/control-characters`, `import/direction-marks`, `import/text-cut`.
 */
export function cleanText(raw: string, where: string, findings: Findings): string {
  let text = raw.replace(/\r\n?/g, '\n');
  text = without(text, unprintable, (count) =>
    findings.warn(
      'import/control-characters',
      where,
      `${count} characters that can't be shown`,
      'they were taken out',
    ),
  );
  text = without(text, turning, (count) =>
    findings.warn(
      'import/direction-marks',
      where,
      `${count} marks that turn the reading direction`,
      'they were taken out',
    ),
  );
  if (text.length <= maxTextLength) return text;
  findings.warn(
    'import/text-cut',
    where,
    `a text of ${text.length} characters`,
    `the first ${maxTextLength} were kept`,
  );
  return cut(text, maxTextLength);
}

/**
 * A title: one line, of at most `importLimits.titleLength` characters. `rest` is the whole of it
 * where it had to be shortened, for the body. Findings: those of `cleanText`, `import/long-title`.
 */
export function cleanTitle(
  raw: string,
  where: string,
  findings: Findings,
): { readonly title: string; readonly rest: string | null } {
  const whole = cleanText(raw, where, findings).replace(/\s+/g, ' ').trim();
  if (whole.length <= longTitle) return { title: whole, rest: null };
  const isCut = whole.length > importLimits.titleLength;
  findings.note(
    'import/long-title',
    where,
    `a title of ${whole.length} characters: ${quote(whole, 60)}`,
    isCut ? 'it was shortened; the whole of it stands in the text' : 'it was kept as it is',
  );
  if (!isCut) return { title: whole, rest: null };
  return { title: `${cut(whole, importLimits.titleLength - 1)}…`, rest: whole };
}

/** Longer ones don't fit a line of any list. */
const longTitle = 90;

/** At most so many characters, without half a character at the end. */
export function cut(text: string, length: number): string {
  const short = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

export function isBlank(text: string): boolean {
  return !/\S/.test(text);
}

function without(text: string, pattern: RegExp, tell: (count: number) => void): string {
  let count = 0;
  const kept = text.replace(pattern, () => {
    count++;
    return '';
  });
  if (count > 0) tell(count);
  return kept;
}
