/** What a script of faults comes to: its figures in one row, and what the checker found. */
import type { Finding } from '../laws/history.js';

export interface Verdict {
  /** What was done, such as "kill, SQLite". */
  readonly name: string;
  readonly figures: Readonly<Record<string, string | number>>;
  readonly findings: readonly (Finding | string)[];
  /** Why it was not tried, where it could not be. */
  readonly skipped?: string;
}

export function skip(name: string, skipped: string): Verdict {
  return { name, figures: {}, findings: [], skipped };
}

/** Prints a row. @returns whether all is well */
export function tell({ name, figures, findings, skipped }: Verdict): boolean {
  const row = Object.entries(figures).map(([what, figure]) => `${what} ${figure}`);
  const count = findings.length === 0 ? 'nothing found' : `${findings.length} FOUND`;
  const end = skipped === undefined ? count : `skipped: ${skipped}`;
  console.log(`| ${name} | ${row.join(' · ')} | ${end} |`);
  const kinds = new Map<string, string[]>();
  for (const finding of findings) {
    const [kind, what] = typeof finding === 'string' ? ['', finding] : [finding.code, finding.what];
    kinds.set(kind, [...(kinds.get(kind) ?? []), what]);
  }
  for (const [kind, all] of kinds) {
    console.log(`    ${kind} ${all.length}`);
    for (const what of all.slice(0, 5)) console.log(`        ${what}`);
  }
  return findings.length === 0;
}

/** The worst of all but one in a hundred, and the worst, in whole ms. */
export function latencyFigures(latencies: readonly number[]): Record<string, string> {
  const sorted = [...latencies].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  return { 'answers p50/p99/max': `${at(0.5)}/${at(0.99)}/${at(1)} ms` };
}
