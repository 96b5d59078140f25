/**
 * The product as one file a program, made from the sources that stand here and the packages they use:
 * a process that loads it starts in a third of the time of one that reads and compiles two thousand
 * modules. Made once per run of the tests, which hands it on through the environment; by itself in
 * whatever else starts servers.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

export type Program = 'server' | 'trilogue';

const root = fileURLToPath(new URL('../..', import.meta.url));
const conditions = ['trilogue-source', 'module', 'node'];
/** What holds machine code, or looks for it, stays a package. */
const machineCode = ['libsql', '@node-rs/argon2', 'pg-native'];
const handedOn = 'TRILOGUE_TESTS_PRODUCT';

let own: Promise<string> | null = null;

/** Arguments for Node that start a program; its workers (`trilogue rehearse`) need the sources. */
export async function programArgs(program: Program): Promise<string[]> {
  if (process.env[handedOn] === undefined) own ??= ownProduct();
  const folder = process.env[handedOn] ?? (await own);
  return [join(folder ?? '', `${program}.js`)];
}

/** For all processes that this one starts from now on. */
export function handOn(folder: string): void {
  process.env[handedOn] = folder;
}

/** An empty folder, from which the product finds the packages that are not part of it. */
export function productFolder(): string {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, 'trilogue-product-'));
}

export async function makeProduct(folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    resolve: { conditions },
    ssr: { noExternal: true, external: machineCode, resolve: { conditions } },
    plugins: [
      {
        // What looks for files beside its source finds them.
        name: 'trilogue-own-place',
        enforce: 'pre',
        transform: {
          filter: { id: /\.ts$/, code: /import\.meta\.url/ },
          handler: (code, id) =>
            code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
        },
      },
    ],
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: folder,
      rolldownOptions: {
        input: { server: 'server/src/main.ts', trilogue: 'server/src/cli/main.ts' },
        output: { format: 'esm', entryFileNames: '[name].js' },
      },
    },
  });
}

async function ownProduct(): Promise<string> {
  const folder = productFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await makeProduct(folder);
  return folder;
}
