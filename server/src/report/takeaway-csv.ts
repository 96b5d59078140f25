/** A table of a take-away as CSV that Excel opens in the right letters, and takes no cell of for a formula. */
import type { TakeawayTable } from '@trilogue/engine/protocol/takeaway';
import type { Reader } from '@trilogue/engine/report/reader';
import { sheetOf } from '@trilogue/engine/report/tables';
import { toCell } from '../audit/audit-csv.js';

export function takeawayCsv(reader: Reader, table: TakeawayTable): string {
  const { heads, rows } = sheetOf(reader, table);
  const lines = [heads, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`);
  return `\uFEFF${lines.join('')}`;
}
