/** What a build needs to start without a line: which files each part of the client is made of. */

export interface Shell {
  /** Another one for every build. */
  readonly version: string;
  /** The script that the page of this build starts with. */
  readonly entry: string;
  /** Paths of built files by part of the client; every screen needs what `start` holds. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
}

export const startPart = 'start';
export const assetsPath = '/assets/';
export const workerPath = '/service-worker.js';

export interface BuiltChunk {
  readonly fileName: string;
  readonly isEntry: boolean;
  /** The module that the file stands for; null where it only holds what others share. */
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  /** Styles, pictures and letters that it brings. */
  readonly files: readonly string[];
}

const wordsOf = /\/src\/(?:i18n\/(common)|features\/([\w-]+)\/(?:.*\/)?i18n)\/[\w-]+\.json$/;
const featureOf = /\/src\/features\/([\w-]+)\//;

export function listShell(chunks: readonly BuiltChunk[], version: string): Shell {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (entry === undefined) throw new Error('the build has no entry');
  const roots = new Map<string, BuiltChunk[]>([[startPart, [entry]]]);
  for (const chunk of chunks) {
    const part = partOf(chunk);
    if (part !== null) roots.set(part, [...(roots.get(part) ?? []), chunk]);
  }
  const start = filesOf(startPart, roots.get(startPart) ?? [], byName);
  const parts = [...roots].map(([part, from]) => {
    const own = [...filesOf(part, from, byName)].filter((file) => !start.has(file));
    const files = part === startPart ? [...start] : own;
    return [part, files.map((file) => `/${file}`).sort()] as const;
  });
  return { version, entry: `/${entry.fileName}`, parts: Object.fromEntries(parts) };
}

/** The feature that a file stands for, or whose words it holds. */
function partOf({ facadeModuleId }: BuiltChunk): string | null {
  const id = facadeModuleId?.replaceAll('\\', '/') ?? '';
  const words = wordsOf.exec(id);
  if (words !== null) return words[1] === 'common' ? startPart : (words[2] ?? null);
  return featureOf.exec(id)?.[1] ?? null;
}

/** All that these files lead to, but for what stands for another part. */
function filesOf(
  part: string,
  roots: readonly BuiltChunk[],
  byName: ReadonlyMap<string, BuiltChunk>,
): Set<string> {
  const seen = new Set<BuiltChunk>();
  const open = [...roots];
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (seen.has(chunk)) continue;
    seen.add(chunk);
    // What starts the client leads to every screen and language.
    const next = chunk.isEntry ? chunk.imports : [...chunk.imports, ...chunk.dynamicImports];
    for (const name of next) {
      const found = byName.get(name);
      if (found !== undefined && (partOf(found) ?? part) === part) open.push(found);
    }
  }
  const files = [...seen].flatMap((chunk) => [chunk.fileName, ...chunk.files]);
  return new Set(files.filter((file) => `/${file}`.startsWith(assetsPath)));
}
