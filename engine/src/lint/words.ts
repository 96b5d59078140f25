/** Small words for messages. */

/** `"a"`, `"a" and "b"`, `"a", "b" and 3 more`. */
export function listed(names: readonly string[], most = 5): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const quoted = shown.map((name) => `"${name}"`);
  const rest = names.length - shown.length;
  if (rest > 0) return `${quoted.join(', ')} and ${rest} more`;
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** Minutes or other numbers with at most one decimal: `12`, `7.5`. */
export function amount(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** `1 task`, `3 tasks`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
