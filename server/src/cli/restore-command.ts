/** `trilogue restore`: a system from its backup, into an empty place or instead of another. */
import { confirm } from '@inquirer/prompts';
import type { Command } from 'commander';
import { readBackup } from '../backup/backup-file.js';
import { restoreInto, standingIn } from '../backup/restore.js';
import { findRunning } from '../backup/running.js';
import type { System } from '../backup/system.js';
import { readWithBar } from './backup/files.js';
import {
  counted,
  dataOption,
  formatOption,
  placeHelp,
  placeOf,
  withFaults,
} from './backup/place.js';
import { print, progress } from './console.js';
import { CliError } from './exit-codes.js';

interface Options {
  readonly data?: string;
  readonly replace?: true;
  readonly yes?: true;
  readonly format: 'text' | 'json';
}

export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description('Bring a system back from its backup.')
    .argument('<file>', 'what "trilogue backup" wrote')
    .addOption(dataOption())
    .option('--replace', 'let the system go that stands there; you are asked first')
    .option('-y, --yes', 'do not ask')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `${placeHelp}

The file is read to its end and checked before anything is written; then all of it comes back, or
nothing. Nobody may be running on that place. A backup of an older Trilogue is brought up to date;
one of a newer Trilogue is refused.

Examples:
  $ trilogue restore drill.backup --data ./data
  $ DATABASE_URL=postgres://… trilogue restore drill.backup --replace`,
    )
    .action((file: string, options: Options) => withFaults(() => restore(file, options)));
}

async function restore(file: string, { data, replace, yes, format }: Options): Promise<void> {
  const system = placeOf(data, process.env);
  const check = await readBackup(readWithBar(file, 'Checking'));
  for await (const _page of check.pages);
  ensureNotRunning(system);
  if (replace && !yes) await ask(system);

  const { manifest, pages } = await readBackup(readWithBar(file, 'Reading'));
  const bar = progress('Restoring', manifest.rows);
  const tables = await restoreInto(system, {
    schema: manifest.schema,
    pages,
    step: bar.step,
    mayReplace: replace === true,
  }).finally(bar.stop);
  const { createdAt, rows } = manifest;
  if (format === 'json') {
    print(JSON.stringify({ createdAt, rows, tables: Object.fromEntries(tables) }));
  } else {
    const exercises = counted(tables.get('exercises') ?? 0, 'exercise');
    print(`Restored as it stood at ${createdAt}: ${exercises}, ${counted(rows, 'row')}; compared.`);
  }
}

function ensureNotRunning(system: System): void {
  const running = system.kind === 'sqlite' ? findRunning(system.dataDir) : null;
  if (running === null) return;
  throw new CliError(`Trilogue is running there (process ${running.pid}); stop it first`);
}

async function ask(system: System): Promise<void> {
  const standing = await standingIn(system);
  if (standing === null) return;
  const lost = counted(standing.exercises, 'exercise');
  if (!process.stdin.isTTY) {
    throw new CliError(`a system with ${lost} would go; say --yes if that is meant`);
  }
  const isMeant = await confirm({
    message: `A system with ${lost} stands there and goes for good. Replace it?`,
    default: false,
  });
  if (!isMeant) throw new CliError('nothing was changed');
}
