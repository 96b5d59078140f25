/** Where people wrote, without what they wrote: by whom, in which fields, and what it belongs to. */
import type { InjectId, SeatId } from '../protocol/ids.js';
import { injectAt } from '../scenario/words.js';
import type { Fact } from './facts.js';
import { isLabel, textsOf } from './written-fields.js';

export interface WrittenPlace {
  /** Null for what the host wrote down, such as a reason that was passed on. */
  readonly seatId: SeatId | null;
  readonly fields: readonly string[];
  /** Names the room; it does not go with the person who wrote it. */
  readonly isLabel: boolean;
  /** The text it says again: in another language, or as the reason of what followed. */
  readonly of: { readonly seq: number; readonly field: string } | null;
  /** An inject's words, which a later edit may take up. */
  readonly injectId: InjectId | null;
  /** Which of the inject's words, in whatever form, where the fact's own field does not say it. */
  readonly injectField: string | null;
}

/** By the seq of the fact, as text. What was removed already is left out. */
export function placesIn(facts: Iterable<Fact>): [string, WrittenPlace][] {
  return [...facts].flatMap((fact): [string, WrittenPlace][] => {
    const place = placeOf(fact);
    return place === null ? [] : [[String(fact.seq), place]];
  });
}

/** What is left of a place; null where it is nothing. */
export function withoutFields(
  place: WrittenPlace | undefined,
  gone: readonly string[],
): WrittenPlace | null {
  const fields = place?.fields.filter((field) => !gone.includes(field)) ?? [];
  return place === undefined || fields.length === 0 ? null : { ...place, fields };
}

function placeOf(fact: Fact): WrittenPlace | null {
  const fields = Object.keys(textsOf(fact)).filter((field) => !fact.redacted?.includes(field));
  if (fields.length === 0) return null;
  const isInject = fact.type === 'InjectEdited' || fact.type === 'InjectImprovised';
  const at = fact.type === 'ScenarioTranslated' ? injectAt(fact.place) : null;
  return {
    seatId: fact.by.kind === 'seat' ? fact.by.seatId : null,
    fields,
    isLabel: isLabel(fact),
    of: sourceOf(fact),
    injectId: isInject ? fact.injectId : (at?.injectId ?? null),
    injectField: at === null ? null : formless(at.field),
  };
}

/** An edit writes the form anew that was drawn, and says title and body for it. */
function formless(field: string): string {
  return /^(?:variants|perRecipient)\/[^/]+\/(title|body)$/.exec(field)?.[1] ?? field;
}

function sourceOf(fact: Fact): WrittenPlace['of'] {
  if (fact.type === 'TextTranslated') return { seq: fact.of, field: fact.field };
  // The clock stops for the reason for which somebody called REAL WORLD.
  return fact.type === 'ClockPaused' && fact.causedBy !== null
    ? { seq: fact.causedBy, field: 'reason' }
    : null;
}
