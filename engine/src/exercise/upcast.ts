/**
 * Stored facts read back: older shapes are brought up to the present one, then parsed. A released
 * shape is never changed in place; a new one adds a step here.
 */
import { type Fact, factSchema } from './facts.js';

type Step = (stored: Record<string, unknown>) => Record<string, unknown>;

/** One step a change of shape, by the type of fact it concerns, the oldest first. */
const steps: Readonly<Record<string, readonly Step[]>> = {
  // 0.1 had no facilitators of one party.
  SeatJoined: [(fact) => ({ partyId: null, ...fact })],
};

/** @throws ZodError when what is stored is no fact of any released shape */
export function readFact(stored: unknown): Fact {
  if (typeof stored !== 'object' || stored === null) return factSchema.parse(stored);
  const type = String((stored as { type?: unknown }).type);
  const upcast = (steps[type] ?? []).reduce<Record<string, unknown>>(
    (fact, step) => step(fact),
    // Read from the store as JSON: an object of unknown fields.
    stored as Record<string, unknown>,
  );
  return factSchema.parse(upcast);
}
