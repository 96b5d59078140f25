/** Ids made from names, each given once. */

/** Room is left below the longest id for a number behind it. */
const maxLength = 48;

/**
 * Lower-case words joined by hyphens; null where a name has no letter or digit to make one of, as
 * with Japanese.
 */
export function slugOf(name: string): string | null {
  const slug = name
    .slice(0, 500)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, maxLength)
    .replace(/-$/, '');
  return slug === '' ? null : slug;
}

export class NameIds {
  readonly #taken: Set<string>;
  /** Where to go on counting, so that a thousand equal names don't take a million looks. */
  readonly #next = new Map<string, number>();

  constructor(reserved: readonly string[] = []) {
    this.#taken = new Set(reserved);
  }

  /** An id that nothing else has: of `name`, else of `fallback`, with a number where it is taken. */
  take(name: string, fallback: string): string {
    const wish = slugOf(name) ?? fallback;
    let id = wish;
    let number = this.#next.get(wish) ?? 2;
    while (this.#taken.has(id)) id = `${wish}-${number++}`;
    this.#next.set(wish, number);
    this.#taken.add(id);
    return id;
  }

  /** Takes exactly this id; false where it is not free or is none. */
  claim(id: string): boolean {
    if (this.#taken.has(id) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 64) return false;
    this.#taken.add(id);
    return true;
  }
}
