/** `trilogue import-exercise`: an exercise from its file. */
import { Readable } from 'node:stream';
import { exerciseIdSchema } from '@trilogue/engine/protocol/ids';
import type { Command } from 'commander';
import { type ImportedExercise, importExercise } from '../backup/import-exercise.js';
import type { System } from '../backup/system.js';
import { askServer, jsonOf } from './backup/ask-server.js';
import { readWithBar } from './backup/files.js';
import { openSystem } from './backup/open-system.js';
import {
  counted,
  dataOption,
  formatOption,
  placeHelp,
  placeOf,
  withFaults,
} from './backup/place.js';
import { print, tell } from './console.js';
import { CliError } from './exit-codes.js';

interface Options {
  readonly data?: string;
  readonly as?: string;
  readonly format: 'text' | 'json';
}

export function registerImportExercise(program: Command): void {
  program
    .command('import-exercise')
    .description('Bring an exercise in from its file.')
    .argument('<file>', 'what "trilogue export-exercise" wrote')
    .addOption(dataOption())
    .option('--as <id>', 'under another id, where its own is taken')
    .addOption(formatOption())
    .addHelpText(
      'after',
      `${placeHelp}

The log is the same to the letter, and so is all that follows from it: views, scores, evaluation.
With --as one fact differs, the one that names the exercise. An exercise that was under way stands
paused where its clock stood. Join codes are new, and people take their seats anew.

Examples:
  $ trilogue import-exercise autumn.trilogue
  $ trilogue import-exercise autumn.trilogue --as autumn-copy`,
    )
    .action((file: string, { data, as, format }: Options) =>
      withFaults(async () => {
        if (as !== undefined && !exerciseIdSchema.safeParse(as).success) {
          throw new CliError('an id is 6 to 64 letters, digits, "-" and "_"');
        }
        const imported = await importFrom(placeOf(data, process.env), file, as ?? null);
        const { exerciseId, title, facts, stage, seatsLeftOut } = imported;
        if (format === 'json') print(JSON.stringify(imported));
        else print(`"${plain(title)}" is ${exerciseId}: ${counted(facts, 'fact')}, ${stage}.`);
        if (seatsLeftOut > 0) {
          const seats = counted(seatsLeftOut, 'seat');
          tell(
            `${seats} stand nameless in it: their ids belong to an exercise that is here already.`,
          );
        }
      }),
    );
}

async function importFrom(
  system: System,
  file: string,
  as: string | null,
): Promise<ImportedExercise> {
  const read = () => readWithBar(file, 'Importing');
  const query = as === null ? '' : `?${new URLSearchParams({ as })}`;
  const answer = await askServer(
    system,
    `/api/admin/import-exercise${query}`,
    Readable.from(read()),
  );
  // Written by the same build's `importExercise`.
  if (answer !== null) return (await jsonOf(answer)) as ImportedExercise;
  const { db, close } = await openSystem(system, true);
  return importExercise(db, read(), as).finally(close);
}

/** What a file holds can't steer the terminal. */
function plain(text: string): string {
  return text.replace(/\p{C}/gu, '');
}
