import fc, { type Arbitrary, type Parameters } from 'fast-check';

/**
 * How many random drills a property is tried on: few enough for every run of the tests. `FUZZ=10` in
 * the environment tries ten times as many.
 */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * Number(process.env.FUZZ ?? 1)));
}

/**
 * So many drills; the first that fails ends it with its seed. Looking for a smaller one takes minutes
 * and is left to `SHRINK=1`.
 */
export function tried(numRuns: number): Parameters<unknown> {
  return { numRuns, endOnFailure: process.env.SHRINK === undefined };
}

/**
 * Drills that several checks look at, each made when it is first asked for. Good for seeing that planted
 * faults are caught; a law is tried on drills of its own.
 */
export class Pool<Drill> {
  readonly seed = Math.floor(Math.random() * 0x7fff_ffff);
  readonly #made: Drill[] = [];
  readonly #next: Iterator<() => Drill>;

  constructor(drills: Arbitrary<Drill>, most: number) {
    const seeds = Array.from({ length: most }, (_, index) => this.seed + index);
    this.#next = seeds
      .map((seed) => () => fc.sample(drills, { seed, numRuns: 1 })[0] as Drill)
      .values();
  }

  /** Whether any of them is such a one. */
  some(isSuch: (drill: Drill) => boolean): boolean {
    if (this.#made.some(isSuch)) return true;
    for (let next = this.#next.next(); !next.done; next = this.#next.next()) {
      const drill = next.value();
      this.#made.push(drill);
      if (isSuch(drill)) return true;
    }
    return false;
  }
}
