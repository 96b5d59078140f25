/** Writes the worker of the offline shell, which knows by name what this build is made of. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { listShell, type Shell, workerPath } from './src/offline/built-shell.ts';

const worker = fileURLToPath(new URL('src/offline/service-worker.ts', import.meta.url));

export function offlineShell(): Plugin {
  return {
    name: 'trilogue:offline-shell',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const shell = shellOf(bundle);
        this.emitFile({
          type: 'asset',
          fileName: workerPath.slice(1),
          source: await workerFor(shell),
        });
      },
    },
  };
}

function shellOf(bundle: Rolldown.OutputBundle): Shell {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const version = createHash('sha256');
  for (const name of Object.keys(bundle).sort()) version.update(`${name}\n`);
  const page = bundle['index.html'];
  if (page?.type === 'asset') version.update(page.source);
  return listShell(
    chunks.map((chunk) => ({
      ...chunk,
      files: [
        ...(chunk.viteMetadata?.importedCss ?? []),
        ...(chunk.viteMetadata?.importedAssets ?? []),
      ],
    })),
    version.digest('hex').slice(0, 12),
  );
}

/** In one file, for older browsers' workers import nothing. */
async function workerFor(shell: Shell): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { __SHELL__: JSON.stringify(shell) },
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: worker, output: { format: 'iife' } },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('the worker was not built');
  return first.output[0].code;
}
