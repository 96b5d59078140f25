/** How typed words are looked for. */

/** Full and half width and capitals don't matter. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase();
}
