/**
 * A short code on every card, by which control finds it. Players must not read from it what else
 * there is: the number in the MSEL would tell them that 4A has a 4B.
 */

/** Without letters and digits that are taken for each other. */
const alphabet = 'ACDEFHJKLMNPQRTUVWXY3479';

/** A code for each key, the same for the same keys in whatever language they are printed. */
export function codesFor(keys: readonly string[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const taken = new Set<string>();
  const length = keys.length * 20 < alphabet.length ** 3 ? 3 : 5;
  for (const key of keys) {
    let code = '';
    for (let attempt = 0; code === '' || taken.has(code); attempt++) {
      code = codeOf(`${key} ${attempt}`, length);
    }
    taken.add(code);
    codes.set(key, code);
  }
  return codes;
}

function codeOf(text: string, length: number): string {
  let rest = hash(text);
  return Array.from({ length }, () => {
    const letter = alphabet[rest % alphabet.length] ?? 'A';
    rest = Math.floor(rest / alphabet.length);
    return letter;
  }).join('');
}

/** FNV-1a, stirred as in MurmurHash3's finaliser. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
