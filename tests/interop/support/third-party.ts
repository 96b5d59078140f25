/** Files that other people made. They stand beside the repository, and nowhere else. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = new URL('../../../../shared/data', import.meta.url).pathname;
export const hasThirdParty = existsSync(folder);

/** Why tests on them are skipped, for whoever reads the run. */
export const withoutThem = `third-party files are not here (${folder})`;

/** Paths of the files in a folder of theirs; none where they are not here. */
export function thirdParty(part: string): string[] {
  if (!hasThirdParty) return [];
  return readdirSync(join(folder, part))
    .sort()
    .map((name) => join(folder, part, name));
}
