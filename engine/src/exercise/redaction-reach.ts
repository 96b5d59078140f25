/** How far a removal reaches: translations go with their original, and copies with what they copy. */
import type { InjectId, SeatId } from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import { injectTextAt } from '../scenario/words.js';
import type { FactOf } from './facts.js';
import type { ExerciseState } from './state.js';
import { textsOf } from './written-fields.js';
import { placesIn, type WrittenPlace } from './written-places.js';
import { factAt } from './written-texts.js';

type RemovedTexts = FactOf<'ContentRedacted'>['texts'];

/** All that people wrote and that was not removed yet, what a rewind took back included. */
export class WrittenBook {
  readonly #state: ExerciseState;
  readonly #places: ReadonlyMap<number, WrittenPlace>;
  /** By "inject field": the words that are being removed there. */
  readonly #words = new Map<string, Set<string>>();
  readonly #removed = new Map<number, Set<string>>();

  constructor(state: ExerciseState) {
    this.#state = state;
    const all = [...placesIn(state.timeline), ...state.takenBack];
    this.#places = new Map(
      all.map(([seq, place]) => [Number(seq), this.#filled(Number(seq), place)]),
    );
  }

  /** Fields of a fact with words in them. */
  fieldsOf(seq: number): readonly string[] {
    return this.#places.get(seq)?.fields ?? [];
  }

  /** What one person wrote. Words of others that an edit of theirs took up are not theirs. */
  by(seatId: SeatId): RemovedTexts {
    const isTheirs = (place: WrittenPlace) => place.seatId === seatId && !place.isLabel;
    return [...this.#places]
      .filter(([, place]) => isTheirs(place))
      .map(([factSeq, place]) => ({
        factSeq,
        fields: place.fields.filter((field) => !this.#isTakenUp(factSeq, field, place, isTheirs)),
      }))
      .filter(({ fields }) => fields.length > 0);
  }

  /** These texts with all that says the same again, in the order of the log. */
  reach(texts: RemovedTexts): RemovedTexts {
    for (const { factSeq, fields } of texts)
      for (const field of fields) this.#remove(factSeq, field);
    // Each round may bring words that stand in something looked at before.
    for (let size = -1; size !== this.#size(); ) {
      size = this.#size();
      for (const [seq, place] of this.#places) {
        for (const field of place.fields) {
          if (this.#saysAgain(seq, field, place)) this.#remove(seq, field);
        }
      }
    }
    return [...this.#removed]
      .sort(([a], [b]) => a - b)
      .map(([factSeq, fields]) => ({ factSeq, fields: [...fields].sort() }));
  }

  #remove(seq: number, field: string): void {
    if (!this.fieldsOf(seq).includes(field) || this.#removed.get(seq)?.has(field)) return;
    this.#removed.set(seq, (this.#removed.get(seq) ?? new Set()).add(field));
    // What the host passed on word for word is gone only where it came from, too.
    const { of = null, seatId = null } = this.#places.get(seq) ?? {};
    if (of !== null && seatId === null) this.#remove(of.seq, of.field);
    const key = this.#injectField(seq, field);
    if (key === null) return;
    const words = this.#words.get(key) ?? new Set();
    this.#words.set(key, words);
    // The scenario's own words are nobody's, and stand in it for good.
    const planned = this.#planned(key);
    for (const word of this.#wordsAt(seq, field)) if (!planned.includes(word)) words.add(word);
  }

  #saysAgain(seq: number, field: string, place: WrittenPlace): boolean {
    const { of, injectId, injectField } = place;
    if (of !== null && this.#removed.get(of.seq)?.has(of.field)) return true;
    if (injectId === null) return false;
    const words = this.#words.get(`${injectId} ${injectField ?? field}`);
    if (words === undefined) return false;
    // Of what a rewind took back the words are not known here; nobody reads it any more.
    const isUnknown = factAt(this.#state, seq) === null;
    return isUnknown || this.#wordsAt(seq, field).some((word) => words.has(word));
  }

  /** Whether all that an edit says there stood before: in the scenario, or as somebody else wrote it. */
  #isTakenUp(
    seq: number,
    field: string,
    { injectId, injectField }: WrittenPlace,
    isTheirs: (place: WrittenPlace) => boolean,
  ): boolean {
    const own = this.#wordsAt(seq, field);
    if (injectId === null || own.length === 0) return false;
    const key = `${injectId} ${injectField ?? field}`;
    const others = [...this.#places]
      .filter(([earlier, place]) => earlier < seq && !isTheirs(place))
      .flatMap(([earlier, place]) =>
        place.fields.flatMap((one) =>
          this.#injectField(earlier, one) === key ? this.#wordsAt(earlier, one) : [],
        ),
      );
    const known = new Set([...this.#planned(key), ...others]);
    return own.every((word) => known.has(word));
  }

  /** What the scenario says there, in whatever form. @param key "inject field" */
  #planned(key: string): readonly string[] {
    const [injectId, field] = key.split(' ') as [InjectId, string];
    const inject = this.#state.loaded.injects.get(injectId);
    if (field !== 'title' && field !== 'body') {
      return inject === undefined ? [] : wordsIn(injectTextAt(inject, field));
    }
    return [inject, ...(inject?.variants ?? []), ...(inject?.perRecipient ?? [])].flatMap((form) =>
      wordsIn(field === 'title' ? form?.title : form?.body),
    );
  }

  /** Of an inject's words and of their translations: which inject's, and which of its texts. */
  #injectField(seq: number, field: string): string | null {
    const place = this.#places.get(seq);
    if (place === undefined) return null;
    if (place.of !== null) {
      const original = this.#places.get(place.of.seq);
      return original?.injectId ? `${original.injectId} ${place.of.field}` : null;
    }
    return place.injectId === null ? null : `${place.injectId} ${place.injectField ?? field}`;
  }

  #wordsAt(seq: number, field: string): readonly string[] {
    const fact = factAt(this.#state, seq);
    return fact === null ? [] : wordsIn(textsOf(fact)[field]);
  }

  /** Without the fields that somebody left empty; of what was taken back it is not known. */
  #filled(seq: number, place: WrittenPlace): WrittenPlace {
    if (factAt(this.#state, seq) === null) return place;
    return {
      ...place,
      fields: place.fields.filter((field) => this.#wordsAt(seq, field).length > 0),
    };
  }

  #size(): number {
    return [...this.#removed.values()].reduce((sum, fields) => sum + fields.size, 0);
  }
}

function wordsIn(text: LocalizedText | null | undefined): readonly string[] {
  if (text === null || text === undefined) return [];
  return (typeof text === 'string' ? [text] : Object.values(text)).filter((word) => word !== '');
}
