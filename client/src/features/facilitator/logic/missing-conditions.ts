/** What of a condition still has to change before it holds. */
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

export type Explanation = FacilitatorView['watches'][string];
export type Leaf = Extract<Explanation, { kind: 'leaf' }>['condition'];

export type Missing =
  /** This must become true, or cease to be. */
  | { readonly kind: 'leaf'; readonly condition: Leaf; readonly isWanted: boolean }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Missing[] };

/** Null where nothing is missing. "Not all" is read as "any not", so that only leaves are negated. */
export function missingOf(explanation: Explanation, isWanted = true): Missing | null {
  if (explanation.holds === isWanted) return null;
  if (explanation.kind === 'not') return missingOf(explanation.of, !isWanted);
  if (explanation.kind === 'leaf') {
    return { kind: 'leaf', condition: explanation.condition, isWanted };
  }
  const of = explanation.of.flatMap((part) => missingOf(part, isWanted) ?? []);
  const [only] = of;
  if (of.length === 1 && only !== undefined) return only;
  const needsAll = (explanation.kind === 'all') === isWanted;
  return { kind: needsAll ? 'all' : 'any', of };
}
