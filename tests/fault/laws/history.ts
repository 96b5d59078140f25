/** What clients and exports tell of a run, and what a law makes of it. */
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Answer } from '@trilogue/engine/protocol/socket';

export interface Attempt {
  /** The clients' own steady clock, ms. */
  readonly sentAtMs: number;
  readonly answeredAtMs: number | null;
  /** Null when none came: the command may have been kept or not. */
  readonly answer: Answer | null;
}

/** One command, under one id, however often it was sent. */
export interface Asked {
  readonly seatId: string;
  readonly commandId: string;
  /** Words that stand in this command's fact and in no other's. */
  readonly mark: string;
  readonly attempts: readonly Attempt[];
}

/** A message that a client was shown, under the place in the log that it was told. */
export interface Shown {
  readonly seatId: string;
  readonly seq: number;
  readonly text: string;
}

/** What a client's screen holds at the end. */
export interface Screen {
  readonly seatId: string;
  readonly tableId: string;
  readonly texts: ReadonlyMap<number, string>;
}

/** An inject that goes out by itself. */
export interface Planned {
  readonly injectId: string;
  /** ms of play time. */
  readonly dueAtMs: number;
}

export interface History {
  readonly asked: readonly Asked[];
  readonly shown: readonly Shown[];
  /** Frames that did not follow on what the client knew. */
  readonly jumps: readonly string[];
  readonly screens: readonly Screen[];
  /** The log each time it was exported, oldest first. */
  readonly exports: readonly (readonly Fact[])[];
  readonly plan: readonly Planned[];
  /**
   * By how much server and clients may disagree on how time passes over the whole run, ms; left out
   * where the run moves the clock that the server starts from.
   */
  readonly driftMs?: number;
}

export interface Reading {
  /** The last export. */
  readonly log: readonly Fact[];
  readonly byMark: ReadonlyMap<string, readonly Fact[]>;
}

export interface Finding {
  readonly code: FindingCode;
  readonly what: string;
}

export type FindingCode =
  | 'log/hole'
  | 'log/rewritten'
  | 'log/backwards'
  | 'ack/lost'
  | 'ack/too-early'
  | 'command/twice'
  | 'command/unasked'
  | 'refusal/applied'
  | 'answer/changed'
  | 'order/broken'
  | 'response/twice'
  | 'inject/twice'
  | 'inject/skipped'
  | 'inject/untimely'
  | 'clock/pace'
  | 'clock/drift'
  | 'clock/false-gap'
  | 'view/phantom'
  | 'view/behind'
  | 'view/jump';

export type Law = (history: History, reading: Reading) => Finding[];

/** The server's own trouble is no answer to the command: it may be kept all the same. */
export function isFinal(answer: Answer | null): answer is Answer {
  return answer !== null && (answer.ok || !answer.code.startsWith('server/'));
}
