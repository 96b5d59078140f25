/** The server's `now`: starts where the database's clock stands, and never runs backwards. */
import { uptime } from 'node:os';
import { performance } from 'node:perf_hooks';

export interface ServerClock {
  /** Wall time, ms since 1970 UTC, whole numbers, never less than before. */
  now(): number;
  /** Catches up with time in which the machine slept. A clock that somebody set changes nothing. */
  noticeSleep(): void;
  /** Goes where the clock stands that several nodes share; where that is behind, it waits for it. */
  follow(sharedMs: number): void;
}

/** What a machine can tell of the time that passes, in ms. Neither is moved by setting its clock. */
export interface Passing {
  /** Stands still while the machine sleeps. */
  awakeMs(): number;
  /** Goes on while the machine sleeps. */
  bootedMs(): number;
}

const thisMachine: Passing = {
  awakeMs: () => performance.now(),
  bootedMs: () => uptime() * 1_000,
};

/** Smaller differences are the two clocks' grain, not a machine that slept. */
const grainMs = 2_000;

/** @param startMs ms since 1970 UTC. Not before the latest moment on record. */
export function startClock(startMs: number, passing = thisMachine): ServerClock {
  let anchorMs = startMs - passing.awakeMs();
  let sleptMs = passing.bootedMs() - passing.awakeMs();
  let latestMs = 0;
  const running = () => Math.floor(anchorMs + passing.awakeMs());
  return {
    now() {
      latestMs = Math.max(latestMs, running());
      return latestMs;
    },
    noticeSleep() {
      const missedMs = passing.bootedMs() - passing.awakeMs() - sleptMs;
      if (missedMs < grainMs) return;
      sleptMs += missedMs;
      anchorMs += missedMs;
    },
    follow(sharedMs) {
      anchorMs = sharedMs - passing.awakeMs();
    },
  };
}
