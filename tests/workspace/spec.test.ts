/** The numbered rules and the tests that name them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

test('[SPEC1] every rule has a test that names it, and every test names a rule', () => {
  const spec = readFileSync(join(root, 'tests/SPEC.md'), 'utf8');
  const rules = [...spec.matchAll(/^- \*\*([A-Z0-9]+)\*\*/gm)].map(([, id]) => id ?? '');
  expect(rules.length - new Set(rules).size, 'a rule is numbered twice').toBe(0);
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root })
    .toString()
    .split('\n')
    .filter((path) => /\.(test|spec)\.tsx?$|tests\/contract\//.test(path))
    // What was taken out and not committed yet is listed still.
    .filter((path) => existsSync(join(root, path)));
  const named = new Set(
    files.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/['"`]\[([A-Z0-9]+)\] /g)].map(
        ([, id]) => id ?? '',
      ),
    ),
  );
  expect({
    rulesWithoutTest: rules.filter((id) => !named.has(id)),
    testsWithoutRule: [...named].filter((id) => !rules.includes(id)),
  }).toEqual({ rulesWithoutTest: [], testsWithoutRule: [] });
});
