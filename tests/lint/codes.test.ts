/** The codes of checking, against the sources that report them; and how long the largest file takes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScenario } from '@trilogue/engine/lint/lint';
import { loadingDocs } from '@trilogue/engine/lint/loading-docs';
import { expect, test } from 'vitest';
import { largeScenarioText } from '../bench/large-scenario.js';

const folder = new URL('../../engine/src/scenario', import.meta.url).pathname;

test('[LINT15] every code that loading reports is explained, and no other', () => {
  const source = readdirSync(folder)
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const reported = new Set([...source.matchAll(/'(scenario\/[a-z-]+)'/g)].map(([, code]) => code));
  const kinds = /type Kind =([^;]+);/.exec(source)?.[1] ?? '';
  for (const [, kind] of kinds.matchAll(/'([a-z]+)'/g)) reported.add(`scenario/unknown-${kind}`);
  // Only the command line sees a field twice: what parses it keeps the last.
  reported.add('scenario/duplicate-key');
  expect(loadingDocs.map(({ code }) => code).sort()).toEqual([...reported].sort());
});

test('[LINT16] a file as large as the limits allow is checked within seconds', () => {
  const text = largeScenarioText();
  const startedAt = performance.now();
  const { scenario, findings } = checkScenario(text);
  const tookMs = performance.now() - startedAt;
  console.log(`${text.length} characters, ${findings.length} findings, ${Math.round(tookMs)} ms`);
  expect(scenario).not.toBeNull();
  expect(tookMs).toBeLessThan(20_000);
});
