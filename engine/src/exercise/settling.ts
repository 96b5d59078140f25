/** How expectations are settled by answers and deadlines, and what follows from it. */
import type { InjectId, TableId } from '../protocol/ids.js';
import type { Expectation, ExpectationKind } from '../scenario/inject-schema.js';
import { expectationOf } from '../scenario/playbook.js';
import type { Consequence } from './consequence.js';
import { effectsOf as effects } from './effects.js';
import type { FactBody, FactOf } from './facts.js';
import { type ExerciseState, injectOf, injectState } from './state.js';
import { type ExpectationState, expectationKey } from './state-parts.js';

/** What an answer meets of what is expected of its table. */
export function meet(
  fact: { injectId: InjectId; tableId: TableId },
  kind: ExpectationKind,
  state: ExerciseState,
): FactBody[] {
  const { injectId, tableId } = fact;
  const expectations = injectOf(state, injectId)?.expectations ?? [];
  return expectations
    .filter((expectation) => expectation.kind === kind)
    .map((expectation) => state.expectations.get(expectationKey(injectId, tableId, expectation.id)))
    .filter((expectation) => expectation?.status === 'open' || expectation?.status === 'missed')
    .map((expectation) => ({
      type: 'ExpectationMet',
      injectId,
      tableId,
      expectationId: (expectation as ExpectationState).expectationId,
      isLate: expectation?.status === 'missed',
    }));
}

type Met = FactOf<'ExpectationMet' | 'ExpectationMarked'>;

/** What doing it brings about, the first time: it can be settled again by hand. */
export function onMet(fact: Met, state: ExerciseState): Consequence[] {
  const { injectId, tableId, expectationId } = fact;
  const found = state.expectations.get(expectationKey(injectId, tableId, expectationId));
  return [
    (now) => waiveOthers(fact, now),
    ...(found?.metBy === fact.seq ? effects(ruleOf(fact, state)?.onMet, fact) : []),
  ];
}

/** What missing it brings about. */
export function onMissed(fact: FactOf<'ExpectationMissed'>, state: ExerciseState): Consequence[] {
  return isOpenElsewhere(fact, state) ? [] : effects(ruleOf(fact, state)?.onMissed, fact);
}

/** Where any one table is enough, it is missed once nobody is left who could do it in time. */
function isOpenElsewhere(fact: FactOf<'ExpectationMissed'>, state: ExerciseState): boolean {
  const { injectId, expectationId } = fact;
  return (
    ruleOf(fact, state)?.by === 'any' &&
    injectState(state, injectId).tableIds.some(
      (tableId) =>
        state.expectations.get(expectationKey(injectId, tableId, expectationId))?.status === 'open',
    )
  );
}

/** Where any one table is enough, the others need not any more. */
function waiveOthers(fact: Met, state: ExerciseState): FactBody[] {
  const { injectId, expectationId, tableId } = fact;
  if (ruleOf(fact, state)?.by !== 'any') return [];
  return injectState(state, injectId)
    .tableIds.filter((other) => other !== tableId)
    .map((other) => state.expectations.get(expectationKey(injectId, other, expectationId)))
    .filter((expectation) => expectation !== undefined)
    .filter(({ status }) => status === 'open' || status === 'missed')
    .map((expectation) => waive(expectation, 'doneByAnother'));
}

/** EndEx: what is open is neither met nor missed. */
export function waiveOpen(state: ExerciseState): FactBody[] {
  return [...state.openDeadlines.keys()]
    .sort()
    .map((key) => state.expectations.get(key))
    .filter((expectation) => expectation !== undefined)
    .map((expectation) => waive(expectation, 'ended'));
}

/** What of an inject that was recalled is open or was missed. */
export function waiveUnmet(injectId: InjectId, state: ExerciseState): FactBody[] {
  const rules = injectOf(state, injectId)?.expectations ?? [];
  return injectState(state, injectId)
    .tableIds.flatMap((tableId) =>
      rules.map(({ id }) => state.expectations.get(expectationKey(injectId, tableId, id))),
    )
    .filter((expectation) => expectation !== undefined)
    .filter(({ status }) => status === 'open' || status === 'missed')
    .map((expectation) => waive(expectation, 'recalled'));
}

function waive(
  { injectId, tableId, expectationId }: ExpectationState,
  cause: 'recalled' | 'ended' | 'doneByAnother',
): FactBody {
  return { type: 'ExpectationWaived', injectId, tableId, expectationId, cause };
}

function ruleOf(
  fact: Pick<FactOf<'ExpectationMet'>, 'injectId' | 'expectationId'>,
  state: ExerciseState,
): Expectation | null {
  const inject = injectOf(state, fact.injectId);
  return inject === undefined ? null : expectationOf(inject, fact.expectationId);
}
