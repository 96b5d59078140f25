/** The server's `now`: anchored to the database's clock, driven by a clock that never runs backwards. */
import { performance } from 'node:perf_hooks';

export interface ServerClock {
  /** Wall time, ms since 1970 UTC, whole numbers, never less than before. */
  now(): number;
  /**
   * Looks at the database's clock again. A machine that slept, or whose clock was set forward, is
   * caught up with; backwards it never goes.
   */
  sync(databaseNowMs: number): void;
}

/** Smaller differences are drift between two clocks, not a machine that slept. */
const driftMs = 2_000;

/** @param lastRecordedMs the latest moment on record; `now` starts no earlier. */
export function startClock(databaseNowMs: number, lastRecordedMs: number): ServerClock {
  let anchorMs = Math.max(databaseNowMs, lastRecordedMs) - performance.now();
  const now = () => Math.floor(anchorMs + performance.now());
  return {
    now,
    sync(nowMs) {
      if (nowMs - now() > driftMs) anchorMs = nowMs - performance.now();
    },
  };
}
