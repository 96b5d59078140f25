/** How many exercises one creator may have: a script that runs wild shall not fill the disk. */
import { Problem } from './problem.js';

export interface ExerciseQuota {
  /** How many of the exercises that stand this creator made. */
  readonly countOf: (creator: string) => Promise<number>;
  readonly most: number;
}

/** @param creator an account's id, or a session's hash. @throws Problem `exercise/too-many` (409) */
export async function ensureMayCreate(
  { countOf, most }: ExerciseQuota,
  creator: string,
): Promise<void> {
  if ((await countOf(creator)) < most) return;
  throw new Problem(409, 'exercise/too-many', `at most ${most} exercises; erase one first`);
}
