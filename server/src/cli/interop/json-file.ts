/** JSON in a file, or in the only JSON file of a zip archive. */
import type { Findings } from '@trilogue/engine/interop/finding';
import { importLimits } from '@trilogue/engine/interop/import-limits';
import { CliError } from '../exit-codes.js';
import { readBytes } from '../files.js';
import { parseJson } from './json-source.js';
import { isZip, unzip } from './safe-zip.js';

export interface ReadJson {
  readonly raw: unknown;
  /** Some of its text. */
  readonly sample: string;
}

/**
 * Finding: `import/zip-entries`, and those of `parseJson`.
 * @throws CliError where it can't be read, is too large, or is no JSON
 */
export async function readJson(file: string, findings: Findings): Promise<ReadJson> {
  const bytes = await readBytes(file, importLimits.fileBytes);
  const json = isZip(bytes) ? jsonInZip(bytes, file, findings) : bytes;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(json);
  } catch {
    throw new CliError(`${file}: it is not UTF-8 text`);
  }
  return { raw: parseJson(text, file, findings), sample: text.slice(0, 20_000) };
}

function jsonInZip(bytes: Uint8Array, file: string, findings: Findings): Uint8Array {
  const { names, files } = unzip(bytes, file, (name) => /\.json$/i.test(name));
  const [only, ...more] = files.values();
  if (only === undefined || more.length > 0) {
    throw new CliError(`${file}: a zip archive with ${files.size} JSON files; one is needed`);
  }
  if (names.length > 1) {
    const others = names
      .filter((name) => !files.has(name))
      .slice(0, 10)
      .map((name) => `“${name.slice(0, 80)}”`);
    findings.warn(
      'import/zip-entries',
      '',
      `the archive holds ${names.length - 1} other files: ${others.join(', ')}`,
      'they were left out',
    );
  }
  return only;
}
