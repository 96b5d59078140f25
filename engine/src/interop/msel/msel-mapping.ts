/** Which column of a table means what: as asked for, by its heading, or by where it stands. */
import { didYouMean } from '../../scenario/errors.js';
import { type Findings, quote } from '../finding.js';
import { columnOf, type MselField, mselFields } from './msel-columns.js';
import { readTime } from './msel-times.js';
import {
  type CellValue,
  cellText,
  columnIndex,
  columnLetters,
  isBlankCell,
  rowName,
  type Table,
} from './table.js';

export interface MselMapping {
  /** Index of the row that holds the headings; null where there is none. */
  readonly headerRow: number | null;
  /** What each column feeds; "skip" for those left out by request. */
  readonly columns: ReadonlyMap<number, MselField | 'skip'>;
  /** By heading; null where there are none or the column has none. */
  readonly headings: ReadonlyMap<number, string>;
  readonly by: 'headings' | 'position';
}

export interface MappingWish {
  /** Field or "skip" to a column's letters or heading, as `--map` gives them. */
  readonly map: readonly (readonly [field: string, column: string])[];
  /** False: the first row is data. */
  readonly hasHeader: boolean;
}

/** Rows among which headings are looked for. */
const headingRows = 25;

/**
 * Errors: `msel/unknown-field`, `msel/unknown-column`, `msel/nothing-recognised`. Others:
 * `msel/above-headings`, `msel/column-twice`, `msel/column-to-notes`, `msel/by-position`.
 */
export function mapColumns(table: Table, wish: MappingWish, findings: Findings): MselMapping {
  const headerRow = wish.hasHeader ? findHeadings(table, wish) : null;
  const headings = new Map<number, string>();
  if (headerRow !== null) {
    table.rows[headerRow]?.forEach((cell, column) => {
      if (!isBlankCell(cell)) headings.set(column, cellText(cell).trim());
    });
  }
  const columns = new Map<number, MselField | 'skip'>();
  for (const [field, column] of wish.map)
    takeWish([field, column], table, headings, columns, findings);
  if (headerRow !== null) {
    guessByHeading(headings, columns, table, headerRow, findings);
    tellAbove(table, headerRow, findings);
  } else {
    guessByPosition(table, columns, findings);
  }
  const fed = new Set(columns.values());
  if (!fed.has('title') && !fed.has('body')) {
    findings.error(
      'msel/nothing-recognised',
      headerRow === null ? '' : rowName(table, headerRow),
      'no column for a title or a message was found',
      'say which they are: --map title=C,body=D,time=B',
    );
  }
  return { headerRow, columns, headings, by: headerRow === null ? 'position' : 'headings' };
}

function takeWish(
  [field, column]: readonly [string, string],
  table: Table,
  headings: ReadonlyMap<number, string>,
  columns: Map<number, MselField | 'skip'>,
  findings: Findings,
): void {
  if (field !== 'skip' && !(mselFields as string[]).includes(field)) {
    const hint = didYouMean(field, mselFields) ?? `known are ${mselFields.join(', ')}`;
    findings.error('msel/unknown-field', '--map', `"${field}"`, hint);
    return;
  }
  const wanted = plain(column);
  const named = [...headings].find(([, heading]) => plain(heading) === wanted)?.[0];
  const index = named ?? columnIndex(column.trim());
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  if (index === null || index >= width) {
    const hint =
      didYouMean(column, headings.values()) ?? 'give its letters, or its heading as it stands';
    findings.error('msel/unknown-column', '--map', `"${column}"`, hint);
    return;
  }
  columns.set(index, field as MselField | 'skip');
}

/** The row among the first that has most headings, at least two; null for none. */
function findHeadings(table: Table, wish: MappingWish): number | null {
  if (table.form === 'list') return 0;
  const wanted = new Set(wish.map.map(([, column]) => plain(column)));
  let best: number | null = null;
  let most = 1;
  for (let row = 0; row < Math.min(headingRows, table.rows.length); row++) {
    const cells = (table.rows[row] ?? []).filter((cell) => !isBlankCell(cell));
    // An event's row may hold such words too, but it has a time or a number as well.
    if (!cells.every((cell) => typeof cell === 'string' && readTime(cell) === null)) continue;
    const fields = new Set<string>();
    for (const cell of cells) {
      const text = cellText(cell);
      if (wanted.has(plain(text))) fields.add(`wanted ${plain(text)}`);
      const field = text.length <= 60 ? fieldNamed(text)?.field : undefined;
      if (field !== undefined) fields.add(field);
    }
    if (fields.size > most) {
      most = fields.size;
      best = row;
    }
  }
  return best;
}

/** Letters and digits only, of whatever width and case. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '');
}

const exact = new Map<string, MselField>();
for (const field of mselFields) {
  const { heading, aliases, isKey } = columnOf(field);
  if (isKey) continue;
  for (const word of [...Object.values(heading), ...aliases, field]) {
    if (!exact.has(plain(word))) exact.set(plain(word), field);
  }
}

/** The field a heading means; `isSure` where it is one of the known words as a whole. */
function fieldNamed(heading: string): { field: MselField; isSure: boolean } | null {
  const own = mselFields.find(
    (field) => columnOf(field).isKey && columnOf(field).heading.en === heading.trim(),
  );
  if (own !== undefined) return { field: own, isSure: true };
  const word = plain(heading);
  if (word === '') return null;
  const known = exact.get(word);
  if (known !== undefined) return { field: known, isSure: true };
  // "Inject time (local)": the longest known word inside, if it is not a mere syllable of it.
  let found: MselField | null = null;
  let longest = 0;
  for (const [alias, field] of exact) {
    const isLong = /[a-z]/.test(alias) ? alias.length >= 5 : alias.length >= 2;
    if (
      isLong &&
      alias.length > longest &&
      word.length <= alias.length * 3 &&
      word.includes(alias)
    ) {
      found = field;
      longest = alias.length;
    }
  }
  return found === null ? null : { field: found, isSure: false };
}

function guessByHeading(
  headings: ReadonlyMap<number, string>,
  columns: Map<number, MselField | 'skip'>,
  table: Table,
  headerRow: number,
  findings: Findings,
): void {
  const taken = new Set<MselField | 'skip'>(columns.values());
  const guesses = [...headings].flatMap(([column, heading]) => {
    const guess = columns.has(column) ? null : fieldNamed(heading);
    return guess === null ? [] : [{ column, ...guess }];
  });
  // Sure ones first, so that "Time" wins over "Time zone of the team".
  for (const { column, field } of [...guesses].sort(
    (a, b) => Number(b.isSure) - Number(a.isSure),
  )) {
    if (columnOf(field).isMany || !taken.has(field)) {
      taken.add(field);
      columns.set(column, field);
    }
  }
  for (const [column, heading] of headings) {
    if (columns.has(column)) continue;
    columns.set(column, 'notes');
    const guess = fieldNamed(heading);
    const why = guess === null ? 'is not known' : `would be a second column for “${guess.field}”`;
    findings.note(
      guess === null ? 'msel/column-to-notes' : 'msel/column-twice',
      `${rowName(table, headerRow)}, column ${columnLetters(column)}`,
      `the heading ${quote(heading)} ${why}`,
      'its cells go to the notes for controllers',
    );
  }
}

function tellAbove(table: Table, headerRow: number, findings: Findings): void {
  for (let row = 0; row < headerRow; row++) {
    const text = (table.rows[row] ?? [])
      .map(cellText)
      .filter((cell) => cell.trim() !== '')
      .join(' ');
    if (text === '') continue;
    findings.note(
      'msel/above-headings',
      rowName(table, row),
      `${quote(text)} stands above the headings`,
      'it was left out',
    );
  }
}

/** As OpenAEV and its forerunners lay out a chronogram, from the first column that holds anything. */
const chronogram: readonly MselField[] = [
  'channel',
  'time',
  'to',
  'title',
  'body',
  'notes',
  'expectedAction',
  'notes',
  'points',
  'notes',
];

function guessByPosition(
  table: Table,
  columns: Map<number, MselField | 'skip'>,
  findings: Findings,
): void {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = Array.from({ length: width }, (_, column) => column).filter((column) =>
    table.rows.some((row) => !isBlankCell(row[column])),
  );
  const [first] = filled;
  if (first === undefined) return;
  const isChronogram = filled.length >= 5 && timeShare(table, first + 1) > 0.5;
  const fields = isChronogram
    ? new Map(filled.map((column) => [column, chronogram[column - first] ?? 'notes']))
    : byContent(table, filled);
  const taken = new Set(columns.values());
  for (const [column, field] of fields) {
    if (columns.has(column)) continue;
    columns.set(column, taken.has(field) && field !== 'notes' ? 'notes' : field);
  }
  const told = [...columns]
    .sort(([a], [b]) => a - b)
    .map(([column, field]) => `${columnLetters(column)}=${field}`);
  findings.warn(
    'msel/by-position',
    '',
    'the table has no headings that are known',
    `columns were told by where they stand: ${told.join(', ')}; change it with --map`,
  );
}

/** The column of times, then the longest texts are messages, and the first other text the title. */
function byContent(table: Table, filled: readonly number[]): Map<number, MselField> {
  const fields = new Map<number, MselField>();
  const shares = filled.map((column) => ({ column, share: timeShare(table, column) }));
  const time = [...shares].sort((a, b) => b.share - a.share)[0];
  if (time !== undefined && time.share > 0.5) fields.set(time.column, 'time');
  const texts = filled.filter((column) => !fields.has(column));
  const length = (column: number) =>
    table.rows.reduce(
      (sum, row) => sum + (typeof row[column] === 'string' ? row[column].length : 0),
      0,
    );
  const longest = [...texts].sort((a, b) => length(b) - length(a))[0];
  const title = texts.find((column) => column !== longest && length(column) > 0);
  if (longest !== undefined && length(longest) > 0)
    fields.set(longest, title === undefined ? 'title' : 'body');
  if (title !== undefined) fields.set(title, 'title');
  for (const column of filled) if (!fields.has(column)) fields.set(column, 'notes');
  return fields;
}

/** Rows that are looked at to tell a column of times. */
const sampleRows = 300;

/** Which part of a column's filled cells are times. */
function timeShare(table: Table, column: number): number {
  const cells: CellValue[] = table.rows.slice(0, sampleRows).flatMap((row) => {
    const cell = row[column] ?? null;
    return isBlankCell(cell) ? [] : [cell];
  });
  if (cells.length === 0) return 0;
  // A plain number may be anything.
  const times = cells.filter((cell) => {
    const number = typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : cell;
    return typeof number !== 'number' || Number.isNaN(number) || (number > 0 && number < 1);
  });
  return times.filter((cell) => readTime(cell) !== null).length / cells.length;
}
