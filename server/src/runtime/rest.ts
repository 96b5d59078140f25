/** A pause after work that took long: what comes meanwhile is done together, which costs less. */
const longestMs = 20;

export class Rest {
  /** By `performance.now()`. */
  #untilMs = 0;

  /** @param tookMs the work; 0 for none that needs a rest */
  after(tookMs: number): void {
    this.#untilMs = performance.now() + Math.min(tookMs, longestMs);
  }

  /** Not above 0 once it is over. */
  get leftMs(): number {
    return this.#untilMs - performance.now();
  }
}
