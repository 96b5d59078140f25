/** `trilogue export-exercise`: one exercise as one file that another Trilogue reads. */
import type { Command } from 'commander';
import { type ExerciseHead, exerciseFormat } from '../backup/exercise-file.js';
import { exportExercise } from '../backup/export-exercise.js';
import { readLines } from '../backup/line-file.js';
import type { System } from '../backup/system.js';
import { askServer } from './backup/ask-server.js';
import { writeChecked } from './backup/files.js';
import { openSystem } from './backup/open-system.js';
import {
  counted,
  dataOption,
  formatOption,
  inMegabytes,
  placeHelp,
  placeOf,
  withFaults,
} from './backup/place.js';
import { print } from './console.js';

interface Options {
  readonly data?: string;
  readonly out: string;
  readonly withNames?: true;
  readonly format: 'text' | 'json';
}

export function registerExportExercise(program: Command): void {
  program
    .command('export-exercise')
    .description('Write one exercise to one self-contained file.')
    .argument('<id>', 'the exercise’s id, as it stands in its address')
    .addOption(dataOption())
    .requiredOption('-o, --out <file>', 'the file; one that is there is replaced')
    .option('--with-names', 'with the names under which people joined')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `${placeHelp}

The file holds the scenario, the whole log with scores and evaluation, seats, drafts and attachments;
no tokens and no join codes. Without --with-names it names nobody, except where people wrote names
themselves. It can be taken while the exercise is played.

Examples:
  $ trilogue export-exercise V1StGXR8_Z5j --out autumn.trilogue
  $ trilogue export-exercise V1StGXR8_Z5j --with-names --out autumn.trilogue`,
    )
    .action((id: string, { data, out, withNames, format }: Options) =>
      withFaults(async () => {
        const system = placeOf(data, process.env);
        const { result: head, size } = await exportTo(system, id, withNames === true, out);
        const { exerciseId, facts, hasNames } = head;
        if (format === 'json') {
          print(JSON.stringify({ file: out, size, exerciseId, facts, hasNames }));
        } else {
          const names = hasNames ? 'with names' : 'without names';
          print(`${out}: ${counted(facts, 'fact')}, ${names}, ${inMegabytes(size)}; checked.`);
        }
      }),
    );
}

async function exportTo(system: System, id: string, withNames: boolean, out: string) {
  const query = new URLSearchParams({ id, names: withNames ? 'yes' : 'no' });
  const answer = await askServer(system, `/api/admin/export-exercise?${query}`);
  if (answer !== null) return writeChecked(out, answer, checked);
  const { db, close } = await openSystem(system, false);
  try {
    const { bytes } = await exportExercise(db, id, { withNames, now: new Date() });
    return await writeChecked(out, bytes, checked);
  } finally {
    await close();
  }
}

async function checked(bytes: AsyncIterable<Uint8Array>): Promise<ExerciseHead> {
  const { first, lines } = await readLines(bytes, exerciseFormat);
  for await (const _line of lines);
  return first;
}
