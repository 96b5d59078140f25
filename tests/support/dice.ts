/** Chance that follows from a number: the same number, the same throws. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) | 0;
  }

  /** A whole number from 0 up to and including `most`. */
  upTo(most: number): number {
    // Mulberry32.
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * (most + 1));
  }

  /** True so many times in a hundred. */
  isIn(percent: number): boolean {
    return this.upTo(99) < percent;
  }

  oneOf<Item>(list: readonly Item[]): Item {
    const item = list[this.upTo(list.length - 1)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  /** Some of the list, in its order; at least `least` where there are so many. */
  some<Item>(list: readonly Item[], least: number, most: number): Item[] {
    const wanted = least + this.upTo(Math.max(0, most - least));
    const left = new Set(list);
    while (left.size > Math.min(wanted, list.length)) left.delete(this.oneOf([...left]));
    return list.filter((item) => left.has(item));
  }
}
