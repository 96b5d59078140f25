/** One exercise's queue: what arrives in one turn of the event loop is decided, kept and told together. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { fold } from '@trilogue/engine/exercise/evolve';
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Answer } from '@trilogue/engine/protocol/socket';
import type { Log } from '../log.js';
import type { EventStore } from '../store/event-store.js';
import type { ServerClock } from './clock.js';
import { decideTurn, receiptKey, type Submission, type Turn, unavailable } from './turn.js';

/** Most commands decided in one turn; the rest wait for the next. */
const maxPerTurn = 500;

export interface Change {
  readonly before: ExerciseState;
  readonly facts: readonly Fact[];
  readonly after: ExerciseState;
}

export interface RunnerParts {
  readonly exerciseId: ExerciseId;
  readonly events: EventStore;
  readonly clock: ServerClock;
  readonly log: Log;
}

export interface RunnerHooks {
  /** The keeper's fence, while this process keeps the exercise. */
  readonly fence: () => number | undefined;
  /** What has to be decided before anything else, after a gap. */
  readonly recovery: (state: ExerciseState, nowMs: number) => Command | null;
  /** Facts are durable and their senders have their answers. */
  readonly committed: (change: Change) => void;
  /** A turn is over. */
  readonly settled: (outcome: { readonly hasFailed: boolean; readonly hasFacts: boolean }) => void;
}

interface Pending {
  readonly submission: Submission;
  readonly answer: (answer: Answer) => void;
}

export class Runner {
  readonly exerciseId: ExerciseId;
  #state: ExerciseState;
  #queue: Pending[] = [];
  #isScheduled = false;
  #isStale = false;
  #turn: Promise<void> = Promise.resolve();
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

  attach(hooks: RunnerHooks): void {
    this.#hooks = hooks;
  }

  /** The answer comes when it is durable, and never in the same call. */
  submit(submission: Submission, answer: (answer: Answer) => void): void {
    this.#queue.push({ submission, answer });
    this.#schedule();
  }

  ask(submission: Submission): Promise<Answer> {
    return new Promise((resolve) => this.submit(submission, resolve));
  }

  askAsHost(command: Command): Promise<Answer> {
    return this.ask({ actor: { kind: 'host' }, command, commandId: null });
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
    setImmediate(() => {
      // The next turn starts when this one is through, so two never overlap.
      this.#turn = this.#take().finally(() => {
        this.#isScheduled = false;
        if (this.#queue.length > 0) this.#schedule();
      });
    });
  }

  async #take(): Promise<void> {
    const pending = this.#queue.splice(0, maxPerTurn);
    let turn: Turn | null = null;
    try {
      if (this.#isStale) await this.#reload();
      turn = await this.#decideAndKeep(pending.map(({ submission }) => submission));
    } catch (error) {
      await this.#recoverFrom(error);
    }
    if (turn !== null) {
      const change = { before: this.#state, facts: turn.facts, after: turn.state };
      this.#state = turn.state;
      pending.forEach((item, index) => {
        this.#guard(() => item.answer(turn.answers[index] ?? unavailable));
      });
      this.#tell(change);
    } else {
      for (const item of pending) this.#guard(() => item.answer(unavailable));
    }
    const outcome = { hasFailed: turn === null, hasFacts: (turn?.facts.length ?? 0) > 0 };
    this.#guard(() => this.#hooks?.settled(outcome));
  }

  async #decideAndKeep(asked: readonly Submission[]): Promise<Turn> {
    const { exerciseId, events, clock, log } = this.#parts;
    const keys = asked.map(receiptKey).filter((key) => key !== null);
    const known = keys.length === 0 ? [] : await events.findReceipts(exerciseId, keys);
    const now = Math.max(clock.now(), this.#state.lastAtMs);
    const recovery = this.#hooks?.recovery(this.#state, now) ?? null;
    const first: Submission[] =
      recovery === null ? [] : [{ actor: { kind: 'host' }, command: recovery, commandId: null }];
    const turn = decideTurn(this.#state, [...first, ...asked], known, now);
    for (const error of turn.errors) log.error({ err: error, exerciseId }, 'a command broke');
    if (turn.facts.length > 0 || turn.receipts.length > 0) {
      const fence = this.#hooks?.fence();
      const kept = await events.append({
        exerciseId,
        expectedSeq: this.#state.seq,
        facts: turn.facts,
        receipts: turn.receipts,
        stage: turn.state.lifecycle.stage,
        recordedAtMs: now,
        ...(fence === undefined ? {} : { fence }),
      });
      if (!kept.ok) throw new Error(`the append was refused: ${kept.reason}`);
    }
    return { ...turn, answers: turn.answers.slice(first.length) };
  }

  async #recoverFrom(error: unknown): Promise<void> {
    const { exerciseId, log } = this.#parts;
    log.error({ err: error, exerciseId }, 'a turn was not kept');
    this.#isStale = true;
    try {
      await this.#reload();
    } catch (reloadError) {
      log.error({ err: reloadError, exerciseId }, 'the log could not be read again');
    }
  }

  /** Somebody else may have written, or a commit may have reached the disk whose answer was lost. */
  async #reload(): Promise<void> {
    const { exerciseId, events } = this.#parts;
    const facts = await events.readFacts(exerciseId, this.#state.seq);
    const before = this.#state;
    this.#state = fold(before, facts);
    this.#isStale = false;
    this.#tell({ before, facts, after: this.#state });
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
