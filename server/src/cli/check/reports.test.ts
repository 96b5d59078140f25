import { ruleDocs } from '@trilogue/engine/lint/registry';
import { buildTemplate } from '@trilogue/engine/scenario-template/build-template';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { exitCodeFor } from '../check-command.js';
import { optionsFrom } from '../new/new-options.js';
import { checkFile } from './check-file.js';
import { explain, explainAll } from './explain.js';
import { jsonReport } from './json-report.js';
import { sarifReport } from './sarif-report.js';
import { textReport } from './text-report.js';

/** A sound file with one thing changed. */
function fileWith(change: (text: string) => string) {
  const options = { ...optionsFrom({}, 'drill', 0), schema: './scenario.schema.json' };
  return checkFile('drill/scenario.json', change(JSON.stringify(buildTemplate(options), null, 2)));
}

const sound = fileWith((text) => text);
const unsound = fileWith((text) => text.replace('EXERCISE EXERCISE EXERCISE', 'EXERCISE'));
const broken = fileWith((text) => text.replace('"jp-cert"\n', '"jp-crt"\n'));

describe('what check tells', () => {
  test('[CLI1] a line for each finding, and a summary', () => {
    const lines = textReport([unsound], 'note', false).split('\n');
    expect(lines[0]).toMatch(
      /^drill\/scenario\.json:\d+:\d+ {2}warning {2}content\/no-banner {2}"service-slows" has no exercise banner in en$/,
    );
    expect(lines.at(-1)).toBe('drill/scenario.json: 0 errors, 1 warning, 1 note');
  });

  test('[CLI1] a hint follows what is wrong; names are suggested', () => {
    expect(textReport([broken], 'note', false)).toContain(
      '  error  scenario/unknown-team  "jp-crt"; did you mean "jp-cert"?',
    );
  });

  test('[CLI1] less grave ones can be left out, and are counted all the same', () => {
    expect(textReport([sound, unsound], 'error', false)).toBe(
      '2 files: 0 errors, 1 warning, 2 notes',
    );
  });

  test('[CLI1] many of one code are cut short, colours shown only where asked for', () => {
    const many = fileWith((text) => text.replaceAll('EXERCISE EXERCISE EXERCISE', '8.8.8.8'));
    const told = textReport([many], 'note', true);
    expect(told.split('\n').filter((line) => line.includes('address/ipv4')).length).toBe(21);
    expect(told).toContain(' more of address/ipv4');
    expect(told).toContain('\u001b[33mwarning');
    expect(textReport([many], 'note', false)).not.toContain('\u001b');
  });

  test('[CLI1] what is quoted from a file can’t steer the terminal', () => {
    const sly = checkFile('x.json', '{"formatVersion": 1, "i\\u001b[2Jd": 1}');
    expect(textReport([sly], 'note', false)).not.toContain('\u001b');
  });

  test('[CLI1] a field given twice is an error, although the file loads', () => {
    const doubled = fileWith((text) => text.replace('{', '{ "estimatedMinutes": 5,'));
    expect(textReport([doubled], 'error', false)).toContain('scenario/duplicate-key');
  });

  test('[CLI1] what is missing is named, for it has no place of its own', () => {
    const lacking = fileWith((text) => text.replace(/"title": /, '"tittle": '));
    expect(textReport([lacking], 'error', false)).toContain(
      '  error  scenario/missing-field at title  a value is needed; add the field',
    );
  });

  test('[CLI1] what is nested too deep to be read is told as any other finding', () => {
    const deep = 100_000;
    for (const text of ['['.repeat(deep) + ']'.repeat(deep), '{"a":'.repeat(deep)]) {
      const told = textReport([checkFile('x.json', text)], 'note', false);
      expect(told).toMatch(/^x\.json:1:1 {2}error {2}scenario\/(too-deep|not-json) {2}/);
    }
  });

  test('[CLI2] it ends with 1 from warnings on, or from errors on', () => {
    expect(exitCodeFor([sound], 'warning')).toBe(0);
    expect(exitCodeFor([sound, unsound], 'warning')).toBe(1);
    expect(exitCodeFor([unsound], 'error')).toBe(0);
    expect(exitCodeFor([broken], 'error')).toBe(1);
  });

  test('[CLI3] as JSON each finding has its place', () => {
    const told = JSON.parse(jsonReport([unsound], 'warning'));
    expect(told).toMatchObject({
      files: [
        {
          file: 'drill/scenario.json',
          findings: [{ code: 'content/no-banner', severity: 'warning', path: 'injects[0].body' }],
        },
      ],
      totals: { error: 0, warning: 1, note: 1 },
    });
    expect(told.files[0].findings[0].line).toBeGreaterThan(1);
  });

  test('[CLI3] as SARIF 2.1.0 it has what the standard asks for', () => {
    const told = sarifSchema.parse(JSON.parse(sarifReport([unsound, broken], 'note', '1.0')));
    const [run] = told.runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.length).toBe(ruleDocs.length);
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
    }
    expect(run?.results.map(({ level }) => level)).toContain('error');
    const odd = sarifReport([{ ...unsound, name: 'my drill/日本.json' }], 'note', '1.0');
    expect(odd).toContain('"uri": "my%20drill/%E6%97%A5%E6%9C%AC.json"');
  });

  test('[CLI4] each code is explained, one by one or all at once', () => {
    expect(explain('flow/dead-end')).toMatch(
      /^flow\/dead-end \(warning\)\n\n.+\n\nTo mend it: .+/s,
    );
    expect(explainAll().split('\n').length).toBe(ruleDocs.length);
    expect(() => explain('flow/daed-end')).toThrow('did you mean "flow/dead-end"?');
  });
});

/** The parts of SARIF 2.1.0 that are used here, as strict as the standard has them. */
const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          version: z.string(),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: z.strictObject({ text: z.string() }),
              help: z.strictObject({ text: z.string() }),
              defaultConfiguration: z.strictObject({
                level: z.enum(['none', 'note', 'warning', 'error']),
              }),
            }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.number().int().min(0).optional(),
          level: z.enum(['none', 'note', 'warning', 'error']),
          message: z.strictObject({ text: z.string().min(1) }),
          locations: z.array(
            z.strictObject({
              physicalLocation: z.strictObject({
                artifactLocation: z.strictObject({ uri: z.string().regex(/^[^\s<>\\]+$/) }),
                region: z.strictObject({
                  startLine: z.number().int().min(1),
                  startColumn: z.number().int().min(1),
                }),
              }),
              logicalLocations: z
                .array(z.strictObject({ fullyQualifiedName: z.string() }))
                .optional(),
            }),
          ),
        }),
      ),
    }),
  ),
});
