/** Figures as lines and tables, and the middle of several. */
import { loadavg } from 'node:os';

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

/** A table with its columns in line, and how busy the machine was. */
export function table(title: string, rows: readonly Readonly<Record<string, string>>[]): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => line[index]?.length ?? 0)),
  );
  console.log(`\n${title} (load ${loadavg()[0]?.toFixed(1)})`);
  for (const line of lines) {
    console.log(
      `  ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd(),
    );
  }
}

export function times(factor: number): string {
  return Number.isFinite(factor) ? `${factor.toFixed(2)}×` : '–';
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
