/** Chance: a draw depends on the exercise's seed and on what it is for, and so comes out the same again. */

/** One of the entries, by their weights. */
export function draw<Entry extends { readonly weight: number }>(
  seed: number,
  purpose: string,
  entries: readonly Entry[],
): Entry | undefined {
  const total = entries.reduce((sum, { weight }) => sum + weight, 0);
  let left = fraction(`${seed} ${purpose}`) * total;
  return entries.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
}

/** From 0 up to 1: FNV-1a over the text, stirred as in MurmurHash3's finaliser. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
