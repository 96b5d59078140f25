/** The command line. Each command stands in a file of its own and registers itself here. */
import { Command, CommanderError } from 'commander';
import { registerBackup } from './backup-command.js';
import { registerCheck } from './check-command.js';
import { tell } from './console.js';
import { CliError, exitCodes } from './exit-codes.js';
import { registerExport } from './export-command.js';
import { registerExportExercise } from './export-exercise-command.js';
import { registerImport } from './import-command.js';
import { registerImportExercise } from './import-exercise-command.js';
import { registerMigrate } from './migrate-command.js';
import { registerNew } from './new-command.js';
import { registerPrint } from './print-command.js';
import { registerRehearse } from './rehearse-command.js';
import { registerRestore } from './restore-command.js';
import { registerSchema } from './schema-command.js';

const program = new Command('trilogue')
  .description('Tools for people who design, check, rehearse and keep cyber drills.')
  .version('0.1.0')
  .showHelpAfterError('(run with --help for the options)')
  .exitOverride();

for (const register of [
  registerBackup,
  registerCheck,
  registerExport,
  registerExportExercise,
  registerImport,
  registerImportExercise,
  registerMigrate,
  registerNew,
  registerPrint,
  registerRehearse,
  registerRestore,
  registerSchema,
])
  register(program);

program.addHelpText(
  'after',
  `
Exit codes:
  0  done, and nothing to object to
  1  done, and something was found that needs mending
  2  the command was not understood, or a file can't be read
  3  something went wrong inside the tool`,
);

// Whoever reads the output may have seen enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  // Help and version are no failures; commander has printed what else it did not understand.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
  if (error instanceof CliError) {
    tell(error.message);
    return error.exitCode;
  }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.broken;
}
