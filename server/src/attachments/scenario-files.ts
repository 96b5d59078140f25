/** The files beside a bundled scenario, read and looked into before anybody runs it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatProblem, type ScenarioProblem } from '@trilogue/engine/scenario/errors';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import type { NewFile } from '../store/attachment-store.js';
import { attachmentTypes, type Fault, inspect, maxAttachmentBytes } from './inspect.js';

export type FilesResult =
  | { readonly ok: true; readonly files: readonly NewFile[] }
  | { readonly ok: false; readonly problems: readonly ScenarioProblem[] };

/** What a scenario may bring along altogether, in bytes. */
const maxTotalBytes = 50 * 1024 * 1024;

const wrong: Readonly<Record<Fault, string>> = {
  'attachment/empty': 'the file is empty',
  'attachment/too-large': `the file is larger than ${maxAttachmentBytes} bytes`,
  'attachment/wrong-type': 'the file is not what its name says',
};

/**
 * @param directory the scenario's folder; files stand in its "attachments".
 * Problems: `attachment/missing`, `attachment/empty`, `attachment/too-large`,
 * `attachment/wrong-type`, `attachment/changed`.
 */
export async function scenarioFiles(directory: string, scenario: Scenario): Promise<FilesResult> {
  const files = new Map<string, NewFile>();
  const problems: ScenarioProblem[] = [];
  let total = 0;
  for (const [index, inject] of scenario.injects.entries()) {
    for (const [place, { file, sha256 }] of (inject.attachments ?? []).entries()) {
      const path = `injects[${index}].attachments[${place}]`;
      const found = files.get(file) ?? (await read(join(directory, 'attachments', file), file));
      if (typeof found === 'string') {
        const message = found === 'attachment/missing' ? `no file "${file}"` : wrong[found];
        const hint =
          found === 'attachment/missing' ? 'put it into the folder "attachments"' : undefined;
        problems.push({ code: found, path: `${path}.file`, message, ...(hint && { hint }) });
        continue;
      }
      if (sha256 !== undefined && sha256 !== found.hash) {
        problems.push({
          code: 'attachment/changed',
          path: `${path}.sha256`,
          message: `the file's SHA-256 is ${found.hash}`,
        });
      }
      if (!files.has(file)) total += found.size;
      files.set(file, found);
      if (total > maxTotalBytes) {
        const message = `all files together are larger than ${maxTotalBytes} bytes`;
        return { ok: false, problems: [{ code: 'attachment/too-large', path, message }] };
      }
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, files: [...files.values()] };
}

/** For the log: one line a problem. */
export function toLines(problems: readonly ScenarioProblem[]): string[] {
  return problems.map(formatProblem);
}

async function read(path: string, file: string): Promise<NewFile | Fault | 'attachment/missing'> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return 'attachment/missing';
  const found = await inspect(bytes);
  if (typeof found === 'string') return found;
  const extension = file.slice(file.lastIndexOf('.') + 1).replace('jpeg', 'jpg');
  if (extension !== attachmentTypes[found.type]) return 'attachment/wrong-type';
  return { ...found, file };
}
