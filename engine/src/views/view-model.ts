/**
 * How every view is made: of parts, each read from the state through an allow-list, and of a table
 * that says which parts a kind of fact may touch. A step sends the touched parts that changed.
 */
import type { Fact, FactOf, FactType } from '../exercise/facts.js';
import type { ExerciseState } from '../exercise/state.js';

/** A part that is one value. */
export interface One<A, Value> {
  readonly one: (state: ExerciseState, audience: A) => Value;
}

/** A part that is a collection by id. `item` returns null for what this audience may not see. */
export interface Many<A, Item> {
  readonly ids: (state: ExerciseState, audience: A) => Iterable<string>;
  readonly item: (state: ExerciseState, audience: A, id: string) => Item | null;
}

export type Collection<Item> = Readonly<Record<string, Item>>;

type IsCollection<Value> = string extends keyof Value ? true : false;

export type ViewModel<View, A> = {
  readonly [Part in keyof View]: IsCollection<View[Part]> extends true
    ? Many<A, View[Part][keyof View[Part]]>
    : One<A, View[Part]>;
};

type OneParts<View> = {
  [Part in keyof View]: IsCollection<View[Part]> extends true ? never : Part;
}[keyof View];
type ManyParts<View> = Exclude<keyof View, OneParts<View>>;

/** A part, or one item of a collection, that a fact may have changed. */
export type Touch<View> = OneParts<View> | readonly [part: ManyParts<View>, id: string];

export type TouchTable<View, A> = {
  readonly [Type in FactType]: 'everything' | TouchRule<FactOf<Type>, View, A>;
};

type TouchRule<OneFact, View, A> = (
  fact: OneFact,
  state: ExerciseState,
  audience: A,
  /** Every part and item there is, for what seldom happens and may show anywhere. */
  anything: () => readonly Touch<View>[],
) => readonly Touch<View>[];

/** One change of a view: a part's new value, or an item's; an item's null takes it away. */
export interface ViewChange {
  readonly part: string;
  readonly id?: string;
  readonly value: unknown;
}

/** What one fact means to an audience. */
export type ViewStep<View> =
  | { readonly kind: 'changes'; readonly changes: readonly ViewChange[] }
  | { readonly kind: 'reset'; readonly view: View };

export interface Projection<View, A> {
  viewOf(state: ExerciseState, audience: A): View;
  /** Law: folding the steps of a log gives `viewOf` of its state, whatever the cut. */
  project(before: ExerciseState, fact: Fact, after: ExerciseState, audience: A): ViewStep<View>;
  /**
   * As `project`, for who folds along and has no wire to spare: what a fact may have changed, also
   * where it did not.
   */
  touched(fact: Fact, after: ExerciseState, audience: A): ViewStep<View>;
}

export function defineProjection<View extends object, A>(
  model: ViewModel<View, A>,
  touches: TouchTable<View, A>,
  /** What any kind of fact may touch besides. */
  always: (fact: Fact, state: ExerciseState) => readonly Touch<View>[] = () => [],
): Projection<View, A> {
  const parts = model as Record<string, One<A, unknown> | Many<A, unknown>>;

  const viewOf = (state: ExerciseState, audience: A): View =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        'one' in part ? part.one(state, audience) : collect(part, state, audience),
      ]),
      // Built part by part from the model, whose type says that they make a View.
    ) as View;

  const read = (touch: Touch<View>, state: ExerciseState, audience: A): ViewChange => {
    const isItem = Array.isArray(touch);
    const name = String(isItem ? touch[0] : touch);
    const part = parts[name];
    if (part === undefined) throw new Error(`no part "${name}" in this view`);
    if ('one' in part) return { part: name, value: part.one(state, audience) };
    const id = isItem ? String(touch[1]) : '';
    return { part: name, id, value: part.item(state, audience, id) };
  };

  const changeOf = (
    touch: Touch<View>,
    before: ExerciseState,
    after: ExerciseState,
    audience: A,
  ): ViewChange | null => {
    const change = read(touch, after, audience);
    const { value } = read(touch, before, audience);
    return JSON.stringify(value) === JSON.stringify(change.value) ? null : change;
  };

  const anythingIn = (state: ExerciseState, audience: A): readonly Touch<View>[] =>
    Object.entries(parts).flatMap(([name, part]) => {
      // Named by the model, whose type says that they are the View's.
      if ('one' in part) return [name as Touch<View>];
      return [...part.ids(state, audience)].map((id) => [name, id] as unknown as Touch<View>);
    });

  const touchesOf = (fact: Fact, after: ExerciseState, audience: A) => {
    const touched = touches[fact.type] as TouchTable<View, A>[FactType];
    if (touched === 'everything') return 'everything';
    const ask = touched as TouchRule<Fact, View, A>;
    const besides = always(fact, after);
    const own = ask(fact, after, audience, () => anythingIn(after, audience));
    return besides.length === 0 ? own : [...own, ...besides];
  };

  return {
    viewOf,
    project(before, fact, after, audience) {
      const touched = touchesOf(fact, after, audience);
      if (touched === 'everything') return { kind: 'reset', view: viewOf(after, audience) };
      return {
        kind: 'changes',
        changes: touched
          .map((touch) => changeOf(touch, before, after, audience))
          .filter((change) => change !== null),
      };
    },
    touched(fact, after, audience) {
      const touched = touchesOf(fact, after, audience);
      if (touched === 'everything') return { kind: 'reset', view: viewOf(after, audience) };
      return { kind: 'changes', changes: touched.map((touch) => read(touch, after, audience)) };
    },
  };
}

/** The client's fold. Works on any view, for a change names the part it replaces. */
export function evolveView<View extends object>(view: View, step: ViewStep<View>): View {
  if (step.kind === 'reset') return step.view;
  const next = { ...view } as Record<string, unknown>;
  const copied = new Set<string>();
  for (const { part, id, value } of step.changes) {
    if (id === undefined) {
      next[part] = value;
      continue;
    }
    if (!copied.has(part)) {
      next[part] = { ...(next[part] as Record<string, unknown>) };
      copied.add(part);
    }
    const items = next[part] as Record<string, unknown>;
    if (value === null) delete items[id];
    else items[id] = value;
  }
  return next as View;
}

function collect<A>(
  part: Many<A, unknown>,
  state: ExerciseState,
  audience: A,
): Record<string, unknown> {
  const items: Record<string, unknown> = {};
  for (const id of part.ids(state, audience)) {
    const item = part.item(state, audience, id);
    if (item !== null) items[id] = item;
  }
  return items;
}
