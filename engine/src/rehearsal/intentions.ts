/** What synthetic people mean to do, and when. */

export interface Intent<Act> {
  /** ms of play time */
  readonly atMs: number;
  /** Settles which of one moment comes first. */
  readonly order: number;
  readonly act: Act;
}

/** A binary heap: the earliest on top, of one moment the first that was added. */
export class Intentions<Act> {
  readonly #heap: Intent<Act>[] = [];
  #added = 0;

  add(atMs: number, act: Act): void {
    this.#heap.push({ atMs: Math.ceil(atMs), order: this.#added++, act });
    let place = this.#heap.length - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#isBefore(place, parent)) break;
      this.#swap(place, parent);
      place = parent;
    }
  }

  get nextMs(): number | null {
    return this.#heap[0]?.atMs ?? null;
  }

  take(): Act | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined) return undefined;
    if (this.#heap.length > 0) {
      this.#heap[0] = last;
      this.#sink();
    }
    return first.act;
  }

  #sink(): void {
    let place = 0;
    for (;;) {
      let least = place;
      for (const child of [2 * place + 1, 2 * place + 2]) {
        if (child < this.#heap.length && this.#isBefore(child, least)) least = child;
      }
      if (least === place) return;
      this.#swap(place, least);
      place = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return false;
    return first.atMs === second.atMs ? first.order < second.order : first.atMs < second.atMs;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first === undefined || second === undefined) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}
