/**
 * Commands on their way. Each keeps its id until it is answered, over lost connections and reloads,
 * so the server answers a retry as it answered first and nothing is done twice or lost.
 */
import type { Answer, ClientToServerEvents } from '@trilogue/engine/protocol/socket';
import { newCommandId } from './command-id';
import type { OutboxMemory } from './outbox-memory';

export type Submission = Parameters<ClientToServerEvents['command']>[0];
/** A command as a screen states it. */
export type CommandInput = Submission['command'];

export interface OutboxOptions {
  /** Sends once; rejects when no answer came. */
  readonly send: (submission: Submission) => Promise<Answer>;
  readonly memory: OutboxMemory;
  readonly onChange: () => void;
  /** What was kept over a reload has its answer; whoever asked is gone. */
  readonly onRestoredAnswer?: (command: CommandInput, answer: Answer) => void;
  readonly later: (run: () => void, ms: number) => void;
}

export interface Outbox {
  readonly pending: number;
  /** What has no answer yet, in the order in which it was submitted. */
  readonly outgoing: readonly CommandInput[];
  submit(command: CommandInput, epoch: number | undefined): Promise<Answer>;
  /** The connection is live: send what waits. */
  flush(): void;
  /** The connection is away: hold. */
  hold(): void;
  /** Nobody will answer any more. */
  giveUp(answer: Answer): void;
}

interface Waiting {
  readonly submission: Submission;
  readonly resolve: (answer: Answer) => void;
  /** On its way, or resting before the next try. */
  isUnderWay: boolean;
  tries: number;
}

/** The server could not take it just now, and may soon. */
const busyCodes: readonly string[] = ['server/overloaded', 'server/unavailable'];
const firstWaitMs = 300;
const longestWaitMs = 5_000;
/** Some five minutes: then whoever asked is told. */
const maxBusyTries = 60;

/**
 * One after the other, in the order in which they were submitted: what waits for the line, or for a
 * server that is busy, lets nothing overtake it. But REAL WORLD waits for nothing.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const waiting = new Map<string, Waiting>();
  let isLive = false;
  /** How many lines were lost. */
  let lines = 0;

  for (const submission of options.memory.take()) {
    waiting.set(submission.commandId, {
      submission,
      resolve: (answer) => options.onRestoredAnswer?.(submission.command, answer),
      isUnderWay: false,
      tries: 0,
    });
  }

  const store = () =>
    options.memory.keep([...waiting.values()].map(({ submission }) => submission));
  const keep = () => {
    store();
    options.onChange();
  };
  // Whoever makes an outbox does not have it yet: nothing is called back from here.
  if (waiting.size > 0) store();

  const settle = (entry: Waiting, answer: Answer) => {
    waiting.delete(entry.submission.commandId);
    keep();
    entry.resolve(answer);
  };

  const attempt = async (entry: Waiting) => {
    if (!isLive || entry.isUnderWay) return;
    entry.isUnderWay = true;
    entry.tries += 1;
    const line = lines;
    const answer = await options.send(entry.submission).catch(() => null);
    if (!waiting.has(entry.submission.commandId)) return;
    // The line that it went out on is gone, and it was sent again on the next one.
    if (answer === null && line !== lines) return;
    const isBusy = answer !== null && !answer.ok && busyCodes.includes(answer.code);
    if (answer !== null && (!isBusy || entry.tries >= maxBusyTries)) {
      settle(entry, answer);
      next();
    } else {
      const waitMs = Math.min(firstWaitMs * 2 ** entry.tries, longestWaitMs);
      const again = () => {
        entry.isUnderWay = false;
        next();
      };
      // A line that broke is tried as soon as it is back.
      if (answer === null) entry.isUnderWay = false;
      options.later(again, isBusy ? waitMs : 1_000);
    }
  };

  const next = () => {
    let isFirst = true;
    for (const entry of waiting.values()) {
      if (isUrgent(entry)) void attempt(entry);
      else if (isFirst) {
        isFirst = false;
        void attempt(entry);
      }
    }
  };

  return {
    get pending() {
      return waiting.size;
    },
    get outgoing() {
      return [...waiting.values()].map(({ submission }) => submission.command);
    },
    submit(command, epoch) {
      const commandId = newCommandId();
      const submission: Submission =
        epoch === undefined ? { commandId, command } : { commandId, epoch, command };
      return new Promise((resolve) => {
        waiting.set(commandId, { submission, resolve, isUnderWay: false, tries: 0 });
        keep();
        next();
      });
    },
    flush() {
      isLive = true;
      next();
    },
    hold() {
      if (!isLive) return;
      isLive = false;
      lines += 1;
      // Nobody will answer on that line any more.
      for (const entry of waiting.values()) entry.isUnderWay = false;
    },
    giveUp(answer) {
      isLive = false;
      for (const entry of [...waiting.values()]) settle(entry, answer);
    },
  };
}

function isUrgent({ submission }: Waiting): boolean {
  return submission.command.type === 'RaiseRealWorld';
}
