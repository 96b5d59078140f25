/** A list of events as a spreadsheet, a text table or JSON. */
import type { Findings } from '@trilogue/engine/interop/finding';
import { guardCell } from '@trilogue/engine/interop/msel/cell-guard';
import type { MselField } from '@trilogue/engine/interop/msel/msel-columns';
import type { MselExport } from '@trilogue/engine/interop/msel/msel-export';
import Papa from 'papaparse';
import writeXlsxFile, { type Row } from 'write-excel-file/node';

export type MselFormat = 'xlsx' | 'csv' | 'json';

/** A spreadsheet's cell takes 32,767 characters; some are left for the apostrophe and escapes. */
export const longestCell: Readonly<Record<MselFormat, number>> = {
  xlsx: 30_000,
  csv: 1_000_000,
  json: 1_000_000,
};

/** Findings: `export/control-characters`. */
export async function writeMsel(
  list: MselExport,
  format: MselFormat,
  findings: Findings,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(entriesOf(list), null, 2)}\n`;
    case 'csv':
      return textTable(list);
    case 'xlsx':
      return spreadsheet(list, findings);
  }
}

/** A list of objects, as T3SF keeps its events. */
function entriesOf({ headings, rows }: MselExport): Record<string, string>[] {
  return rows.map((row) =>
    Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? ''])),
  );
}

/** With a byte order mark, without which spreadsheet programs take it for an old encoding. */
function textTable({ headings, rows }: MselExport): string {
  const cells = [headings, ...rows].map((row) => row.map(guardCell));
  return `\uFEFF${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

const widths: Partial<Record<MselField, number>> = {
  title: 36,
  body: 70,
  bodyMore: 40,
  expectedAction: 50,
  from: 24,
  to: 30,
  choices: 30,
  trigger: 28,
  scenarioTime: 26,
  objective: 30,
};

async function spreadsheet(
  { fields, headings, rows }: MselExport,
  findings: Findings,
): Promise<Uint8Array> {
  let removed = 0;
  const clean = (text: string) =>
    escapeXlsx(
      guardCell(text).replace(/[^\P{Cc}\n\t]|\p{Cs}|[\uFFFE\uFFFF]/gu, () => {
        removed++;
        return '';
      }),
    );
  const header: Row = headings.map((heading) => ({
    value: heading,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#E7ECF3',
    wrap: true,
  }));
  const body = rows.map(
    (row): Row =>
      row.map((text) =>
        text === '' ? null : { value: clean(text), type: String, wrap: true, alignVertical: 'top' },
      ),
  );
  const file = writeXlsxFile([header, ...body], {
    sheet: 'MSEL',
    stickyRowsCount: 1,
    columns: fields.map((field) => ({ width: widths[field] ?? 16 })),
  });
  const bytes = await file.toBuffer();
  if (removed > 0) {
    findings.warn(
      'export/control-characters',
      '',
      `${removed} characters that a spreadsheet can't hold`,
      'they were left out',
    );
  }
  return bytes;
}

/** "_x0041_" stands for a letter in a spreadsheet, so a text that says so itself is written otherwise. */
function escapeXlsx(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
