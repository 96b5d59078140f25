/** Lists of events as tests write them. */
import { importMsel, type MselResult } from '../interop/msel/msel-draft.js';
import type { MappingWish } from '../interop/msel/msel-mapping.js';
import type { CellValue, Table } from '../interop/msel/table.js';
import { settings } from './import-draft.js';

/** For lists that hold no HTML. */
export const noHtml = (html: string) => ({ markdown: html, leftOut: [] });

/** Imports a table whose first row has the headings, unless `wish` says otherwise. */
export function importList(
  rows: readonly (readonly CellValue[])[],
  wish: Partial<MappingWish> = {},
  form: Table['form'] = 'sheet',
): MselResult {
  return importMsel({ form, rows }, { map: [], hasHeader: true, ...wish }, settings, noHtml);
}
