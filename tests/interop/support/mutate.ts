/** Files with something wrong in them: what a slip of the hand or a bad intention makes of a sound one. */
import { strToU8, unzipSync, zipSync } from 'fflate';

/** A number from 0 up to, not including, `below`. */
export type Dice = (below: number) => number;

const odd: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[]],
  '__proto__',
  'T1486',
  'N/A',
  '1970-01-01T00:00:00Z',
  '2026-13-45',
  '=1+1',
  '\u0000\u202E\uD800',
  '<script>x</script>',
  'x'.repeat(50_000),
  '|',
  ';',
  '日本',
  '🙂'.repeat(300),
  'all',
  '2001:db8::1 8.8.8.8',
];

/** A copy with a few values changed, taken out, doubled, swapped or put elsewhere. */
export function mutateJson(value: unknown, dice: Dice): unknown {
  const copy = structuredClone(value);
  const places: { holder: Record<string, unknown> | unknown[]; key: string | number }[] = [];
  const walk = (inner: unknown) => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const key of Array.isArray(inner) ? inner.keys() : Object.keys(inner)) {
      places.push({ holder: inner as unknown[], key });
      walk((inner as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  for (let left = 1 + dice(6); left > 0 && places.length > 0; left--) {
    const place = places[dice(places.length)];
    const other = places[dice(places.length)];
    if (place === undefined || other === undefined) continue;
    const holder = place.holder as Record<string | number, unknown>;
    const found = (other.holder as Record<string | number, unknown>)[other.key];
    switch (dice(6)) {
      case 0:
        delete holder[place.key];
        break;
      case 1:
        holder[place.key] = safeCopy(found);
        break;
      case 2:
        if (Array.isArray(place.holder))
          place.holder.splice(Number(place.key), 0, safeCopy(holder[place.key]));
        break;
      case 3:
        if (Array.isArray(place.holder)) place.holder.reverse();
        break;
      default:
        holder[place.key] = odd[dice(odd.length)];
    }
  }
  return copy;
}

/** Without what a change before made too large or circular. */
function safeCopy(value: unknown): unknown {
  try {
    const text = JSON.stringify(value) ?? 'null';
    return text.length < 200_000 ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** A copy with bytes changed, taken out, doubled, or cut off. */
export function mutateBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  let copy = Uint8Array.from(bytes);
  for (let left = 1 + dice(8); left > 0 && copy.length > 0; left--) {
    const at = dice(copy.length);
    const length = 1 + dice(64);
    switch (dice(5)) {
      case 0:
        copy[at] = dice(256);
        break;
      case 1:
        copy[at] = (copy[at] ?? 0) ^ (1 << dice(8));
        break;
      case 2:
        copy = Uint8Array.from([...copy.subarray(0, at), ...copy.subarray(at + length)]);
        break;
      case 3:
        copy = Uint8Array.from([
          ...copy.subarray(0, at),
          ...copy.subarray(at, at + length),
          ...copy.subarray(at),
        ]);
        break;
      default:
        if (dice(4) === 0) copy = copy.slice(0, at);
    }
  }
  return copy;
}

/** A spreadsheet whose parts have bytes changed, packed anew so that its reader gets to see them. */
export function mutateParts(bytes: Uint8Array, dice: Dice): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const place = dice(parts.length);
  const changed = parts.map(([name, content], index) => {
    if (index !== place) return [name, content] as const;
    return [name, dice(3) === 0 ? mutateText(content, dice) : mutateBytes(content, dice)] as const;
  });
  return zipSync(Object.fromEntries(changed), { level: 1 });
}

const phrases = [
  '"',
  '>',
  '</c>',
  '<c r="ZZ9">',
  '<v>1e999</v>',
  't="s"',
  't="d"',
  'r="A0"',
  '&#0;',
  '&amp;',
  ',',
  ';',
  '\n',
  '\t',
  '=',
  "'",
  '{',
  '}',
  '[',
  '\\',
  '99999999',
  '-1',
];

/** A copy with phrases put in that mean something to a reader. */
export function mutateText(bytes: Uint8Array, dice: Dice): Uint8Array {
  let text = new TextDecoder('latin1').decode(bytes);
  for (let left = 1 + dice(5); left > 0; left--) {
    const at = dice(text.length + 1);
    text = text.slice(0, at) + (phrases[dice(phrases.length)] ?? '') + text.slice(at + dice(4));
  }
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

export function bytesOfJson(value: unknown): Uint8Array {
  return strToU8(JSON.stringify(value) ?? 'null');
}

/** A sound file with something wrong in it, in whatever way its form can be wrong. */
export function mutateFile(
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  dice: Dice,
): Uint8Array {
  if (name.endsWith('.xlsx'))
    return dice(3) === 0 ? mutateBytes(bytes, dice) : mutateParts(bytes, dice);
  if (name.endsWith('.csv'))
    return dice(2) === 0 ? mutateText(bytes, dice) : mutateBytes(bytes, dice);
  if (dice(4) === 0) return mutateBytes(bytes, dice);
  return bytesOfJson(mutateJson(JSON.parse(new TextDecoder().decode(bytes)), dice));
}
