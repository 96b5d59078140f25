/** The command line. Each command stands in a file of its own and registers itself here. */
import { Command, CommanderError } from 'commander';
import { tell } from './console.js';
import { CliError, exitCodes } from './exit-codes.js';

/** By name; only the one that was asked for is loaded, for some bring much along. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  backup: async () => (await import('./backup-command.js')).registerBackup,
  check: async () => (await import('./check-command.js')).registerCheck,
  export: async () => (await import('./export-command.js')).registerExport,
  'export-exercise': async () =>
    (await import('./export-exercise-command.js')).registerExportExercise,
  import: async () => (await import('./import-command.js')).registerImport,
  'import-exercise': async () =>
    (await import('./import-exercise-command.js')).registerImportExercise,
  migrate: async () => (await import('./migrate-command.js')).registerMigrate,
  new: async () => (await import('./new-command.js')).registerNew,
  print: async () => (await import('./print-command.js')).registerPrint,
  rehearse: async () => (await import('./rehearse-command.js')).registerRehearse,
  restore: async () => (await import('./restore-command.js')).registerRestore,
  schema: async () => (await import('./schema-command.js')).registerSchema,
};

const program = new Command('trilogue')
  .description('Tools for people who design, check, rehearse and keep cyber drills.')
  .version('0.1.0')
  .showHelpAfterError('(run with --help for the options)')
  .exitOverride();

const asked = process.argv[2] ?? '';
// Help, and a slip of the pen, are answered with them all.
const wanted = Object.hasOwn(commands, asked) ? [asked] : Object.keys(commands);
for (const name of wanted) (await commands[name]?.())?.(program);

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
