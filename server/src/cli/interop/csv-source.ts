/** Text tables (.csv, .tsv) in the encodings that spreadsheet programs write. */
import type { Findings } from '@trilogue/engine/interop/finding';
import { importLimits } from '@trilogue/engine/interop/import-limits';
import type { Table } from '@trilogue/engine/interop/msel/table';
import Papa from 'papaparse';
import { CliError } from '../exit-codes.js';

/**
 * Findings: `msel/encoding-guessed`, `msel/csv-quotes`.
 * @throws CliError where it is no text, or has too many cells
 */
export function readCsv(
  bytes: Uint8Array,
  path: string,
  encoding: string | undefined,
  findings: Findings,
): Table {
  const text = decode(bytes, path, encoding, findings);
  checkSize(text, path);
  const { data, errors } = Papa.parse<string[]>(text, {
    preview: importLimits.rows + 1,
    dynamicTyping: false,
    header: false,
  });
  for (const { message, row } of errors.slice(0, 20)) {
    // A table of one column has no separator to be found.
    if (/delimiter/i.test(message)) continue;
    findings.warn(
      'msel/csv-quotes',
      row === undefined ? '' : `row ${row + 1}`,
      message,
      'it was read as far as it goes',
    );
  }
  const cells = data.reduce((sum, row) => sum + row.length, 0);
  if (cells > importLimits.cells) {
    throw new CliError(`${path}: ${cells} cells; at most ${importLimits.cells} are read`);
  }
  return { form: 'sheet', rows: data };
}

/** Separators and line ends, inside texts or not. */
const mostSigns = 3_000_000;

function checkSize(text: string, path: string): void {
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (
      code === 0x2c ||
      code === 0x3b ||
      code === 0x09 ||
      code === 0x0a ||
      code === 0x7c ||
      code === 0x22
    )
      signs++;
  }
  if (signs > mostSigns) {
    throw new CliError(
      `${path}: it has ${signs} separators and quotes; at most ${mostSigns} are read`,
    );
  }
}

/** UTF-8 first; Japanese and western spreadsheet programs write others unless told not to. */
function decode(
  bytes: Uint8Array,
  path: string,
  encoding: string | undefined,
  findings: Findings,
): string {
  if (encoding !== undefined) return decodeAs(bytes, encoding, path);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return decodeAs(bytes, bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', path);
  }
  if (bytes.subarray(0, 4_000).includes(0)) {
    throw new CliError(`${path}: it is no text, no spreadsheet (.xlsx) and no JSON`);
  }
  for (const guess of ['utf-8', 'shift_jis', 'windows-1252']) {
    try {
      const text = new TextDecoder(guess, { fatal: true }).decode(bytes);
      if (guess === 'shift_jis' && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text)) continue;
      if (guess !== 'utf-8') {
        findings.warn(
          'msel/encoding-guessed',
          '',
          'it is not UTF-8',
          `it was read as ${guess}; name another with --encoding`,
        );
      }
      return text;
    } catch {
      // The next may do.
    }
  }
  throw new CliError(`${path}: its encoding is not known; name it with --encoding`);
}

function decodeAs(bytes: Uint8Array, encoding: string, path: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new CliError(
      `"${encoding}" is no encoding; known are utf-8, shift_jis, euc-jp, windows-1252 and others`,
    );
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new CliError(`${path}: it is not ${encoding}`);
  }
}
