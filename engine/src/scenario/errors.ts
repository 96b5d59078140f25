/** What a scenario's author is told when something in the file can't be used. */

export interface ScenarioProblem {
  /** Stable, for programs: "scenario/unknown-team". */
  readonly code: string;
  /** Where: "injects[3].to[0]". Empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  /** What to do about it, where there is something to say. */
  readonly hint?: string;
}

export type Report = (problem: ScenarioProblem) => void;

/** One line: `scenario/unknown-team at injects[3].to[0]: "jp-ncoo"; did you mean "jp-nco"?` */
export function formatProblem(problem: ScenarioProblem): string {
  const where = problem.path === '' ? '' : ` at ${problem.path}`;
  const hint = problem.hint === undefined ? '' : `; ${problem.hint}`;
  return `${problem.code}${where}: ${problem.message}${hint}`;
}

export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : `${text}${text && '.'}${String(part)}`,
    '',
  );
}

/** "did you mean …?", when some known name is close enough to the one given. */
export function didYouMean(given: string, known: Iterable<string>): string | undefined {
  const best = nearest(given, known);
  return best === undefined ? undefined : `did you mean "${best}"?`;
}

/** The known name that is closest to the one given, when one is close enough. */
export function nearest(given: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(given, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance; gives up at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
    if (Math.min(...current) >= limit) return limit;
  }
  return previous[b.length] ?? limit;
}
