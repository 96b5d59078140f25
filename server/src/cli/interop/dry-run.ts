/** A test run of a list's import: what each column means, and what is wrong in which row. */
import { type Finding, formatFinding } from '@trilogue/engine/interop/finding';
import type { MselResult } from '@trilogue/engine/interop/msel/msel-draft';
import { columnLetters } from '@trilogue/engine/interop/msel/table';
import { countSeverities } from './import-output.js';

/** As JSON: the columns, and findings by row and of the file as a whole. */
export function dryRunReport(
  result: MselResult,
  findings: readonly Finding[],
  format: 'text' | 'json',
): string {
  const { counts, mapping } = result;
  const columns = [...mapping.columns]
    .sort(([a], [b]) => a - b)
    .map(([column, field]) => ({
      column: columnLetters(column),
      heading: mapping.headings.get(column) ?? null,
      field,
    }));
  const rows = groupByRow(findings);
  const whole = findings.filter(({ where }) => rowOf(where) === null);
  if (format === 'json') {
    return `${JSON.stringify({ headerRow: mapping.headerRow === null ? null : mapping.headerRow + 1, by: mapping.by, columns, counts, rows, findings: whole }, null, 2)}\n`;
  }
  const lines = [
    headline(result),
    ...columns.map(
      ({ column, heading, field }) =>
        `  ${column.padEnd(3)} ${field}${heading === null ? '' : `  ← ${heading.replace(/\s+/g, ' ').slice(0, 60)}`}`,
    ),
    '',
    rows.length === 0 ? 'No row has anything to object to.' : 'Row by row:',
    ...rows.flatMap(({ row, findings: own }) => [
      `  ${row}`,
      ...own.map((finding) => `    ${lineOf(finding)}`),
    ]),
    '',
    ...(whole.length === 0
      ? []
      : ['The file as a whole:', ...whole.map((finding) => `    ${formatFinding(finding)}`), '']),
    `${counts.events ?? 0} events in ${counts.rows ?? 0} rows: ${countSeverities(findings)}. Nothing was made.`,
  ];
  return `${lines.join('\n')}\n`;
}

function headline({ mapping, form }: MselResult): string {
  if (mapping.headerRow === null) return 'Columns, told by where they stand:';
  if (form === 'list') return 'Fields:';
  return `Columns, by the headings in row ${mapping.headerRow + 1}:`;
}

function lineOf({ code, severity, where, message, done }: Finding): string {
  const column = /, (column [A-Z]+|"[^"]*")/.exec(where)?.[1];
  return `${severity} ${code}${column === undefined ? '' : ` in ${column}`}: ${message}${done === '' ? '' : `; ${done}`}`;
}

/** "row 7" of "row 7, column C"; null for what is about several rows or none. */
function rowOf(where: string): string | null {
  return /^((?:row|entry) \d+)(?:,[^;]*)?$/.exec(where)?.[1] ?? null;
}

function groupByRow(findings: readonly Finding[]): { row: string; findings: Finding[] }[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const row = rowOf(finding.where);
    if (row === null) continue;
    groups.set(row, [...(groups.get(row) ?? []), finding]);
  }
  return [...groups]
    .map(([row, own]) => ({ row, findings: own }))
    .sort((a, b) => numberIn(a.row) - numberIn(b.row));
}

function numberIn(row: string): number {
  return Number(/\d+/.exec(row)?.[0] ?? 0);
}
