/** When a server is to end: at which step of a turn, and of which turn. */

export const steps = {
  decided: 'in the transaction, before anything is written',
  written: 'written, before COMMIT',
  committing: 'COMMIT on its way',
  kept: 'after COMMIT, before the answer',
  answered: 'after the answer, before it is told',
  told: 'after it is told',
} as const;

export interface Doom {
  readonly step: keyof typeof steps;
  /** Counted from the first turn of the process. */
  readonly turns: number;
}

export const doomVariable = 'TRILOGUE_FAULT_DOOM';
export const doomedEntry = 'tests/fault/support/doomed.ts';
