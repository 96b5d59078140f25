/** Which id a name stands for, where a list gives both: people edit names, not ids. */

export class KeyBook {
  /** How often each name stood beside each key. */
  readonly #seen = new Map<string, Map<string, number>>();
  readonly #nameOf = new Map<string, string>();
  readonly #keyOf = new Map<string, string>();

  learn(names: readonly string[], keys: readonly string[]): void {
    if (names.length !== keys.length) return;
    keys.forEach((key, index) => {
      const name = names[index] ?? '';
      const counts = this.#seen.get(key) ?? new Map<string, number>();
      counts.set(name, (counts.get(name) ?? 0) + 1);
      this.#seen.set(key, counts);
      const usual = this.#nameOf.get(key);
      if (usual === undefined || (counts.get(name) ?? 0) > (counts.get(usual) ?? 0)) {
        this.#nameOf.set(key, name);
      }
    });
    this.#keyOf.clear();
  }

  /**
   * The key a name stands for. The one beside it counts as long as that is what the key is usually
   * called: otherwise somebody wrote another name and left the key. Null for a name without any.
   */
  keyFor(name: string, beside: string | undefined): string | null {
    if (beside !== undefined && this.#nameOf.get(beside) === name) return beside;
    if (this.#keyOf.size === 0) {
      for (const [key, usual] of this.#nameOf) {
        if (!this.#keyOf.has(usual)) this.#keyOf.set(usual, key);
      }
    }
    return this.#keyOf.get(name) ?? null;
  }
}
