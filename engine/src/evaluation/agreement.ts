/** How far evaluators agree who rated the same thing. */
import { type Rated, type Rating, ratingSchema } from '../exercise/command-parts.js';
import { type GivenRating, ratedKey } from '../exercise/evaluation-state.js';
import type { ExerciseState } from '../exercise/state.js';
import type { TableId } from '../protocol/ids.js';

export interface Agreement {
  readonly raters: number;
  /** Of all pairs of raters, the share that rated alike, from 0 to 1; null for fewer than two. */
  readonly alike: number | null;
  /** The share that rated alike or one step apart: P and S, S and M, M and U. */
  readonly withinOneStep: number | null;
  /** Steps between the best rating and the worst: 0 for unanimity, 3 from P to U. */
  readonly spread: number | null;
}

export interface RatedAgreement extends Agreement {
  readonly of: Rated;
  /** Null for all tables together. */
  readonly tableId: TableId | null;
}

/** Of the ratings that several evaluators gave one thing. */
export function agreementOf(ratings: readonly Rating[]): Agreement {
  const raters = ratings.length;
  const steps = ratings.map((rating) => ratingSchema.options.indexOf(rating));
  const apart = steps.flatMap((one, index) =>
    steps.slice(index + 1).map((other) => Math.abs(one - other)),
  );
  if (apart.length === 0) return { raters, alike: null, withinOneStep: null, spread: null };
  const share = (atMost: number) => apart.filter((step) => step <= atMost).length / apart.length;
  return { raters, alike: share(0), withinOneStep: share(1), spread: Math.max(...apart) };
}

/** For everything that at least two evaluators rated, in the order of their first rating of it. */
export function agreements({ ratings }: ExerciseState): RatedAgreement[] {
  const groups = new Map<string, GivenRating[]>();
  for (const given of [...ratings.values()].sort((a, b) => a.atMs - b.atMs)) {
    const key = ratedKey(given.of, given.tableId);
    groups.set(key, [...(groups.get(key) ?? []), given]);
  }
  return [...groups.values()].flatMap((given) => {
    const [first] = given;
    if (first === undefined || given.length < 2) return [];
    const { of, tableId } = first;
    return [{ of, tableId, ...agreementOf(given.map(({ rating }) => rating)) }];
  });
}
