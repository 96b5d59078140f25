/** One exercise's queue: what arrives in one turn of the event loop is decided, kept and told together. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { evolve } from '@trilogue/engine/exercise/evolve';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { reject } from '@trilogue/engine/exercise/rejections';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import type { Log } from '../log.js';
import {
  type Addition,
  type ClockRecord,
  type EventStore,
  type Ground,
  UnreadableLog,
} from '../store/event-store.js';
import type { ServerClock } from './clock.js';
import { Rest } from './rest.js';
import { decideTurn, receiptKey, type Submission, unavailable } from './turn.js';

/** Most commands decided in one turn; the rest wait for the next. */
const maxPerTurn = 500;
/** A turn of so many is followed by a rest: where many come, one transaction keeps them all. */
const manyCommands = 16;
/** Most commands that wait, while the database does not answer. */
const maxQueue = 20_000;

export interface Change {
  readonly before: ExerciseState;
  readonly facts: readonly Fact[];
  /** The state after each of the facts. */
  readonly states: readonly ExerciseState[];
  readonly after: ExerciseState;
  /** Whether this process appended it; if not, it was found in the log. */
  readonly isOwn: boolean;
}

export interface RunnerParts {
  readonly exerciseId: ExerciseId;
  readonly events: EventStore;
  readonly clock: ServerClock;
  readonly log: Log;
}

export interface RunnerHooks {
  /** What has to be decided before anything else, after a gap. */
  readonly recovery: (
    state: ExerciseState,
    recorded: ClockRecord | null,
    nowMs: number,
  ) => Command | null;
  /** Facts are durable, and if they were asked for here, their senders have their answers. */
  readonly committed: (change: Change) => void;
  /** A transaction went through. */
  readonly kept: (ms: number, turn: { readonly facts: number; readonly commands: number }) => void;
  /** A turn is over. */
  readonly settled: (outcome: { readonly hasFailed: boolean; readonly hasFacts: boolean }) => void;
}

interface Pending {
  readonly submission: Submission;
  readonly answer: (answer: Answer) => void;
}

/** A turn that is on record. */
interface Kept {
  /** What others had done before it. */
  readonly missed: Change;
  readonly made: Change;
  readonly answers: readonly Answer[];
  readonly addition: Addition | null;
}

export class Runner {
  readonly exerciseId: ExerciseId;
  #state: ExerciseState;
  #queue: Pending[] = [];
  #isScheduled = false;
  /** Whether what stands on record is in doubt. */
  #isStale = false;
  /** Whether others are known to have added to it. */
  #isBehind = false;
  /** Those who wait until the log has been read. */
  #readers: (() => void)[] = [];
  #unreadable: string | null = null;
  #turn: Promise<void> = Promise.resolve();
  readonly #rest = new Rest();
  readonly #parts: RunnerParts;
  #hooks: RunnerHooks | null = null;

  constructor(parts: RunnerParts, state: ExerciseState) {
    this.exerciseId = parts.exerciseId;
    this.#parts = parts;
    this.#state = state;
  }

  /** As of the last commit. */
  get state(): ExerciseState {
    return this.#state;
  }

  /** Why what others have added to the log can't be read, in English; null while all can be. */
  get unreadable(): string | null {
    return this.#unreadable;
  }

  attach(hooks: RunnerHooks): void {
    this.#hooks = hooks;
  }

  /** The answer comes when it is durable, and never in the same call. */
  submit(submission: Submission, answer: (answer: Answer) => void): void {
    if (this.#unreadable !== null) {
      const quarantined = reject('exercise/quarantined', this.#unreadable);
      setImmediate(() => answer(quarantined));
      return;
    }
    if (this.#queue.length >= maxQueue) {
      setImmediate(() => answer(reject('server/overloaded', 'too much waits already')));
      return;
    }
    this.#queue.push({ submission, answer });
    this.#schedule();
  }

  ask(submission: Submission): Promise<Answer> {
    return new Promise((resolve) => this.submit(submission, resolve));
  }

  askAsHost(command: Command): Promise<Answer> {
    return this.ask({ actor: { kind: 'host' }, command, commandId: null });
  }

  /**
   * Others have added to the log: reads what they did, and tells it.
   * @param seq their last fact, where it is known
   */
  catchUp(seq = Number.POSITIVE_INFINITY): void {
    if (seq <= this.#state.seq || this.#unreadable !== null) return;
    this.#isBehind = true;
    this.#schedule();
  }

  /** Resolves when what stands on record at this moment has been read and told, or can't be. */
  readOn(): Promise<void> {
    return new Promise((resolve) => {
      this.#readers.push(resolve);
      this.#isBehind = true;
      this.#schedule();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#isScheduled || this.#queue.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      await this.#turn;
    }
    await this.#turn;
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    const start = () => {
      const startedMs = performance.now();
      const isBusy = this.#queue.length >= manyCommands;
      // The next turn starts when this one is through and lines were read, so two never overlap.
      this.#turn = this.#take().finally(() => {
        this.#isScheduled = false;
        this.#rest.after(isBusy ? performance.now() - startedMs : 0);
        const isMore = this.#queue.length > 0 || this.#readers.length > 0 || this.#isBehind;
        if (isMore) this.#schedule();
      });
    };
    const restMs = this.#rest.leftMs;
    if (restMs > 0) setTimeout(start, restMs);
    else setImmediate(start);
  }

  async #take(): Promise<void> {
    const pending = this.#queue.splice(0, maxPerTurn);
    const readers = this.#readers.splice(0);
    let kept: Kept | null = null;
    try {
      if (this.#isStale || this.#isBehind || readers.length > 0) await this.#reload();
      if (pending.length > 0) kept = await this.#keep(pending.map(({ submission }) => submission));
    } catch (error) {
      await this.#recoverFrom(error);
    }
    if (kept !== null) {
      const { missed, made, answers } = kept;
      this.#state = made.after;
      // What others did came before.
      this.#tell(missed);
      pending.forEach((item, index) => {
        this.#guard(() => item.answer(answers[index] ?? unavailable));
      });
      this.#tell(made);
    } else {
      const refused =
        this.#unreadable === null ? unavailable : reject('exercise/quarantined', this.#unreadable);
      for (const item of pending) this.#guard(() => item.answer(refused));
    }
    for (const read of readers) read();
    const hasFailed = kept === null && pending.length > 0;
    const outcome = { hasFailed, hasFacts: (kept?.made.facts.length ?? 0) > 0 };
    this.#guard(() => this.#hooks?.settled(outcome));
  }

  /** Decides on what stands on record at that moment, whoever wrote it, and keeps what comes of it. */
  async #keep(asked: readonly Submission[]): Promise<Kept> {
    const { exerciseId, events } = this.#parts;
    const keys = asked.map(receiptKey).filter((key) => key !== null);
    const request = { exerciseId, afterSeq: this.#state.seq, keys };
    const startedAt = performance.now();
    const kept = await events.commit(request, (ground) => {
      const decided = this.#decide(asked, ground);
      return { addition: decided.addition, result: decided };
    });
    const turn = { facts: kept.made.facts.length, commands: asked.length };
    this.#guard(() => this.#hooks?.kept(performance.now() - startedAt, turn));
    return kept;
  }

  #decide(asked: readonly Submission[], { missed, receipts, lease }: Ground): Kept {
    const { exerciseId, clock, log } = this.#parts;
    const missing = read(this.#state, missed);
    const current = missing.after;
    const now = Math.max(clock.now(), current.lastAtMs);
    const recovery = this.#hooks?.recovery(current, lease?.last ?? null, now) ?? null;
    const first: Submission[] =
      recovery === null ? [] : [{ actor: { kind: 'host' }, command: recovery, commandId: null }];
    const turn = decideTurn(current, [...first, ...asked], receipts, now);
    for (const error of turn.errors) log.error({ err: error, exerciseId }, 'a command broke');
    const { facts, states, state } = turn;
    const answers = turn.answers.slice(first.length);
    const audit = asked.flatMap(({ auditOf }, index) =>
      auditOf === undefined ? [] : [auditOf(answers[index] ?? unavailable)],
    );
    const isNothing = facts.length === 0 && turn.receipts.length === 0 && audit.length === 0;
    return {
      missed: missing,
      made: { before: current, facts, states, after: state, isOwn: true },
      answers,
      addition: isNothing
        ? null
        : {
            facts,
            receipts: turn.receipts,
            audit,
            stage: state.lifecycle.stage,
            recordedAtMs: now,
          },
    };
  }

  async #recoverFrom(error: unknown): Promise<void> {
    const { exerciseId, log } = this.#parts;
    log.error({ err: error, exerciseId }, 'a turn was not kept');
    if (error instanceof UnreadableLog) {
      this.#unreadable = error.message;
      return;
    }
    this.#isStale = true;
    try {
      await this.#reload();
    } catch (reloadError) {
      log.error({ err: reloadError, exerciseId }, 'the log could not be read again');
      if (reloadError instanceof UnreadableLog) this.#unreadable = reloadError.message;
    }
  }

  /** Somebody else may have written, or a commit may have reached the disk whose answer was lost. */
  async #reload(): Promise<void> {
    const { exerciseId, events } = this.#parts;
    this.#isBehind = false;
    const facts = await events.readFacts(exerciseId, this.#state.seq);
    const change = read(this.#state, facts);
    this.#state = change.after;
    this.#isStale = false;
    this.#tell(change);
  }

  #tell(change: Change): void {
    if (change.facts.length > 0) this.#guard(() => this.#hooks?.committed(change));
  }

  /** Whoever listens must not be able to stop the queue. */
  #guard(call: () => void): void {
    try {
      call();
    } catch (error) {
      const { exerciseId, log } = this.#parts;
      log.error({ err: error, exerciseId }, 'a listener broke');
    }
  }
}

/** What others have added, as a change. */
function read(before: ExerciseState, facts: readonly Fact[]): Change {
  let after = before;
  const states = facts.map((fact) => {
    after = evolve(after, fact);
    return after;
  });
  return { before, facts, states, after, isOwn: false };
}
