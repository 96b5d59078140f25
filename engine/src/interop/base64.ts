/** Base64 and UTF-8 without a platform: the engine knows neither Node nor the browser. */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map([...alphabet].map((letter, index) => [letter, index]));

/** The text of some base64; null where it is not base64, or what it holds is not UTF-8 text. */
export function textOfBase64(encoded: string): string | null {
  const bytes = bytesOf(encoded);
  return bytes === null ? null : textOfBytes(bytes);
}

function bytesOf(encoded: string): number[] | null {
  const letters = encoded.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/');
  const bare = letters.replace(/={1,2}$/, '');
  if (bare.length % 4 === 1) return null;
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of bare) {
    const value = values.get(letter);
    if (value === undefined) return null;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
      held &= (1 << bits) - 1;
    }
  }
  return bytes;
}

/** Null for what is not UTF-8, or holds a zero byte as binary files do. */
function textOfBytes(bytes: readonly number[]): string | null {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (length === 0 || first === 0 || first > 0xf4) return null;
    let point = length === 1 ? first : first & (0xff >> (length + 1));
    for (let next = 1; next < length; next++) {
      const byte = bytes[at + next];
      if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
      point = (point << 6) | (byte & 0x3f);
    }
    const isTooLong = point < ([0, 0, 0x80, 0x800, 0x10000][length] ?? 0);
    if (isTooLong || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return null;
    parts.push(String.fromCodePoint(point));
    at += length;
  }
  return parts.join('');
}
