/** One or two letters that stand for a sender where a picture would be. */

export function initialsOf(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first = '', second = ''] = words;
  const letters = [...first];
  // Names without blanks, and Han and kana: one sign says enough.
  if (second === '' || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first)) {
    return (letters[0] ?? '').toLocaleUpperCase();
  }
  return `${letters[0] ?? ''}${[...second][0] ?? ''}`.toLocaleUpperCase();
}
