/**
 * When an exercise's audiences are told what happened: at once, one audience after the other with a look
 * at what has come in between; where that took long, the next news wait as long as it took, and go out
 * together, one frame an audience. Whoever sends something is not kept waiting by how many are told.
 */
import { Rest } from '../runtime/rest.js';
import type { Change } from '../runtime/runner.js';

/** Facts in their order, the state before them, after each, and after all. */
export type News = Omit<Change, 'isOwn'>;

/** Tells one audience. */
export type Outlet = () => void;

/** Telling that took less needs no rest, in ms. */
const quickMs = 1;

export interface TellingHooks {
  /** Makes of news what each audience that they concern is told. */
  readonly tell: (news: News) => readonly Outlet[];
  /** All were told; so many ms since the oldest of it was added. */
  readonly told: (ms: number) => void;
  /** Nobody else can be kept from hearing by what broke. */
  readonly failed: (error: unknown) => void;
}

export class Telling {
  readonly #hooks: TellingHooks;
  #waiting: News | null = null;
  /** When the first of what waits came, by `performance.now()`. */
  #waitingSinceMs = 0;
  /** Audiences that are yet to be told of what is being told. */
  #outlets: readonly Outlet[] = [];
  #tellingSinceMs = 0;
  #tookMs = 0;
  #step: NodeJS.Immediate | null = null;
  #timer: NodeJS.Timeout | null = null;
  readonly #rest = new Rest();

  constructor(hooks: TellingHooks) {
    this.#hooks = hooks;
  }

  /** @param isUrgent whether it goes out to all at once, and what waits before it */
  add(news: News, isUrgent: boolean): void {
    if (this.#waiting === null) this.#waitingSinceMs = performance.now();
    this.#waiting = this.#waiting === null ? news : joined(this.#waiting, news);
    if (isUrgent) this.settle();
    else if (this.#step === null && this.#timer === null) this.#goOn();
  }

  /** Tells everybody all that waits. */
  settle(): void {
    this.#stop();
    while (this.#outlets.length > 0 || this.#waiting !== null) {
      this.#begin();
      while (this.#outlets.length > 0) this.#tellNext();
    }
  }

  #goOn(): void {
    const restMs = this.#rest.leftMs;
    if (this.#outlets.length === 0 && restMs > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = null;
        this.#goOn();
      }, restMs);
      return;
    }
    this.#begin();
    this.#tellNext();
    if (this.#outlets.length === 0 && this.#waiting === null) return;
    this.#step = setImmediate(() => {
      this.#step = null;
      this.#goOn();
    });
  }

  #begin(): void {
    const news = this.#waiting;
    if (this.#outlets.length > 0 || news === null) return;
    this.#waiting = null;
    this.#tellingSinceMs = this.#waitingSinceMs;
    this.#tookMs = this.#timed(() => {
      this.#outlets = this.#hooks.tell(news);
    });
    if (this.#outlets.length === 0) this.#end();
  }

  #tellNext(): void {
    const [outlet, ...others] = this.#outlets;
    if (outlet === undefined) return;
    this.#outlets = others;
    this.#tookMs += this.#timed(outlet);
    if (others.length === 0) this.#end();
  }

  #end(): void {
    this.#rest.after(this.#tookMs < quickMs ? 0 : this.#tookMs);
    this.#hooks.told(performance.now() - this.#tellingSinceMs);
  }

  #timed(work: () => void): number {
    const begunMs = performance.now();
    try {
      work();
    } catch (error) {
      this.#hooks.failed(error);
    }
    return performance.now() - begunMs;
  }

  #stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#step !== null) clearImmediate(this.#step);
    this.#timer = null;
    this.#step = null;
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
