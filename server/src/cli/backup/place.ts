/** Which system a command is about, and how what goes wrong with it is told at the command line. */
import { Option } from 'commander';
import { CopyFault, type FaultCode } from '../../backup/faults.js';
import { type System, systemAt } from '../../backup/system.js';
import { DatabaseUnavailable } from '../../store/database.js';
import { CliError, exitCodes } from '../exit-codes.js';

export const placeHelp = `
Where the system stands: --data, else DATABASE_URL, else TRILOGUE_DATA, else ./data. An address
with a password is better set as DATABASE_URL, for others may see the arguments of a process.`;

export function dataOption(): Option {
  return new Option('-d, --data <place>', 'the data folder, or postgres://…');
}

export function formatOption(): Option {
  return new Option('-f, --format <format>', 'how the result is told')
    .choices(['text', 'json'])
    .default('text');
}

/** @param env of the process */
export function placeOf(
  data: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): System {
  return systemAt(data ?? (env.DATABASE_URL || env.TRILOGUE_DATA || './data'));
}

const hints: Partial<Readonly<Record<FaultCode, string>>> = {
  'system/not-empty': 'Give it an empty place, or let this one go with --replace',
  'exercise/exists': 'Give it another id with --as NEW-ID',
};

/** Runs a command’s work; what the person can put right becomes a message without a stack. */
export async function withFaults<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw new CliError(error.message);
    if (!(error instanceof CopyFault)) throw error;
    const hint = hints[error.code];
    const exitCode = error.code === 'copy/differs' ? exitCodes.broken : exitCodes.usage;
    throw new CliError(`${error.message}${hint === undefined ? '' : `. ${hint}`}`, exitCode);
  }
}

export function inMegabytes(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
