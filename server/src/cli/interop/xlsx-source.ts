/** Spreadsheets (.xlsx) as tables. */
import type { Findings } from '@trilogue/engine/interop/finding';
import { importLimits } from '@trilogue/engine/interop/import-limits';
import { type CellValue, columnIndex, type Table } from '@trilogue/engine/interop/msel/table';
import { didYouMean } from '@trilogue/engine/scenario/errors';
import { strToU8, zipSync } from 'fflate';
import readXlsxFile, { type Sheet } from 'read-excel-file/node';
import { CliError } from '../exit-codes.js';
import { unzip } from './safe-zip.js';

/** Parts that hold something a table has no place for, and what that is. */
const leftOutParts: readonly (readonly [RegExp, string])[] = [
  [/vbaProject\.bin$/i, 'macros'],
  [/^xl\/(threadedComments\/|comments)/i, 'comments on cells'],
  [/^xl\/media\//i, 'pictures'],
  [/^xl\/charts\//i, 'charts'],
  [/^xl\/embeddings\//i, 'embedded files'],
  [/^xl\/externalLinks\//i, 'links to other files'],
];

/**
 * One sheet: the one named, else the first that holds anything. Nothing outside the file is asked for.
 * Findings: `msel/other-sheets`, `msel/part-left-out`, `msel/formulas`.
 * @throws CliError where it is no sound spreadsheet, is too large, or has no such sheet
 */
export async function readXlsx(
  bytes: Uint8Array,
  path: string,
  sheetName: string | undefined,
  findings: Findings,
): Promise<Table> {
  const { names, files } = unzip(bytes, path, (name) =>
    /^(\[Content_Types\]|_rels\/|xl\/(workbook|sharedStrings|styles|_rels\/|worksheets\/[^/]+)).*\.(xml|rels)$/i.test(
      name,
    ),
  );
  if (!files.has('xl/workbook.xml')) {
    throw new CliError(
      `${path}: a zip archive, but not of a spreadsheet: it has no xl/workbook.xml`,
    );
  }
  for (const [pattern, what] of leftOutParts) {
    const count = names.filter((name) => pattern.test(name)).length;
    if (count > 0)
      findings.warn('msel/part-left-out', '', `the file has ${what}`, 'they were left out');
  }
  const size = { cells: 0, formulas: 0 };
  for (const [name, content] of files) checkPart(name, content, path, size);
  if (size.formulas > 0) {
    findings.note(
      'msel/formulas',
      '',
      `${size.formulas} cells are computed`,
      'they were read as they were when the file was saved; those never computed are blank',
    );
  }
  const sheets = await readSheets(files, path);
  const sheet = chooseSheet(sheets, path, sheetName);
  const others = sheets.filter(({ data, sheet: name }) => name !== sheet.sheet && data.length > 0);
  if (others.length > 0) {
    const told = others
      .slice(0, 10)
      .map(({ sheet: name, data }) => `“${name}” (${data.length} rows)`);
    findings.warn(
      'msel/other-sheets',
      '',
      `other sheets hold something: ${told.join(', ')}`,
      `“${sheet.sheet}” was read; name another with --sheet`,
    );
  }
  return { form: 'sheet', rows: sheet.data as CellValue[][] };
}

/** Rows, columns and cells as a sheet's XML names them: a reader makes room for all up to the last. */
function checkPart(
  name: string,
  content: Uint8Array,
  path: string,
  size: { cells: number; formulas: number },
): void {
  const xml = new TextDecoder().decode(content);
  if (/<!DOCTYPE|<!ENTITY/i.test(xml.slice(0, 10_000))) {
    throw new CliError(
      `${path}: ${name} declares a document type, which has no place in a spreadsheet`,
    );
  }
  if (!/^xl\/worksheets\//i.test(name)) return;
  let rows = 0;
  let columns = 0;
  for (const [, element, attributes = ''] of xml.matchAll(
    /<(?:\w{1,20}:)?(c|row|f)(\s[^>]{0,400})?\/?>/g,
  )) {
    const reference = /\sr="([A-Z]{0,4})(\d{0,9})"/.exec(attributes);
    rows = Math.max(rows, Number(reference?.[2] ?? 0));
    if (element === 'f') size.formulas++;
    if (element !== 'c') continue;
    size.cells++;
    columns = Math.max(columns, (columnIndex(reference?.[1] ?? '') ?? 0) + 1);
    if (size.cells > importLimits.cells) break;
  }
  refuseAbove(rows, importLimits.rows, 'rows', name, path);
  refuseAbove(columns, importLimits.columns, 'columns', name, path);
  refuseAbove(Math.max(size.cells, rows * columns), importLimits.cells * 4, 'cells', name, path);
  refuseAbove(size.cells, importLimits.cells, 'cells', name, path);
}

function refuseAbove(count: number, limit: number, what: string, name: string, path: string): void {
  if (count <= limit) return;
  throw new CliError(
    `${path}: ${name} goes to ${count} ${what}; at most ${limit} are read. Delete what is empty around the table`,
  );
}

async function readSheets(files: ReadonlyMap<string, Uint8Array>, path: string): Promise<Sheet[]> {
  // Packed anew from what was checked, so that no second reader finds anything else in the archive.
  const checked = zipSync(Object.fromEntries(files.size === 0 ? [['empty', strToU8('')]] : files), {
    level: 0,
  });
  try {
    return await readXlsxFile(Buffer.from(checked), { trim: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(
      `${path}: it can't be read as a spreadsheet (${reason}). Opening it in a spreadsheet program and saving it anew may help`,
    );
  }
}

function chooseSheet(sheets: readonly Sheet[], path: string, name: string | undefined): Sheet {
  const names = sheets.map(({ sheet }) => sheet);
  const chosen =
    name === undefined
      ? (sheets.find(({ data }) => data.length > 0) ?? sheets[0])
      : sheets.find(({ sheet }) => sheet === name);
  if (chosen !== undefined) return chosen;
  const hint =
    didYouMean(name ?? '', names) ?? `it has ${names.map((known) => `"${known}"`).join(', ')}`;
  throw new CliError(`${path}: there is no sheet "${name}"; ${hint}`);
}
