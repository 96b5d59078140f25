// Everything the project claims, in one run: format, lint, types, unit and integration tests, browser.
// Ends with a line "N passed, N failed". Extra words narrow the run: `npm test -- unit`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../..', import.meta.url).pathname;
const reports = mkdtempSync(join(tmpdir(), 'trilogue-reports-'));
const total = { passed: 0, failed: 0, skipped: 0 };

const stages = {
  verify() {
    step('Format, lint, types', ['npm', 'run', '--silent', 'verify']);
  },
  build() {
    step('Build', ['npm', 'run', '--silent', 'build']);
  },
  unit() {
    const file = join(reports, 'vitest.json');
    const args = ['--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];
    // Who waits for these tests alone waits for fewer random drills.
    const FUZZ = process.env.FUZZ ?? (wanted.length === 0 ? '1.5' : '1');
    const ok = run(['npx', 'vitest', 'run', ...args, `--outputFile.json=${file}`], { FUZZ });
    const report = read(file);
    count('Unit and integration tests', ok, {
      passed: report?.numPassedTests ?? 0,
      failed: report?.numFailedTests ?? 0,
      skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    });
  },
  browser() {
    const file = join(reports, 'playwright.json');
    const ok = run(['npx', 'playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    });
    const stats = read(file)?.stats;
    count('Browser tests', ok, {
      passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
      failed: stats?.unexpected ?? 0,
      skipped: stats?.skipped ?? 0,
    });
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`no stage "${unknown[0]}"; there are: ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}
for (const [name, stage] of Object.entries(stages)) {
  if (wanted.length === 0 || wanted.includes(name)) stage();
}
rmSync(reports, { recursive: true, force: true });
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

function step(title, command) {
  const ok = run(command);
  count(title, ok, { passed: ok ? 1 : 0, failed: 0, skipped: 0 });
}

/** A stage that went wrong without naming a failed test counts as one. */
function count(title, ok, { passed, failed, skipped }) {
  total.passed += passed;
  total.failed += ok ? failed : Math.max(1, failed);
  total.skipped += skipped;
  console.log(`\n${ok ? '✓' : '✗'} ${title}\n`);
}

function run([command, ...args], env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
