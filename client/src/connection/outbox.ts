/**
 * Commands on their way. Each keeps its id until it is answered, over lost connections and reloads,
 * so the server answers a retry as it answered first and nothing is done twice or lost.
 */
import type { Answer, ClientToServerEvents } from '@trilogue/engine/protocol/socket';
import { newCommandId } from './command-id';

export type Submission = Parameters<ClientToServerEvents['command']>[0];
/** A command as a screen states it. */
export type CommandInput = Submission['command'];

export interface OutboxOptions {
  /** Sends once; rejects when no answer came. */
  readonly send: (submission: Submission) => Promise<Answer>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  readonly storageKey: string;
  readonly onChange: () => void;
  /** What was kept over a reload has its answer; whoever asked is gone. */
  readonly onRestoredAnswer?: (command: CommandInput, answer: Answer) => void;
  readonly later: (run: () => void, ms: number) => void;
}

export interface Outbox {
  readonly pending: number;
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
  isUnderWay: boolean;
  tries: number;
}

const busyCodes: readonly string[] = ['server/overloaded', 'server/unavailable'];
const maxBusyTries = 6;

export function createOutbox(options: OutboxOptions): Outbox {
  const waiting = new Map<string, Waiting>();
  let isLive = false;

  for (const submission of stored(options)) {
    waiting.set(submission.commandId, {
      submission,
      resolve: (answer) => options.onRestoredAnswer?.(submission.command, answer),
      isUnderWay: false,
      tries: 0,
    });
  }

  const keep = () => {
    const open = [...waiting.values()].map(({ submission }) => submission);
    if (open.length === 0) options.storage?.removeItem(options.storageKey);
    else options.storage?.setItem(options.storageKey, JSON.stringify(open));
    options.onChange();
  };

  const settle = (entry: Waiting, answer: Answer) => {
    waiting.delete(entry.submission.commandId);
    keep();
    entry.resolve(answer);
  };

  const attempt = async (entry: Waiting) => {
    if (!isLive || entry.isUnderWay) return;
    entry.isUnderWay = true;
    entry.tries += 1;
    const answer = await options.send(entry.submission).catch(() => null);
    entry.isUnderWay = false;
    if (!waiting.has(entry.submission.commandId)) return;
    const isBusy = answer !== null && !answer.ok && busyCodes.includes(answer.code);
    if (answer !== null && (!isBusy || entry.tries >= maxBusyTries)) settle(entry, answer);
    else options.later(() => void attempt(entry), isBusy ? 300 * 2 ** entry.tries : 1_000);
  };

  return {
    get pending() {
      return waiting.size;
    },
    submit(command, epoch) {
      const commandId = newCommandId();
      const submission: Submission =
        epoch === undefined ? { commandId, command } : { commandId, epoch, command };
      return new Promise((resolve) => {
        const entry: Waiting = { submission, resolve, isUnderWay: false, tries: 0 };
        waiting.set(commandId, entry);
        keep();
        void attempt(entry);
      });
    },
    flush() {
      isLive = true;
      for (const entry of waiting.values()) void attempt(entry);
    },
    hold() {
      isLive = false;
    },
    giveUp(answer) {
      isLive = false;
      for (const entry of [...waiting.values()]) settle(entry, answer);
    },
  };
}

function stored({ storage, storageKey }: OutboxOptions): Submission[] {
  try {
    // Written by `keep` above; the server parses it again anyway.
    return JSON.parse(storage?.getItem(storageKey) ?? '[]') as Submission[];
  } catch {
    return [];
  }
}
