/** How pressing a deadline is, in real time left at the clock's speed. */

export type Urgency = 'calm' | 'near' | 'overdue';

/** Play time below which a deadline is near. */
export const nearMs = 3 * 60_000;

export function urgencyOf(dueAtMs: number, playMs: number): Urgency {
  const left = dueAtMs - playMs;
  if (left <= 0) return 'overdue';
  return left <= nearMs ? 'near' : 'calm';
}
