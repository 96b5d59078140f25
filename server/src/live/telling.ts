/**
 * When an exercise's audiences are told what happened: at once, unless telling them has just taken long.
 * Then it waits as long as that took, and what comes meanwhile is told with it, one frame an audience.
 * Whoever sends something has their answer before, and is not kept waiting by how many are told.
 */
import type { Change } from '../runtime/runner.js';

/** Facts in their order, the state before them, after each, and after all. */
export type News = Omit<Change, 'isOwn'>;

/** Telling that took less needs no rest, in ms. */
const quickMs = 1;
const longestRestMs = 20;

export class Telling {
  readonly #tell: (news: News) => void;
  readonly #told: (ms: number) => void;
  #waiting: News | null = null;
  /** When the first of what waits came, by `performance.now()`. */
  #sinceMs = 0;
  #restsUntilMs = 0;
  #timer: NodeJS.Timeout | null = null;

  /** @param told is given the ms from when the oldest of it was added */
  constructor(tell: (news: News) => void, told: (ms: number) => void) {
    this.#tell = tell;
    this.#told = told;
  }

  /** @param isUrgent whether it goes out at once in any case, and what waits before it */
  add(news: News, isUrgent: boolean): void {
    const nowMs = performance.now();
    if (this.#waiting === null) this.#sinceMs = nowMs;
    this.#waiting = this.#waiting === null ? news : joined(this.#waiting, news);
    const restMs = this.#restsUntilMs - nowMs;
    if (isUrgent || restMs <= 0) this.settle();
    else this.#timer ??= setTimeout(() => this.settle(), restMs);
  }

  /** Tells what waits. */
  settle(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const news = this.#waiting;
    if (news === null) return;
    this.#waiting = null;
    const begunMs = performance.now();
    try {
      this.#tell(news);
    } finally {
      const endedMs = performance.now();
      const tookMs = endedMs - begunMs;
      this.#restsUntilMs = tookMs < quickMs ? 0 : endedMs + Math.min(tookMs, longestRestMs);
      this.#told(endedMs - this.#sinceMs);
    }
  }
}

function joined(first: News, second: News): News {
  return {
    before: first.before,
    facts: [...first.facts, ...second.facts],
    states: [...first.states, ...second.states],
    after: second.after,
  };
}
