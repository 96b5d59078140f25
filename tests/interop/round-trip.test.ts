/** Lists of events through the files they are exchanged in. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Findings } from '@trilogue/engine/interop/finding';
import { importMsel } from '@trilogue/engine/interop/msel/msel-draft';
import { exportMsel } from '@trilogue/engine/interop/msel/msel-export';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { loadScenario, parseScenario } from '@trilogue/engine/scenario/load';
import { localize } from '@trilogue/engine/scenario/localize';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { describe, expect, test } from 'vitest';
import { loaded } from '../../engine/src/testing/import-draft.js';
import { sampleFile } from '../../engine/src/testing/sample-scenario.js';
import { htmlToMarkdown } from '../../server/src/cli/interop/html-to-markdown.js';
import {
  longestCell,
  type MselFormat,
  writeMsel,
} from '../../server/src/cli/interop/msel-files.js';
import { readTable } from '../../server/src/cli/interop/table-source.js';
import { settings } from './support/read.js';

const folder = new URL('../../scenarios', import.meta.url).pathname;
const ids = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const formats: readonly MselFormat[] = ['xlsx', 'csv', 'json'];
const languages = ['en', 'ja', 'fil'] as const;
type Language = (typeof languages)[number];

/** What an export must bring back, in one language. */
function kept({ injects, defaultLanguage }: Scenario, language: Language) {
  const say = (text: Parameters<typeof localize>[0]) =>
    localize(text, language, defaultLanguage).text;
  return injects.map((inject) => ({
    ...{
      id: inject.id,
      number: inject.number,
      title: say(inject.title),
      kind: inject.kind,
      phase: inject.phase,
    },
    ...{
      channel: inject.channel,
      from: inject.from,
      to: inject.to,
      tlp: inject.tlp,
      body: say(inject.body),
    },
    ...{ attack: inject.attack, release: inject.release },
    choices: inject.choices?.map(({ id, label }) => [id, say(label)]),
    actions: inject.expectations.map(({ action }) => (action === undefined ? null : say(action))),
  }));
}

async function through(format: MselFormat, scenario: Scenario, language: Language) {
  const findings = new Findings();
  const content = await writeMsel(
    exportMsel(scenario, language, longestCell[format]),
    format,
    findings,
  );
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const table = await readTable(bytes, `list.${format}`, {}, findings);
  const result = importMsel(
    table,
    { map: [], hasHeader: true },
    { ...settings, language },
    htmlToMarkdown,
  );
  return { result, bytes, table, told: findings.list() };
}

describe('a list of events', () => {
  const cases = ids.flatMap((id) =>
    formats.flatMap((format) => languages.map((language) => ({ id, format, language }))),
  );
  test.each(cases)(
    '[IO12] of $id comes back from $format in $language',
    async ({ id, format, language }) => {
      const file = loadScenario(readFileSync(join(folder, id, 'scenario.json'), 'utf8'));
      if (!file.ok) throw new Error(file.problems.map(formatProblem).join('\n'));
      const { result, told } = await through(format, file.scenario, language);
      expect(kept(loaded(result), language)).toEqual(kept(file.scenario, language));
      expect(told).toEqual([]);
    },
  );

  test.each(formats)(
    '[IO13] in %s keeps what looks like a formula, an escape or HTML, and runs none of it',
    async (format) => {
      const texts = [
        '=HYPERLINK("https://x.example","y")',
        '+1',
        '-1',
        '@SUM(A1)',
        "'=x",
        '_x0041_ _x005F_',
        ' two  spaces ',
        '<b>bold</b> & "quoted"',
        'line\n\nline\ttab',
        `long ${'文'.repeat(35_000)}`,
      ];
      const file = sampleFile() as { injects: object[] };
      const [first = {}] = file.injects;
      const injects = texts.map((body, index) => ({
        ...first,
        id: `i${index}`,
        number: String(index + 1),
        title: body.slice(0, 100),
        body,
        release: { kind: 'at', minutes: index },
      }));
      const {
        phases: [phase],
        ...rest
      } = sampleFile();
      const parsed = parseScenario({
        ...rest,
        phases: [{ ...phase, exits: [] }],
        injects,
        endings: [],
        positions: [],
        items: [],
        obligations: [],
      });
      if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
      const { result, bytes } = await through(format, parsed.scenario, 'en');
      expect(kept(loaded(result), 'en')).toEqual(kept(parsed.scenario, 'en'));
      if (format === 'csv') expect(new TextDecoder().decode(bytes)).not.toMatch(/(^|[,\n"])[=+@]/m);
    },
  );
});
