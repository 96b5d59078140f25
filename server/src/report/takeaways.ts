/** Take-aways of an exercise, each made once for a state: at EndEx a whole room asks for them. */
import type { ExerciseState } from '@trilogue/engine/exercise/state';
import type { Takeaway, TakeawayAudience } from '@trilogue/engine/protocol/takeaway';
import { takeawayOf } from '@trilogue/engine/report/takeaway';

// A state never changes; when it is let go, what was made of it goes, too.
const made = new WeakMap<ExerciseState, Map<string, Takeaway>>();

/** @returns null for a table that is not cast */
export function takeawayFor(state: ExerciseState, audience: TakeawayAudience): Takeaway | null {
  const key = audience.kind === 'table' ? `table ${audience.tableId}` : audience.kind;
  const pages = made.get(state) ?? new Map<string, Takeaway>();
  made.set(state, pages);
  const known = pages.get(key);
  if (known !== undefined) return known;
  const page = takeawayOf(state, audience);
  // Of tables that are not there somebody could ask for as many as they like.
  if (page !== null) pages.set(key, page);
  return page;
}
