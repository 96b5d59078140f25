/** Keeps the clocks of live exercises: one timer each, and a fenced record of where they stand. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { nextWakeMs } from '@trilogue/engine/exercise/due';
import { type ExerciseState, playTimeAt } from '@trilogue/engine/exercise/state';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Log } from '../log.js';
import type { ClockRecord, EventStore } from '../store/event-store.js';
import type { ServerClock } from './clock.js';
import type { Runner } from './runner.js';

/** How often play time is recorded, in ms. */
export const recordEveryMs = 1_000;
/** A longer gap pauses the exercise where it stood. */
export const longestGapMs = 10_000;
/** How long to wait when waking brought nothing, or could not be kept, in ms. */
const retryMs = 1_000;
/** The longest that a timer can be set for; it is set anew when it fires. */
const maxTimerMs = 2 ** 31 - 1;

interface Kept {
  readonly runner: Runner;
  readonly fence: number;
  record: ClockRecord;
  timer: NodeJS.Timeout | null;
}

export interface KeeperParts {
  readonly events: EventStore;
  readonly clock: ServerClock;
  readonly log: Log;
  /** Names this process in a lease. */
  readonly holder: string;
}

export class Keeper {
  readonly #kept = new Map<ExerciseId, Kept>();
  readonly #taking = new Set<ExerciseId>();
  readonly #parts: KeeperParts;
  #interval: NodeJS.Timeout | null = null;
  #ticking: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#interval = setInterval(() => {
      this.#ticking = this.#ticking.then(() => this.tick());
    }, recordEveryMs);
  }

  /**
   * Takes a live exercise over. Where its clock stood is read from the lease, so that the next turn
   * of its runner can tell a gap; nothing is recorded over that before.
   */
  async keep(runner: Runner): Promise<void> {
    const { exerciseId } = runner;
    if (this.#isClosed || this.#kept.has(exerciseId) || this.#taking.has(exerciseId)) return;
    const { events, clock, holder, log } = this.#parts;
    this.#taking.add(exerciseId);
    const lease = await events
      .takeLease({
        exerciseId,
        holder,
        nowMs: clock.now(),
        // One process holds the whole database, so whoever held this lease is gone.
        staleBeforeMs: Number.MAX_SAFE_INTEGER,
      })
      .finally(() => this.#taking.delete(exerciseId));
    if (lease === null) {
      log.warn({ exerciseId }, 'another process keeps this exercise');
      return;
    }
    const { lastAtMs, lastPlayMs } = runner.state;
    this.#kept.set(exerciseId, {
      runner,
      fence: lease.fence,
      record: latest(lease.last, { nowMs: lastAtMs, playMs: lastPlayMs }),
      timer: null,
    });
    this.arm(exerciseId, { hasFailed: false, hasFacts: true });
  }

  drop(exerciseId: ExerciseId): void {
    const kept = this.#kept.get(exerciseId);
    if (kept?.timer) clearTimeout(kept.timer);
    this.#kept.delete(exerciseId);
  }

  fence(exerciseId: ExerciseId): number | undefined {
    return this.#kept.get(exerciseId)?.fence;
  }

  /** What a gap asks for before anything else is decided; null when there was none. */
  recovery(exerciseId: ExerciseId, state: ExerciseState, nowMs: number): Command | null {
    const kept = this.#kept.get(exerciseId);
    if (kept === undefined || state.lifecycle.clock !== 'running') return null;
    const known = latest(kept.record, { nowMs: state.lastAtMs, playMs: state.lastPlayMs });
    if (nowMs - known.nowMs <= longestGapMs) return null;
    return { type: 'RecoverClock', lastPlayMs: known.playMs };
  }

  /** Sets the one timer anew, to the moment at which something is next due. */
  arm(exerciseId: ExerciseId, last: { hasFailed: boolean; hasFacts: boolean }): void {
    const kept = this.#kept.get(exerciseId);
    if (kept === undefined || this.#isClosed) return;
    if (kept.timer !== null) clearTimeout(kept.timer);
    kept.timer = null;
    const { state } = kept.runner;
    const wakeMs = state.quarantine === null ? nextWakeMs(state) : null;
    if (wakeMs === null) return;
    const untilMs = wakeMs - this.#parts.clock.now();
    const leastMs = last.hasFailed || (untilMs <= 0 && !last.hasFacts) ? retryMs : 0;
    kept.timer = setTimeout(
      () => {
        kept.timer = null;
        this.#wake(kept);
      },
      Math.min(Math.max(untilMs, leastMs), maxTimerMs),
    );
  }

  /** Once a second: catches up with the database's clock and records where every clock stands. */
  async tick(): Promise<void> {
    const { events, clock, log } = this.#parts;
    try {
      clock.sync(await events.nowMs());
      const now = clock.now();
      const whole = [...this.#kept.values()].filter((kept) => {
        const { exerciseId, state } = kept.runner;
        if (this.recovery(exerciseId, state, now) === null) return true;
        this.#wake(kept);
        return false;
      });
      await this.#record(whole, now);
    } catch (error) {
      log.error({ err: error }, 'the clocks could not be recorded');
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#interval !== null) clearInterval(this.#interval);
    for (const { timer } of this.#kept.values()) if (timer !== null) clearTimeout(timer);
    await this.#ticking;
    await this.tick();
    this.#kept.clear();
  }

  async #record(all: readonly Kept[], nowMs: number): Promise<void> {
    const records = all.map(({ runner, fence }) => ({
      exerciseId: runner.exerciseId,
      fence,
      nowMs,
      playMs: playTimeAt(runner.state, nowMs),
    }));
    const lost = await this.#parts.events.renewLeases(records);
    all.forEach((kept, index) => {
      const record = records[index];
      if (record !== undefined) kept.record = { nowMs, playMs: record.playMs };
    });
    for (const exerciseId of lost) {
      this.#parts.log.warn({ exerciseId }, 'another process has taken this exercise over');
      this.drop(exerciseId);
    }
  }

  /** Early, late or twice does no harm: the engine looks at the time itself. */
  #wake({ runner }: Kept): void {
    runner.submit(
      { actor: { kind: 'host' }, command: { type: 'AdvanceClock' }, commandId: null },
      () => undefined,
    );
  }
}

/**
 * The later of two records; of the same moment the further one. An older record may be further on:
 * a rewind takes play time back.
 */
function latest(recorded: ClockRecord | null | undefined, fact: ClockRecord): ClockRecord {
  if (!recorded || recorded.nowMs < fact.nowMs) return fact;
  return { nowMs: recorded.nowMs, playMs: Math.max(recorded.playMs, fact.playMs) };
}
