/** `trilogue export`: a scenario for other tools and for planners. */
import { Findings, formatFinding } from '@trilogue/engine/interop/finding';
import { exportMsel } from '@trilogue/engine/interop/msel/msel-export';
import type { MselLanguage } from '@trilogue/engine/interop/msel/msel-words';
import { formatProblem } from '@trilogue/engine/scenario/errors';
import { scenarioLimits } from '@trilogue/engine/scenario/limits';
import { loadScenario } from '@trilogue/engine/scenario/load';
import { type Command, Option } from 'commander';
import { print, tell } from './console.js';
import { CliError } from './exit-codes.js';
import { readText, write } from './files.js';
import { longestCell, writeMsel } from './interop/msel-files.js';

interface Options {
  readonly format: 'xlsx' | 'csv' | 'json';
  readonly lang: MselLanguage;
  readonly out?: string;
  readonly findings?: string;
}

export function registerExport(program: Command): void {
  const command = program
    .command('export')
    .description('Write a scenario in a form that other tools and planners read.')
    .addHelpText(
      'after',
      `
Example:
  $ trilogue export msel scenario.json --out drill.xlsx`,
    );
  command
    .command('msel')
    .description('Its events as a Master Scenario Events List with the columns of HSEEP.')
    .argument('<file>', 'the scenario')
    .addOption(
      new Option('-f, --format <format>', 'spreadsheet, text table, or JSON')
        .choices(['xlsx', 'csv', 'json'])
        .default('xlsx'),
    )
    .addOption(
      new Option('-l, --lang <language>', 'language of headings and texts')
        .choices(['en', 'ja', 'fil'])
        .default('en'),
    )
    .option('-o, --out <file>', 'write it to a file; a spreadsheet needs one')
    .option(
      '--findings <file>',
      'write what a list can’t hold to a file (.json for JSON) instead of standard error',
    )
    .addHelpText(
      'after',
      `
"trilogue import msel" reads the list back to the same events. Columns whose heading begins
with "_" keep the scenario's ids for that. A cell that a spreadsheet program would take for a
formula has an apostrophe before it, which the import takes off again.

Examples:
  $ trilogue export msel scenario.json --out drill.xlsx
  $ trilogue export msel scenario.json --format csv --lang ja > drill.csv`,
    )
    .action(exportList);
}

async function exportList(file: string, { format, lang, out, findings }: Options): Promise<void> {
  const loaded = loadScenario(await readText(file, scenarioLimits.fileLength * 3));
  if (!loaded.ok) {
    throw new CliError(
      loaded.problems.map((problem) => `${file}: ${formatProblem(problem)}`).join('\n'),
    );
  }
  if (format === 'xlsx' && out === undefined) {
    throw new CliError('a spreadsheet is no text: name a file for it with --out');
  }
  const found = new Findings();
  const list = exportMsel(loaded.scenario, lang, longestCell[format]);
  const content = await writeMsel(list, format, found);
  if (out !== undefined) await write(out, content);
  else print(typeof content === 'string' ? content : new TextDecoder().decode(content));
  const told = [...list.findings, ...found.list()];
  const lines = [...told.map(formatFinding), `${list.rows.length} events were written.`];
  if (findings === undefined) tell(lines.join('\n'));
  else if (/\.json$/i.test(findings)) {
    await write(
      findings,
      `${JSON.stringify({ rows: list.rows.length, findings: told }, null, 2)}\n`,
    );
  } else await write(findings, `${lines.join('\n')}\n`);
}
