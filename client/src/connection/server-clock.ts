/** The server's clock as seen from here: the sample with the shortest way there and back tells best. */

export interface ClockSample {
  readonly offsetMs: number;
  readonly roundTripMs: number;
}

const kept = 8;

export interface ServerClock {
  nowMs(): number;
  /** `serverNowMs` was read between local moments `sentMs` and `gotMs`. */
  add(sentMs: number, gotMs: number, serverNowMs: number): void;
  /** After sleep or a lost line, older samples may lie. */
  forget(): void;
}

/** @param aheadMs what it was ahead of this device's when last heard; it counts until the first sample */
export function createServerClock(localNowMs: () => number, aheadMs = 0): ServerClock {
  let samples: ClockSample[] = [];
  let offsetMs = aheadMs;
  return {
    nowMs: () => localNowMs() + offsetMs,
    add(sentMs, gotMs, serverNowMs) {
      const sample = {
        offsetMs: serverNowMs - (sentMs + gotMs) / 2,
        roundTripMs: Math.max(0, gotMs - sentMs),
      };
      samples = [...samples, sample].slice(-kept);
      offsetMs = samples.reduce((best, next) =>
        next.roundTripMs < best.roundTripMs ? next : best,
      ).offsetMs;
    },
    forget() {
      samples = [];
    },
  };
}

/** Local time that doesn't jump when somebody sets the computer's clock. */
export function steadyNowMs(): number {
  return performance.timeOrigin + performance.now();
}
