/** A table as it was read, whatever file it stood in. */

/** A date cell comes as a Date whose UTC fields are what the cell shows. */
export type CellValue = string | number | boolean | Date | null;

export interface Table {
  readonly rows: readonly (readonly CellValue[])[];
  /** Rows of a spreadsheet; entries of a JSON list, whose names stand in the first row here. */
  readonly form: 'sheet' | 'list';
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Null for what names no column. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  return (
    [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  );
}

/** Where a row stands, as the person who made the file counts. */
export function rowName({ form }: Table, row: number): string {
  return form === 'sheet' ? `row ${row + 1}` : `entry ${row}`;
}

export function cellName(table: Table, row: number, column: number): string {
  const header = table.form === 'list' ? `"${String(table.rows[0]?.[column] ?? '')}"` : null;
  return `${rowName(table, row)}, ${header ?? `column ${columnLetters(column)}`}`;
}

/** What a cell says; a date as "2026-12-01 08:00". */
export function cellText(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    if (!Number.isFinite(cell.getTime())) return '';
    const iso = cell.toISOString();
    return cell.getUTCFullYear() < 1901
      ? iso.slice(11, 16)
      : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  }
  return String(cell);
}

export function isBlankCell(cell: CellValue | undefined): boolean {
  return !/\S/.test(cellText(cell));
}
