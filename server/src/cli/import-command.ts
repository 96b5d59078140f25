/** `trilogue import`: drafts from what other tools and planners have. */
import { importAttackFlow } from '@trilogue/engine/interop/attack-flow/flow-draft';
import { importCexf } from '@trilogue/engine/interop/cexf/cexf-draft';
import type { ImportResult, ImportSettings } from '@trilogue/engine/interop/draft';
import { Findings } from '@trilogue/engine/interop/finding';
import { importLimits } from '@trilogue/engine/interop/import-limits';
import { importMsel } from '@trilogue/engine/interop/msel/msel-draft';
import { cellText } from '@trilogue/engine/interop/msel/table';
import { importOpenaev } from '@trilogue/engine/interop/openaev/openaev-draft';
import { type Command, InvalidArgumentError } from 'commander';
import { print } from './console.js';
import { CliError } from './exit-codes.js';
import { readBytes } from './files.js';
import { dryRunReport } from './interop/dry-run.js';
import { htmlToMarkdown } from './interop/html-to-markdown.js';
import { type ImportOptions, settingsFor, withImportOptions } from './interop/import-options.js';
import { exitCodeFor, finishImport } from './interop/import-output.js';
import { readJson } from './interop/json-file.js';
import { readTable } from './interop/table-source.js';

interface MselOptions extends ImportOptions {
  readonly map: readonly (readonly [string, string])[];
  readonly header: boolean;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly dryRun?: true;
}

export function registerImport(program: Command): void {
  const command = program
    .command('import')
    .description(
      'Make a draft scenario from an Attack Flow, a list of events, or another tool’s exercise.',
    )
    .addHelpText(
      'after',
      `
The draft loads and can be rehearsed. What the source has and a scenario can't hold, and
whatever was guessed, is told on standard error: nothing is dropped without a word.
Nothing is ever fetched from a network.

Examples:
  $ trilogue import msel drill.xlsx --dry-run
  $ trilogue import msel drill.xlsx --out my-drill/scenario.json
  $ trilogue import attack-flow NotPetya.afb --out notpetya/scenario.json`,
    );
  registerAttackFlow(command);
  registerMsel(command);
  registerOpenaev(command);
  registerCexf(command);
}

function registerAttackFlow(parent: Command): void {
  withImportOptions(parent.command('attack-flow'))
    .description(
      'From an Attack Flow: a STIX 2.1 bundle, or a file of the Attack Flow Builder (.afb).',
    )
    .addHelpText(
      'after',
      `
Actions become injects, what leads to them their triggers; operators join, conditions branch.
A condition that leads on when false as well has an inject in the deck by which control turns it.

Examples:
  $ trilogue import attack-flow flow.json --out draft/scenario.json
  $ trilogue import attack-flow NotPetya.afb --play-minutes 90 --format json > draft.json`,
    )
    .action((file: string, options: ImportOptions) =>
      importFromJson(file, options, (raw, settings) => importAttackFlow(raw, settings)),
    );
}

function registerOpenaev(parent: Command): void {
  withImportOptions(parent.command('openaev'))
    .description('From an OpenAEV (OpenBAS) export, version 1: its JSON, or the zip it comes in.')
    .addHelpText(
      'after',
      `
Example:
  $ trilogue import openaev simulation.zip --out draft/scenario.json`,
    )
    .action((file: string, options: ImportOptions) =>
      importFromJson(file, options, (raw, settings) =>
        importOpenaev(raw, settings, htmlToMarkdown),
      ),
    );
}

function registerCexf(parent: Command): void {
  withImportOptions(parent.command('cexf'))
    .description('From an exercise in MISP’s Common Exercise Format.')
    .addHelpText(
      'after',
      `
Example:
  $ trilogue import cexf spearphishing-incident.json --out draft/scenario.json`,
    )
    .action((file: string, options: ImportOptions) =>
      importFromJson(file, options, (raw, settings) => importCexf(raw, settings)),
    );
}

async function importFromJson(
  file: string,
  options: ImportOptions,
  make: (raw: unknown, settings: ImportSettings) => ImportResult,
): Promise<void> {
  const findings = new Findings();
  const { raw, sample } = await readJson(file, findings);
  const result = make(raw, settingsFor(file, options, sample));
  await finishImport(result, findings.list(), options);
}

function registerMsel(parent: Command): void {
  withImportOptions(parent.command('msel'))
    .description('From a list of events (MSEL): .xlsx, .csv or JSON, with or without headings.')
    .option(
      '-m, --map <columns>',
      'what columns are: title=C,time=B; a heading will do for letters; skip=K leaves one out',
      mapping,
      [],
    )
    .option('--no-header', 'the first row is an event already')
    .option('--sheet <name>', 'the sheet to read; else the first that holds anything')
    .option('--encoding <name>', 'of a text table; else UTF-8, then guessed')
    .option('--dry-run', 'only tell what columns mean and what is wrong, row by row')
    .addHelpText(
      'after',
      `
Headings are known in English, Japanese and Filipino. Times may be 07:29 PM, 09h05, J+3 09h05,
T+15, Day 2 14:00, 2026-12-01 08:00 and others; options of a decision stand between "|".
Fields for --map: number, phase, scenarioTime, time, from, to, channel, title, body,
expectedAction, objective, controller, status, kind, tlp, attack, choices, within, points,
trigger, notes.

Examples:
  $ trilogue import msel drill.xlsx --dry-run
  $ trilogue import msel drill.csv --map title=C,time=B,body="Inject text"
  $ trilogue import msel chronogram.xlsx --no-header --sheet CHECKLIST --out draft/scenario.json`,
    )
    .action(importList);
}

async function importList(file: string, options: MselOptions): Promise<void> {
  const findings = new Findings();
  const bytes = await readBytes(file, importLimits.fileBytes);
  const table = await readTable(bytes, file, options, findings);
  const sample = table.rows
    .slice(0, 50)
    .flatMap((row) => row.map(cellText))
    .join(' ')
    .slice(0, 20_000);
  const settings = settingsFor(file, options, sample);
  const wish = { map: options.map, hasHeader: options.header };
  const result = importMsel(table, wish, settings, htmlToMarkdown);
  if (options.dryRun === undefined) {
    await finishImport(result, findings.list(), options);
    return;
  }
  const found = [...findings.list(), ...result.findings];
  print(dryRunReport(result, found, options.format));
  process.exitCode = exitCodeFor(found, options.failOn);
}

function mapping(
  text: string,
  before: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
  const pairs = text.split(',').map((part) => {
    const at = part.indexOf('=');
    if (at < 1 || at === part.length - 1) {
      throw new InvalidArgumentError('pairs such as title=C,time=B');
    }
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
  });
  if (before.length + pairs.length > importLimits.columns)
    throw new CliError('--map: too many columns');
  return [...before, ...pairs];
}
