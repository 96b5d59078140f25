/** Several texts in one cell. */

/** Joined by `separator`, which a backslash keeps apart from the same sign inside a text. */
export function joinList(texts: readonly string[], separator: ';' | '|'): string {
  const glue = separator === ';' ? '; ' : ' | ';
  return texts
    .map((text) => text.replaceAll('\\', '\\\\').replaceAll(separator, `\\${separator}`))
    .join(glue);
}

/** Parts between any of the separators, trimmed, without blank ones. */
export function splitList(text: string, separators: string): string[] {
  return splitAt(text, separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The very texts that `joinList` was given, blank ones among them. */
export function splitJoined(text: string, separator: ';' | '|'): string[] {
  const parts = splitAt(text, separator);
  return parts.map((part, index) => {
    const hasGlueBefore = index > 0 && part.startsWith(' ');
    const hasGlueAfter = separator === '|' && index < parts.length - 1 && part.endsWith(' ');
    const from = hasGlueBefore ? 1 : 0;
    return part.slice(from, Math.max(from, part.length - (hasGlueAfter ? 1 : 0)));
  });
}

function splitAt(text: string, separators: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    const next = text[at + 1];
    if (sign === '\\' && next !== undefined && (next === '\\' || separators.includes(next))) {
      part += next;
      at++;
    } else if (separators.includes(sign)) {
      parts.push(part);
      part = '';
    } else {
      part += sign;
    }
  }
  return [...parts, part];
}
