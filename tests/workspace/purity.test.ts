/** The engine reaches neither Node, nor the browser, nor a clock, nor chance: the tools refuse it. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const fixtures = join(root, 'tests/fixtures/impure');
const scratch = mkdtempSync(join(tmpdir(), 'trilogue-purity-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('purity of the engine', () => {
  test('[PURE1] what reaches out of the engine does not compile', () => {
    cpSync(join(fixtures, 'reach.ts'), join(scratch, 'reach.ts'));
    writeFileSync(
      join(scratch, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'engine/tsconfig.json'),
        compilerOptions: { rootDir: '.', noEmit: true, composite: false, tsBuildInfoFile: null },
        include: ['reach.ts'],
      }),
    );
    const { stdout, status } = spawnSync('npx', ['tsc', '-p', scratch], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    for (const name of ['node:fs', 'setTimeout', 'process', 'document', 'fetch']) {
      expect(stdout).toContain(`'${name}'`);
    }
  });

  test('[PURE2] what reads a clock or chance, or imports beyond its bounds, does not lint', () => {
    const { linter, overrides, ...config } = JSON.parse(
      readFileSync(join(root, 'biome.json'), 'utf8'),
    );
    const engineRules = overrides.find(({ includes }: { includes: string[] }) =>
      includes.includes('engine/src/**'),
    );
    for (const name of ['clock.ts', 'reach.ts']) {
      cpSync(join(fixtures, name), join(scratch, name));
    }
    writeFileSync(
      join(scratch, 'biome.json'),
      JSON.stringify({
        ...config,
        root: true,
        vcs: { enabled: false },
        files: {},
        linter,
        overrides: [
          { ...engineRules, includes: ['**'], plugins: [join(root, 'engine/purity.grit')] },
        ],
      }),
    );
    const { stdout, stderr, status } = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      ['lint', '--config-path', scratch, scratch],
      { cwd: scratch, encoding: 'utf8' },
    );
    const said = stdout + stderr;
    expect(status).not.toBe(0);
    expect(said.match(/reads no clock and no random source/g)).toHaveLength(3);
    expect(said).toContain('nothing of Node or the browser');
  });
});
