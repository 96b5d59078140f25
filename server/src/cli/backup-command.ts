/** `trilogue backup`: a whole system in one file, while it runs or not. */
import type { Command } from 'commander';
import { backupOf, type Manifest, readBackup } from '../backup/backup-file.js';
import { snapshotOf } from '../backup/snapshot.js';
import type { System } from '../backup/system.js';
import { askServer } from './backup/ask-server.js';
import { writeChecked } from './backup/files.js';
import {
  counted,
  dataOption,
  formatOption,
  inMegabytes,
  placeHelp,
  placeOf,
  withFaults,
} from './backup/place.js';
import { print, progress } from './console.js';

interface Options {
  readonly data?: string;
  readonly out: string;
  readonly format: 'text' | 'json';
}

interface Written {
  readonly manifest: Manifest;
  readonly tables: Readonly<Record<string, number>>;
}

export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description('Copy a whole system to one file, while it runs or not.')
    .addOption(dataOption())
    .requiredOption('-o, --out <file>', 'the file; one that is there is replaced')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `${placeHelp}

A running system is copied as it stands at one moment, and play goes on. The file is checked as it
is written, and takes its name only once it is whole. "trilogue restore" reads it back, into SQLite
or PostgreSQL alike. It holds people's names and what they wrote: keep it as you keep the system.
Whoever is signed in signs in again after a restore.

Examples:
  $ trilogue backup --data ./data --out drill-$(date +%F).backup
  $ DATABASE_URL=postgres://… trilogue backup --out drill.backup`,
    )
    .action(({ data, out, format }: Options) =>
      withFaults(async () => {
        const system = placeOf(data, process.env);
        const { result, size } = await backupTo(system, out);
        const { createdAt, rows, schema } = result.manifest;
        if (format === 'json') {
          print(
            JSON.stringify({ file: out, size, createdAt, schema, rows, tables: result.tables }),
          );
          return;
        }
        const exercises = counted(result.tables.exercises ?? 0, 'exercise');
        print(`${out}: ${exercises}, ${counted(rows, 'row')}, ${inMegabytes(size)}; checked.`);
      }),
    );
}

async function backupTo(system: System, out: string) {
  const answer = await askServer(system, '/api/admin/backup');
  if (answer !== null) return writeChecked(out, answer, checked);
  const snapshot = await snapshotOf(system);
  try {
    return await writeChecked(out, backupOf(snapshot, new Date()), checked);
  } finally {
    await snapshot.close();
  }
}

/** What was written is read back as it is written, by the same eyes that a restore has. */
async function checked(bytes: AsyncIterable<Uint8Array>): Promise<Written> {
  const { manifest, pages } = await readBackup(bytes);
  const bar = progress('Copying', manifest.rows);
  const tables: Record<string, number> = {};
  let done = 0;
  try {
    for await (const { table, rows } of pages) {
      tables[table] = (tables[table] ?? 0) + rows.length;
      done += rows.length;
      bar.step(done);
    }
  } finally {
    bar.stop();
  }
  return { manifest, tables };
}
