/** The bundled scenarios and their schema. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkScenario } from '@trilogue/engine/lint/lint';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { scenarioJsonSchema } from '@trilogue/engine/scenario/json-schema';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../scenarios', import.meta.url).pathname;
const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('bundled scenarios', () => {
  test('[SCN5] the published schema is what the language says now', () => {
    const published = JSON.parse(readFileSync(join(folder, 'scenario.schema.json'), 'utf8'));
    expect(published, 'run `npm run schema`').toEqual(
      JSON.parse(JSON.stringify(scenarioJsonSchema())),
    );
  });

  test.each(ids)('[SCN6] %s loads, in a folder of its id', (id) => {
    const { scenario, findings } = checked(id);
    expect(findings.filter(({ severity }) => severity === 'error').map(formatProblem)).toEqual([]);
    expect(scenario?.id).toBe(id);
  });

  test.each(ids)('[SCN7] %s says everything in three languages, under its rules', (id) => {
    const { scenario, findings } = checked(id);
    expect([...(scenario?.languages ?? [])].sort()).toEqual(['en', 'fil', 'ja']);
    expect(findings.filter(({ severity }) => severity === 'warning').map(formatProblem)).toEqual(
      [],
    );
  });
});

function checked(id: string) {
  return checkScenario(readFileSync(join(folder, id, 'scenario.json'), 'utf8'));
}
