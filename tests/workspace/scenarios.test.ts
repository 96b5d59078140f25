/** The bundled scenarios and their schema. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { scenarioJsonSchema } from '@trilogue/engine/scenario/json-schema';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { textsOf } from '@trilogue/engine/scenario/localize';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../scenarios', import.meta.url).pathname;
const ids = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const languages = ['en', 'ja', 'fil'];

describe('bundled scenarios', () => {
  test('[SCN5] the published schema is what the language says now', () => {
    const published = JSON.parse(readFileSync(join(folder, 'scenario.schema.json'), 'utf8'));
    expect(published, 'run `npm run schema`').toEqual(
      JSON.parse(JSON.stringify(scenarioJsonSchema())),
    );
  });

  test.each(ids)('[SCN6] %s loads, in a folder of its id', (id) => {
    const result = loadScenario(readFileSync(join(folder, id, 'scenario.json'), 'utf8'));
    expect(result.ok ? [] : result.problems.map(formatProblem)).toEqual([]);
    expect(result.ok && result.scenario.id).toBe(id);
  });

  test.each(ids)('[SCN7] %s says everything in three languages, under its rules', (id) => {
    const raw = JSON.parse(readFileSync(join(folder, id, 'scenario.json'), 'utf8'));
    const texts = [...textsOf(raw)];
    expect(texts.length).toBeGreaterThan(50);
    for (const { path, text } of texts) {
      expect([path, Object.keys(text).sort()]).toEqual([path, [...languages].sort()]);
      for (const [language, words] of Object.entries(text)) {
        const where = `${path}.${language}`;
        expect([where, /\b(JST|PST|PHT|EST|EDT|PDT|GMT)\b/.test(words)]).toEqual([where, false]);
        for (const [address] of words.matchAll(/\b\d{1,3}(\.\d{1,3}){3}\b/g)) {
          expect(address).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/);
        }
      }
    }
    for (const inject of raw.injects) {
      for (const language of languages) {
        expect(inject.body[language], `${inject.id} ${language}`).toContain(
          'EXERCISE EXERCISE EXERCISE',
        );
      }
    }
  });
});
