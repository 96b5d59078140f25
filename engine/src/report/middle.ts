/** The middle of some durations: one slow answer does not move it, as it would an average. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const half = Math.floor(known.length / 2);
  const upper = known[half] ?? 0;
  return known.length % 2 === 1 ? upper : Math.round(((known[half - 1] ?? 0) + upper) / 2);
}
