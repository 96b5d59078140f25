/** Imports as the command line does them, without the command line. */
import { readFileSync } from 'node:fs';
import { importAttackFlow } from '@trilogue/engine/interop/attack-flow/flow-draft';
import { importCexf } from '@trilogue/engine/interop/cexf/cexf-draft';
import type { ImportResult, ImportSettings } from '@trilogue/engine/interop/draft';
import { Findings } from '@trilogue/engine/interop/finding';
import { importMsel } from '@trilogue/engine/interop/msel/msel-draft';
import { importOpenaev } from '@trilogue/engine/interop/openaev/openaev-draft';
import { htmlToMarkdown } from '../../../server/src/cli/interop/html-to-markdown.js';
import { parseJson } from '../../../server/src/cli/interop/json-source.js';
import { readTable } from '../../../server/src/cli/interop/table-source.js';

export const settings: ImportSettings = {
  id: 'imported',
  language: 'en',
  startsAt: '2026-12-01T08:00:00+08:00',
  playMinutes: 120,
};

export type Form = 'attack-flow' | 'msel' | 'openaev' | 'cexf';

/** Findings of reading come before those of importing. */
export async function importBytes(
  form: Form,
  bytes: Uint8Array,
  name: string,
): Promise<ImportResult> {
  const findings = new Findings();
  const result = await importWith(form, bytes, name, findings);
  return { ...result, findings: [...findings.list(), ...result.findings] };
}

async function importWith(
  form: Form,
  bytes: Uint8Array,
  name: string,
  findings: Findings,
): Promise<ImportResult> {
  if (form === 'msel') {
    const table = await readTable(bytes, name, {}, findings);
    return importMsel(table, { map: [], hasHeader: true }, settings, htmlToMarkdown);
  }
  const raw = parseJson(new TextDecoder().decode(bytes), name, findings);
  if (form === 'attack-flow') return importAttackFlow(raw, settings);
  return form === 'cexf' ? importCexf(raw, settings) : importOpenaev(raw, settings, htmlToMarkdown);
}

export function importFile(form: Form, path: string): Promise<ImportResult> {
  return importBytes(form, readFileSync(path), path);
}
