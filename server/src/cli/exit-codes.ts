/** How a command ended, for scripts. */
export const exitCodes = { ok: 0, findings: 1, usage: 2, broken: 3 } as const;

/** What the person at the command line can put right. Its message is all they are shown. */
export class CliError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}
