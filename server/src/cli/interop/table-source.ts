/** A list of events in whatever file it stands in: spreadsheet, text table or JSON. */
import type { Findings } from '@trilogue/engine/interop/finding';
import { importLimits } from '@trilogue/engine/interop/import-limits';
import { describeValue, recordOf, scalarText } from '@trilogue/engine/interop/json-shape';
import type { CellValue, Table } from '@trilogue/engine/interop/msel/table';
import { CliError } from '../exit-codes.js';
import { readCsv } from './csv-source.js';
import { parseJson } from './json-source.js';
import { isZip } from './safe-zip.js';
import { readXlsx } from './xlsx-source.js';

export interface TableOptions {
  readonly sheet?: string | undefined;
  readonly encoding?: string | undefined;
}

/** @throws CliError where it is none of these, or can't be read */
export async function readTable(
  bytes: Uint8Array,
  path: string,
  options: TableOptions,
  findings: Findings,
): Promise<Table> {
  if (bytes.length === 0) throw new CliError(`${path}: it is empty`);
  if (isZip(bytes)) return readXlsx(bytes, path, options.sheet, findings);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    throw new CliError(
      `${path}: an old spreadsheet (.xls) or one with a password; save it as .xlsx without a password`,
    );
  }
  if (options.sheet !== undefined)
    throw new CliError(`${path}: only a spreadsheet (.xlsx) has sheets`);
  const isJson =
    /\.json$/i.test(path) || /^\s*\[\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
  return isJson
    ? listTable(bytes, path, findings)
    : readCsv(bytes, path, options.encoding, findings);
}

function listTable(bytes: Uint8Array, path: string, findings: Findings): Table {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CliError(`${path}: it is not UTF-8 text`);
  }
  const entries = listIn(parseJson(text, path, findings), path);
  const names: string[] = [];
  const places = new Map<string, number>();
  for (const entry of entries) {
    for (const name of Object.keys(recordOf(entry) ?? {})) {
      if (places.has(name)) continue;
      places.set(name, names.length);
      names.push(name);
    }
    if (names.length > importLimits.columns) {
      throw new CliError(
        `${path}: entries have more than ${importLimits.columns} different fields`,
      );
    }
  }
  if (entries.length * names.length > importLimits.cells * 4) {
    throw new CliError(
      `${path}: ${entries.length} entries of ${names.length} fields; at most ${importLimits.cells * 4} cells are read`,
    );
  }
  const rows: CellValue[][] = [names];
  entries.forEach((entry, index) => {
    const record = recordOf(entry);
    const row = names.map((): CellValue => null);
    if (record === null) {
      const said = describeValue(entry) ?? '';
      findings.warn(
        'msel/row-without-text',
        `entry ${index + 1}`,
        `it is no object: ${said.slice(0, 80)}`,
        'it was left out',
      );
    }
    for (const [name, value] of Object.entries(record ?? {})) {
      row[places.get(name) ?? 0] =
        typeof value === 'string' || typeof value === 'number'
          ? value
          : (scalarText(value) ?? describeValue(value));
    }
    rows.push(row);
  });
  return { form: 'list', rows };
}

/** The list itself, or the only list of an object. */
function listIn(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const lists = Object.values(recordOf(value) ?? {}).filter(Array.isArray);
  const [only] = lists;
  if (lists.length === 1 && only !== undefined) return only;
  throw new CliError(`${path}: it needs to be a list of events, or an object with one list`);
}
