/** `trilogue migrate`: an SQLite system copied over to PostgreSQL. */
import type { Command } from 'commander';
import { pagesOfAll } from '../backup/backup-file.js';
import { restoreInto } from '../backup/restore.js';
import { findRunning } from '../backup/running.js';
import { snapshotOf } from '../backup/snapshot.js';
import { systemAt } from '../backup/system.js';
import { counted, formatOption, withFaults } from './backup/place.js';
import { print, progress } from './console.js';
import { CliError } from './exit-codes.js';

interface Options {
  readonly from: string;
  readonly to?: string;
  readonly format: 'text' | 'json';
}

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Copy an SQLite system over to PostgreSQL.')
    .requiredOption('--from <folder>', 'the data folder; no Trilogue may be running on it')
    .option('--to <address>', 'postgres://…, an empty database; DATABASE_URL if not given')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `
Every table is compared, by count and by hash, before anything is kept; the SQLite system stays as
it was. Then start Trilogue with DATABASE_URL set. Links for facilitators are printed anew at the
start, players keep their seats, and whoever was signed in signs in again.

Example:
  $ DATABASE_URL=postgres://… trilogue migrate --from ./data`,
    )
    .action((options: Options) => withFaults(() => migrateOver(options)));
}

async function migrateOver({ from, to, format }: Options): Promise<void> {
  const source = systemAt(from);
  const target = systemAt(to ?? process.env.DATABASE_URL ?? '');
  if (source.kind !== 'sqlite') throw new CliError('--from is a data folder, not an address');
  if (target.kind !== 'postgres')
    throw new CliError('--to, or DATABASE_URL, is to be postgres://…');
  const running = findRunning(source.dataDir);
  if (running !== null) {
    throw new CliError(`Trilogue is running on ${from} (process ${running.pid}); stop it first`);
  }
  const snapshot = await snapshotOf(source);
  const bar = progress('Copying', snapshot.rows);
  try {
    const tables = await restoreInto(target, {
      schema: snapshot.schema,
      pages: pagesOfAll(snapshot),
      step: bar.step,
      mayReplace: false,
    });
    bar.stop();
    const rows = [...tables.values()].reduce((all, count) => all + count, 0);
    if (format === 'json') print(JSON.stringify({ rows, tables: Object.fromEntries(tables) }));
    else {
      const exercises = counted(tables.get('exercises') ?? 0, 'exercise');
      print(`Copied and compared: ${exercises}, ${counted(rows, 'row')}.`);
    }
  } finally {
    bar.stop();
    await snapshot.close();
  }
}
