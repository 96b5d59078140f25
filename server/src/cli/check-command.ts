import { isAtLeast, type Severity, severities } from '@trilogue/engine/lint/finding';
import { defaultLintOptions } from '@trilogue/engine/lint/lint-context';
import { scenarioLimits } from '@trilogue/engine/scenario/limits';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CheckedFile, checkFile } from './check/check-file.js';
import { explain, explainAll } from './check/explain.js';
import { jsonReport } from './check/json-report.js';
import { sarifReport } from './check/sarif-report.js';
import { textReport } from './check/text-report.js';
import { print } from './console.js';
import { CliError, exitCodes } from './exit-codes.js';
import { readPiped, readText } from './files.js';

interface Options {
  readonly format: 'text' | 'json' | 'sarif';
  readonly severity: Severity;
  readonly failOn: 'error' | 'warning';
  readonly maxOpen: number;
  readonly explain?: string | true;
}

/** `trilogue check`: everything a designer should know of a scenario before anybody plays it. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('Check scenario files: what can’t be used, and what was hardly meant.')
    .argument('[files...]', 'scenario files; "-" for what is piped in')
    .addOption(
      new Option('--format <format>', 'how to tell what was found')
        .choices(['text', 'json', 'sarif'])
        .default('text'),
    )
    .addOption(
      new Option('--severity <severity>', 'the least grave to tell')
        .choices([...severities])
        .default('note'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the least grave to end with exit code 1')
        .choices(['error', 'warning'])
        .default('warning'),
    )
    .option(
      '--max-open <tasks>',
      'tasks a team can have within ten minutes',
      toCount,
      defaultLintOptions.maxOpen,
    )
    .option(
      '--explain [code]',
      'tell what a code means and how to mend it; all of them without one',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ trilogue check scenarios/tidewall/scenario.json
  $ trilogue check --format sarif my-scenario/scenario.json > findings.sarif
  $ trilogue check --explain flow/dead-end`,
    )
    .action(async (names: string[], options: Options) => {
      if (options.explain !== undefined) {
        print(options.explain === true ? explainAll() : explain(options.explain));
        return;
      }
      if (names.length === 0)
        throw new CliError('name a scenario file, or "-" for what is piped in');
      const files: CheckedFile[] = [];
      for (const name of names) {
        const text = await textFrom(name);
        files.push(checkFile(name === '-' ? '<stdin>' : name, text, options));
      }
      print(report(files, options, program.version() ?? ''));
      process.exitCode = exitCodeFor(files, options.failOn);
    });
}

/** Bytes of a text of so many characters are at most thrice as many. */
const maxBytes = scenarioLimits.fileLength * 3;

function textFrom(name: string): Promise<string> {
  return name === '-' ? readPiped(process.stdin, '<stdin>', maxBytes) : readText(name, maxBytes);
}

function report(
  files: readonly CheckedFile[],
  { format, severity }: Options,
  version: string,
): string {
  if (format === 'json') return jsonReport(files, severity);
  if (format === 'sarif') return sarifReport(files, severity, version);
  return textReport(files, severity, process.stdout.isTTY === true && !process.env.NO_COLOR);
}

export function exitCodeFor(files: readonly CheckedFile[], failOn: Severity): number {
  const hasFailed = files.some(({ findings }) =>
    findings.some(({ severity }) => isAtLeast(severity, failOn)),
  );
  return hasFailed ? exitCodes.findings : exitCodes.ok;
}

function toCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('a whole number from 1 on');
}
