/** Keeps the clocks of live exercises: one timer each, and a fenced record of where they stand. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { nextWakeMs } from '@trilogue/engine/exercise/due';
import { type ExerciseState, playTimeAt } from '@trilogue/engine/exercise/state';
import type { ExerciseId } from '@trilogue/engine/protocol/ids';
import type { Log } from '../log.js';
import type { ClockRecord, EventStore } from '../store/event-store.js';
import type { ServerClock } from './clock.js';
import type { Runner } from './runner.js';
import type { StorageHealth } from './storage-health.js';

/** How often play time is recorded, in ms. */
export const recordEveryMs = 1_000;
/** A longer gap pauses the exercise where it stood. */
export const longestGapMs = 10_000;
/** A lease that was not renewed for so long is anybody's: well before the gap that pauses, in ms. */
export const leaseMs = 5_000;
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
  /** Whether other nodes keep exercises of the same database. */
  readonly isShared: boolean;
  /** Brings the clock up to date. Throws when the database can't be reached. */
  readonly sync: () => Promise<void>;
  /** Opens a live exercise that nobody keeps, so that it is kept here. */
  readonly takeUp: (exerciseId: ExerciseId) => Promise<void>;
  readonly health: StorageHealth;
  /** A timer went off so many ms after its moment. */
  readonly timerFired: (lateMs: number) => void;
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
    let isUnderWay = false;
    this.#interval = setInterval(() => {
      // A database that hangs must not leave a row of ticks to catch up with.
      if (isUnderWay) return;
      isUnderWay = true;
      this.#ticking = this.tick().finally(() => {
        isUnderWay = false;
      });
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
        // Where one process holds the whole database, whoever held this lease is gone.
        staleBeforeMs: this.#staleBeforeMs(),
      })
      .finally(() => this.#taking.delete(exerciseId));
    if (lease === null) {
      log.debug({ exerciseId }, 'another node keeps this exercise');
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

  /** Whether this process keeps it. */
  keeps(exerciseId: ExerciseId): boolean {
    return this.#kept.has(exerciseId);
  }

  /**
   * What a gap asks for before anything else is decided; null when there was none. Whoever decides
   * asks, for a clock that nobody kept must not run on because somebody else's player answered.
   * @param recorded what the keeper, on this node or another, recorded last
   */
  recovery(
    exerciseId: ExerciseId,
    state: ExerciseState,
    recorded: ClockRecord | null,
    nowMs: number,
  ): Command | null {
    if (state.lifecycle.clock !== 'running') return null;
    const fact = { nowMs: state.lastAtMs, playMs: state.lastPlayMs };
    const known = latest(this.#kept.get(exerciseId)?.record, latest(recorded, fact));
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
        if (untilMs >= leastMs) this.#parts.timerFired(this.#parts.clock.now() - wakeMs);
        this.#wake(kept);
      },
      Math.min(Math.max(untilMs, leastMs), maxTimerMs),
    );
  }

  /** Once a second: brings the clock up to date and records where every exercise's clock stands. */
  async tick(): Promise<void> {
    const { clock, log, sync, health } = this.#parts;
    try {
      await sync();
      const now = clock.now();
      const whole = [...this.#kept.values()].filter((kept) => {
        const { exerciseId, state } = kept.runner;
        if (this.recovery(exerciseId, state, null, now) === null) return true;
        this.#wake(kept);
        return false;
      });
      await this.#record(whole, now);
      health.worked();
      await this.#takeUpUnkept(now);
    } catch (error) {
      health.failed();
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
      this.#parts.log.warn({ exerciseId }, 'another node has taken this exercise over');
      this.drop(exerciseId);
    }
  }

  /** Those of a node that died, and those whose lease could not be taken when they went live. */
  async #takeUpUnkept(nowMs: number): Promise<void> {
    if (this.#isClosed) return;
    const { events, log, takeUp } = this.#parts;
    for (const exerciseId of await events.unkept(nowMs - leaseMs)) {
      if (this.#kept.has(exerciseId)) continue;
      await takeUp(exerciseId).catch((error: unknown) => {
        log.error({ err: error, exerciseId }, 'this exercise could not be taken up');
      });
    }
  }

  #staleBeforeMs(): number {
    return this.#parts.isShared ? this.#parts.clock.now() - leaseMs : Number.MAX_SAFE_INTEGER;
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
