import type { Parameters } from 'fast-check';

/**
 * How many random drills a property is tried on: few enough for every run of the tests. `FUZZ=10` in
 * the environment tries ten times as many.
 */
export function runs(usual: number): number {
  return Math.max(1, Math.round(usual * Number(process.env.FUZZ ?? 1)));
}

/**
 * So many drills; the first that fails ends it with its seed. Looking for a smaller one takes minutes
 * and is left to `SHRINK=1`.
 */
export function tried(numRuns: number): Parameters<unknown> {
  return { numRuns, endOnFailure: process.env.SHRINK === undefined };
}
