/** The rows of a table as events: texts by what they mean, and the rest as notes. */
import { scenarioLimits } from '../../scenario/limits.js';
import { cleanText } from '../clean-text.js';
import { type Findings, quote } from '../finding.js';
import { type HtmlReader, looksLikeHtml, readHtml } from '../html.js';
import { importLimits } from '../import-limits.js';
import { unguardCell } from './cell-guard.js';
import { columnOf, type MselField } from './msel-columns.js';
import type { MselMapping } from './msel-mapping.js';
import {
  type CellValue,
  cellName,
  cellText,
  columnLetters,
  isBlankCell,
  rowName,
  type Table,
} from './table.js';

export interface MselEntry {
  /** "row 7". */
  readonly where: string;
  /** Cells that are not blank, by what they mean. */
  readonly texts: Readonly<Partial<Record<MselField, string>>>;
  readonly time: { readonly cell: CellValue; readonly where: string };
  readonly scenarioTime: { readonly cell: CellValue; readonly where: string };
  /** "Responsible controller: SimCell" and whatever else has no place of its own. */
  readonly notes: readonly string[];
}

/** What goes to the notes as it is, with its column's name. */
const noteFields = new Set<MselField>(['notes', 'controller', 'status', 'actualTime']);

/**
 * Errors: `msel/too-many-rows`, `msel/no-rows`. Others: `msel/blank-rows`, `msel/row-without-text`,
 * `msel/skipped-column`, and those of `cleanText` and `readHtml`.
 */
export function readEntries(
  table: Table,
  mapping: MselMapping,
  html: HtmlReader,
  findings: Findings,
): MselEntry[] {
  const first = mapping.headerRow === null ? 0 : mapping.headerRow + 1;
  if (table.rows.length > importLimits.rows) {
    findings.error(
      'msel/too-many-rows',
      '',
      `${table.rows.length} rows; at most ${importLimits.rows} are read`,
    );
    return [];
  }
  const entries: MselEntry[] = [];
  let blank = 0;
  let last = first - 1;
  table.rows.forEach((row, index) => {
    if (index < first) return;
    if (row.every((cell) => isBlankCell(cell))) {
      blank++;
      return;
    }
    last = index;
    const entry = readEntry(table, index, mapping, html, findings);
    if (entry !== null) entries.push(entry);
  });
  const between = blank - (table.rows.length - 1 - last);
  if (between > 0) {
    findings.note(
      'msel/blank-rows',
      '',
      `${between} blank rows between others`,
      'they were passed over',
    );
  }
  tellSkipped(table, mapping, first, findings);
  if (entries.length === 0) findings.error('msel/no-rows', '', 'there is no row with an event');
  if (entries.length > scenarioLimits.injects) {
    findings.error(
      'msel/too-many-rows',
      '',
      `${entries.length} events; a scenario holds ${scenarioLimits.injects}`,
    );
  }
  return entries;
}

function readEntry(
  table: Table,
  row: number,
  mapping: MselMapping,
  html: HtmlReader,
  findings: Findings,
): MselEntry | null {
  const texts: Partial<Record<MselField, string>> = {};
  const notes: string[] = [];
  const cells: Partial<Record<MselField, { cell: CellValue; where: string }>> = {};
  const isOwn = [...mapping.columns.values()].includes('injectKey');
  (table.rows[row] ?? []).forEach((cell, column) => {
    const field = mapping.columns.get(column);
    if (field === 'skip' || isBlankCell(cell)) return;
    const where = cellName(table, row, column);
    const text = textOfCell(cell, table, where, isOwn, html, findings);
    if (text.trim() === '') return;
    if (field === undefined || noteFields.has(field)) {
      const heading =
        mapping.headings.get(column) ??
        (field === undefined || field === 'notes'
          ? `Column ${columnLetters(column)}`
          : columnOf(field).heading.en);
      notes.push(`${heading}: ${text}`);
      return;
    }
    texts[field] = text;
    cells[field] = { cell: typeof cell === 'string' ? text : cell, where };
  });
  const where = rowName(table, row);
  const says = texts.title ?? texts.body ?? texts.expectedAction;
  if (says === undefined) {
    const rest = [...Object.values(texts), ...notes].join(' · ');
    findings.warn(
      'msel/row-without-text',
      where,
      `neither a title nor a message: ${quote(rest, 120)}`,
      'it was left out',
    );
    return null;
  }
  const none = { cell: null, where };
  return {
    where,
    texts,
    notes,
    time: cells.time ?? none,
    scenarioTime: cells.scenarioTime ?? none,
  };
}

function textOfCell(
  cell: CellValue | undefined,
  { form }: Table,
  where: string,
  isOwn: boolean,
  html: HtmlReader,
  findings: Findings,
): string {
  const raw = cellText(cell);
  const text = form === 'sheet' ? unguardCell(raw) : raw;
  // What this product wrote is Markdown, whatever it looks like.
  if (!isOwn && looksLikeHtml(text)) return readHtml(text, where, html, findings);
  return cleanText(text, where, findings);
}

function tellSkipped(table: Table, mapping: MselMapping, first: number, findings: Findings): void {
  for (const [column, field] of mapping.columns) {
    if (field !== 'skip') continue;
    const filled = table.rows.slice(first).filter((row) => !isBlankCell(row[column])).length;
    findings.note(
      'msel/skipped-column',
      `column ${columnLetters(column)}`,
      `${filled} cells`,
      'they were left out, as asked',
    );
  }
}
