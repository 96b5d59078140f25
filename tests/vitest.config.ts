import { defineConfig } from 'vitest/config';

/**
 * Tests run against the sources, not against what was last built. Vitest hands these to Node, which
 * adds 'import' or 'require' itself: naming 'import' here would break what is required.
 */
const conditions = ['trilogue-source', 'module', 'node', 'development'];

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: [
      'engine/src/**/*.test.ts',
      'server/src/**/*.test.ts',
      'client/src/**/*.test.ts',
      'tests/{cli,contract,fault,replay,integration,interop,fuzz,lint,workspace}/**/*.test.ts',
    ],
    globalSetup: ['scratch', 'make-product', 'share-postgres'].map(
      (name) => `tests/support/${name}.ts`,
    ),
    // Tests make much that is soon let go of; in more room it goes without being copied about.
    execArgv: ['--max-semi-space-size=64'],
    // One more than the smallest machine has cores: a good part of the tests waits, for a lease to end
    // or a server to start.
    maxWorkers: 3,
    // What was compiled once is compiled again only when it has changed.
    experimental: { fsModuleCache: true },
    // No test changes a module, so files of a worker share what was loaded once.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    server: { deps: { inline: [/@trilogue/] } },
  },
});
