/** Findings for people at a terminal. */
import { styleText } from 'node:util';
import { isAtLeast, type Severity } from '@trilogue/engine/lint/finding';
import { type CheckedFile, type PlacedFinding, totalsOf } from './check-file.js';

/** Findings of one code and file that are printed; the rest are counted. */
const mostOfACode = 20;

/** Whether to colour is decided before; Node need not look at the terminal once more. */
const unasked = { validateStream: false } as const;

const colours = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

/** `file:line:column  severity  code  message; hint`, a line each, and a summary. */
export function textReport(
  files: readonly CheckedFile[],
  lowest: Severity,
  isColoured: boolean,
): string {
  const lines = files.flatMap((file) => linesOf(file, lowest, isColoured));
  const { error, warning, note } = totalsOf(files);
  const what = files.length === 1 ? files[0]?.name : `${files.length} files`;
  const counts = [count(error, 'error'), count(warning, 'warning'), count(note, 'note')];
  return [...lines, `${what}: ${counts.join(', ')}`].join('\n');
}

function linesOf({ name, findings }: CheckedFile, lowest: Severity, isColoured: boolean): string[] {
  const told = new Map<string, number>();
  const lines: string[] = [];
  for (const finding of findings.filter(({ severity }) => isAtLeast(severity, lowest))) {
    const already = told.get(finding.code) ?? 0;
    told.set(finding.code, already + 1);
    if (already < mostOfACode) lines.push(lineOf(name, finding, isColoured));
  }
  for (const [code, total] of told) {
    if (total > mostOfACode) lines.push(`${name}: and ${total - mostOfACode} more of ${code}`);
  }
  return lines;
}

function lineOf(
  name: string,
  { line, column, severity, code, path, message, hint }: PlacedFinding,
  isColoured: boolean,
): string {
  const shown = isColoured ? styleText(colours[severity], severity, unasked) : severity;
  const advice = hint === undefined ? '' : `; ${hint}`;
  // What is not there has no place of its own: only its path names it.
  const where = code === 'scenario/missing-field' ? ` at ${oneLine(path)}` : '';
  return `${name}:${line}:${column}  ${shown}  ${code}${where}  ${oneLine(message)}${oneLine(advice)}`;
}

/** What is quoted from a file must neither break the line nor steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
