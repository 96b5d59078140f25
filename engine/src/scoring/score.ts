/**
 * Scoring, version 1: a pure fold of facts into entries that explain themselves.
 *
 * - A met expectation earns its points, a late one its late points, a missed one nothing.
 * - A choice earns its own points of the most that any choice of its inject could earn; a choice not
 *   made by its deadline earns nothing of that most until it is made.
 * - Points awarded by an effect add to what was earned, and nothing to what could be.
 * - What was waived (recalled, or open at EndEx) counts neither way.
 */
import type { Map as IMap } from 'immutable';
import type { Fact } from '../exercise/facts.js';
import { type ExerciseState, expectationKey } from '../exercise/state.js';
import type { ExpectationId, InjectId, ObjectiveId, TableId } from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import { expectationOf } from '../scenario/playbook.js';
import type { Expectation, Inject } from '../scenario/schema.js';

export const scoringVersion = 1;

export type ScoreRule =
  | 'expectation/met'
  | 'expectation/late'
  | 'expectation/missed'
  | 'choice/made'
  | 'choice/not-made'
  | 'points/awarded';

export interface ScoreEntry {
  /** Which line of the score it is; a later fact about the same thing replaces it. */
  readonly key: string;
  readonly tableId: TableId;
  /** Null for points that were awarded apart from any inject. */
  readonly injectId: InjectId | null;
  readonly expectationId: ExpectationId | null;
  readonly objectiveId: ObjectiveId | null;
  readonly rule: ScoreRule;
  /** In words, where the rule leaves it open. */
  readonly reason: LocalizedText | null;
  readonly points: number;
  readonly maximum: number;
  /** seq of the fact that caused it. */
  readonly causedBy: number;
}

type Scores = IMap<string, ScoreEntry>;

/** Folds a fact by the rules that the exercise was created under. */
export function scoreFact(scores: Scores, fact: Fact, state: ExerciseState): Scores {
  const rules = scoringRules[state.scoringVersion];
  if (rules === undefined) throw new Error(`no scoring rules of version ${state.scoringVersion}`);
  return rules(scores, fact, state);
}

type Rules = (scores: Scores, fact: Fact, state: ExerciseState) => Scores;

/** Released versions stay for good: a log is always scored by its own. */
const scoringRules: Readonly<Record<number, Rules>> = { 1: scoreByVersion1 };

function scoreByVersion1(scores: Scores, fact: Fact, state: ExerciseState): Scores {
  switch (fact.type) {
    case 'ExpectationMet':
    case 'ExpectationMissed':
      return settleExpectation(scores, fact, state);
    case 'ExpectationWaived':
      return withoutChoiceMissed(
        scores.delete(expectationKey(fact.injectId, fact.tableId, fact.expectationId)),
        fact,
        state,
      );
    case 'DeadlineExtended':
      return withoutChoiceMissed(
        scores.delete(expectationKey(fact.injectId, fact.tableId, fact.expectationId)),
        fact,
        state,
      );
    case 'ChoiceMade':
      return settleChoice(scores, fact, state);
    case 'PointsAwarded':
      return award(scores, fact);
    default:
      return scores;
  }
}

export interface Total {
  readonly points: number;
  readonly maximum: number;
}

export function totalOf(entries: Iterable<ScoreEntry>): Total {
  let points = 0;
  let maximum = 0;
  for (const entry of entries) {
    points += entry.points;
    maximum += entry.maximum;
  }
  return { points, maximum };
}

type Settled = Extract<Fact, { type: 'ExpectationMet' | 'ExpectationMissed' }>;

function settleExpectation(scores: Scores, fact: Settled, state: ExerciseState): Scores {
  const inject = state.playbook.injects.get(fact.injectId);
  const expectation = inject && expectationOf(inject, fact.expectationId);
  if (!inject || !expectation) return scores;
  const key = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
  const settled = scores.set(key, {
    key,
    tableId: fact.tableId,
    injectId: fact.injectId,
    expectationId: fact.expectationId,
    objectiveId: expectation.objective ?? null,
    ...outcome(fact, expectation),
    reason: null,
    maximum: expectation.points,
    causedBy: fact.seq,
  });
  const choice = choiceKey(fact);
  if (fact.type === 'ExpectationMet' || expectation.kind !== 'choose' || scores.has(choice)) {
    return settled;
  }
  return settled.set(choice, choiceEntry(inject, fact, 'choice/not-made', 0));
}

function outcome(fact: Settled, expectation: Expectation): Pick<ScoreEntry, 'rule' | 'points'> {
  if (fact.type === 'ExpectationMissed') return { rule: 'expectation/missed', points: 0 };
  return fact.isLate
    ? { rule: 'expectation/late', points: expectation.latePoints }
    : { rule: 'expectation/met', points: expectation.points };
}

function settleChoice(
  scores: Scores,
  fact: Extract<Fact, { type: 'ChoiceMade' }>,
  state: ExerciseState,
): Scores {
  const inject = state.playbook.injects.get(fact.injectId);
  const chosen = inject?.choices?.find(({ id }) => id === fact.choiceId);
  if (!inject || !chosen) return scores;
  const entry = choiceEntry(inject, fact, 'choice/made', chosen.points);
  return scores.set(entry.key, entry);
}

function choiceEntry(
  inject: Inject,
  fact: { seq: number; tableId: TableId; injectId: InjectId },
  rule: ScoreRule,
  points: number,
): ScoreEntry {
  const expectation = inject.expectations.find(({ kind }) => kind === 'choose');
  return {
    key: choiceKey(fact),
    tableId: fact.tableId,
    injectId: fact.injectId,
    expectationId: null,
    objectiveId: expectation?.objective ?? null,
    rule,
    reason: null,
    points,
    maximum: Math.max(0, ...(inject.choices ?? []).map((choice) => choice.points)),
    causedBy: fact.seq,
  };
}

/** Points beyond what was expected: they add to what was earned and nothing to what could be. */
function award(scores: Scores, fact: Extract<Fact, { type: 'PointsAwarded' }>): Scores {
  const key = `award ${fact.seq}`;
  return scores.set(key, {
    key,
    tableId: fact.tableId,
    injectId: fact.injectId,
    expectationId: null,
    objectiveId: null,
    rule: 'points/awarded',
    reason: fact.reason,
    points: fact.points,
    maximum: 0,
    causedBy: fact.seq,
  });
}

/** Once a choice is no longer overdue, or no longer asked for, its not being made counts for nothing. */
function withoutChoiceMissed(
  scores: Scores,
  fact: Extract<Fact, { type: 'DeadlineExtended' | 'ExpectationWaived' }>,
  state: ExerciseState,
): Scores {
  const inject = state.playbook.injects.get(fact.injectId);
  const isChoice = inject && expectationOf(inject, fact.expectationId)?.kind === 'choose';
  return isChoice && scores.get(choiceKey(fact))?.rule === 'choice/not-made'
    ? scores.delete(choiceKey(fact))
    : scores;
}

/** The line for what was chosen, apart from the lines for its being done in time. */
export function choiceKey(fact: { injectId: InjectId; tableId: TableId }): string {
  return `${fact.injectId} ${fact.tableId} #choice`;
}
