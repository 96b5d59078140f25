/** Figures as lines, and the middle of several. */

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** @param rank 0 to 100 */
export function percentile(values: readonly number[], rank: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * rank) / 100))] ?? 0;
}

export function report(name: string, figures: string): void {
  console.log(`${name.padEnd(52)} ${figures}`);
}
