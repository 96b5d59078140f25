/** Whether what is asked for can be kept just now. */

export class StorageHealth {
  #isKept = true;
  readonly #changed: (isKept: boolean) => void;

  /** @param changed told only of changes */
  constructor(changed: (isKept: boolean) => void) {
    this.#changed = changed;
  }

  get isKept(): boolean {
    return this.#isKept;
  }

  worked(): void {
    this.#set(true);
  }

  failed(): void {
    this.#set(false);
  }

  #set(isKept: boolean): void {
    if (isKept === this.#isKept) return;
    this.#isKept = isKept;
    this.#changed(isKept);
  }
}
