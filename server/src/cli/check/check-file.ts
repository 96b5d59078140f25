/** One file's findings, with the line and column of each. */
import type { Finding, Severity } from '@trilogue/engine/lint/finding';
import { checkScenario } from '@trilogue/engine/lint/lint';
import type { LintOptions } from '@trilogue/engine/lint/lint-context';
import { Locator, type Place } from './locate.js';

export interface PlacedFinding extends Finding, Place {}

export interface CheckedFile {
  /** As the person named it; "<stdin>" for what was piped in. */
  readonly name: string;
  readonly findings: readonly PlacedFinding[];
}

/** Checks the text of a scenario file. Findings come in the order of the file. */
export function checkFile(
  name: string,
  text: string,
  options: Partial<LintOptions> = {},
): CheckedFile {
  const { findings } = checkScenario(text, options);
  // The parser that finds places calls itself, so it can't read what is too deep.
  const isReadable = !findings.some(({ code }) => tooMuch.has(code)) && !isTooDeep(text);
  const locator = new Locator(isReadable ? text : '');
  const placed = findings.map((finding) => ({
    ...finding,
    ...(finding.code === 'scenario/not-json' ? locator.brokenAt : locator.placeOf(finding.path)),
  }));
  const doubled = locator.duplicates.map(({ path, name: field, place }) => ({
    code: 'scenario/duplicate-key',
    severity: 'error' as const,
    path,
    message: `"${field}" is given twice; only the last counts`,
    hint: 'merge the two, or take one out',
    ...place,
  }));
  return {
    name,
    findings: [...placed, ...doubled].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

const tooMuch: ReadonlySet<string> = new Set(['scenario/too-large', 'scenario/too-deep']);

/** Of text that need not be JSON: brackets in strings count too, which does no harm. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[{\]}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

/** Levels that the parser reads with ease, far more than any scenario has. */
const deepest = 500;

export type Totals = Readonly<Record<Severity, number>>;

export function totalsOf(files: readonly CheckedFile[]): Totals {
  const totals = { error: 0, warning: 0, note: 0 };
  for (const { findings } of files) for (const { severity } of findings) totals[severity]++;
  return totals;
}
