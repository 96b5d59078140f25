/**
 * Scoring, version 1: a pure fold of facts into entries that explain themselves.
 *
 * - A met expectation earns its points, a late one its late points, a missed one nothing.
 * - A choice earns its own points of the most that any choice of its inject could earn; a choice not
 *   made by its deadline earns nothing of that most until it is made.
 * - Points awarded by an effect, or by a person with a reason, add to what was earned, and nothing
 *   to what could be.
 * - Where points fall with time, they fall evenly from the end of full points to the deadline.
 * - Telling a team what it needs earns the need's points. Breaking a marking and telling somebody
 *   what they do not need cost the item's penalties.
 * - A joint position earns each table that has a voice in it, an obligation each that is obliged.
 * - What was waived (recalled, or open at EndEx) counts neither way.
 */
import type { Breach } from '../exercise/fact-shape.js';
import type { Fact } from '../exercise/facts.js';
import { type ExerciseState, injectOf, injectState } from '../exercise/state.js';
import { expectationKey } from '../exercise/state-parts.js';
import type {
  ExpectationId,
  InjectId,
  ItemId,
  ObjectiveId,
  ObligationId,
  PositionId,
  TableId,
} from '../protocol/ids.js';
import type { Expectation, Inject } from '../scenario/inject-schema.js';
import type { LocalizedText } from '../scenario/localize.js';
import { expectationOf } from '../scenario/playbook.js';
import type { ScoreBook } from './score-book.js';
import { scoreObligation, scorePosition, scoreShare } from './score-exchange.js';

export const scoringVersion = 1;

export type ScoreRule =
  | 'expectation/met'
  | 'expectation/late'
  | 'expectation/missed'
  | 'choice/made'
  | 'choice/not-made'
  | 'expectation/marked'
  | 'points/awarded'
  | 'points/adjusted'
  | 'need/met'
  | 'need/met-late'
  | 'marking/broken'
  | 'share/needless'
  | 'position/agreed'
  | 'position/failed'
  | 'obligation/met'
  | 'obligation/late'
  | 'obligation/missed';

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
  /** What of sharing, deciding and reporting it is about: "item …", "position …", "obligation …". */
  readonly about: ScoreSubject | null;
  readonly points: number;
  readonly maximum: number;
  /** seq of the fact that caused it. */
  readonly causedBy: number;
}

export interface ScoreSubject {
  readonly kind: 'item' | 'position' | 'obligation';
  readonly id: ItemId | PositionId | ObligationId;
  /** Who was told, or ought not to have been: a team or a contact. */
  readonly to: string | null;
  readonly breach: Breach | null;
}

export type Scores = ScoreBook;

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
    case 'ScoreAdjusted':
      return award(scores, fact);
    case 'ExpectationMarked':
      return markExpectation(scores, fact, state);
    case 'NeedMet':
    case 'MarkingBroken':
    case 'OverShared':
      return scoreShare(scores, fact, state);
    case 'PositionAgreed':
    case 'PositionFailed':
      return scorePosition(scores, fact, state);
    case 'ObligationMet':
    case 'ObligationMissed':
      return scoreObligation(scores, fact, state);
    default:
      return scores;
  }
}

type Settled = Extract<Fact, { type: 'ExpectationMet' | 'ExpectationMissed' }>;

function settleExpectation(scores: Scores, fact: Settled, state: ExerciseState): Scores {
  const inject = injectOf(state, fact.injectId);
  const expectation = inject && expectationOf(inject, fact.expectationId);
  if (!inject || !expectation) return scores;
  const key = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
  const settled = scores.set(key, {
    key,
    tableId: fact.tableId,
    injectId: fact.injectId,
    expectationId: fact.expectationId,
    objectiveId: expectation.objective ?? null,
    ...outcome(fact, expectation, state),
    reason: null,
    about: null,
    maximum: expectation.points,
    causedBy: fact.seq,
  });
  const choice = choiceKey(fact);
  if (fact.type === 'ExpectationMet' || expectation.kind !== 'choose' || scores.has(choice)) {
    return settled;
  }
  return settled.set(choice, choiceEntry(inject, fact, 'choice/not-made', 0));
}

function outcome(
  fact: Settled,
  expectation: Expectation,
  state: ExerciseState,
): Pick<ScoreEntry, 'rule' | 'points'> {
  if (fact.type === 'ExpectationMissed') return { rule: 'expectation/missed', points: 0 };
  return fact.isLate
    ? { rule: 'expectation/late', points: expectation.latePoints }
    : { rule: 'expectation/met', points: timelyPoints(fact, expectation, state) };
}

/** Points by the time curve, rounded. An extended deadline stretches the fall. */
function timelyPoints(fact: Settled, expectation: Expectation, state: ExerciseState): number {
  const { points, latePoints, fullUntilMinutes } = expectation;
  if (fullUntilMinutes === undefined) return points;
  const releasedMs = injectState(state, fact.injectId).releasedPlayMs ?? fact.playMs;
  const key = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
  const dueAtMs = state.expectations.get(key)?.dueAtMs ?? fact.playMs;
  const fullMs = releasedMs + Math.round(fullUntilMinutes * 60_000);
  if (fact.playMs <= fullMs || dueAtMs <= fullMs) return points;
  const left = Math.max(0, dueAtMs - fact.playMs) / (dueAtMs - fullMs);
  return Math.round(latePoints + (points - latePoints) * left);
}

/** As a controller says, whatever came before. */
function markExpectation(
  scores: Scores,
  fact: Extract<Fact, { type: 'ExpectationMarked' }>,
  state: ExerciseState,
): Scores {
  const inject = injectOf(state, fact.injectId);
  const expectation = inject && expectationOf(inject, fact.expectationId);
  if (!inject || !expectation) return scores;
  const key = expectationKey(fact.injectId, fact.tableId, fact.expectationId);
  const cleared = withoutChoiceMissed(scores.delete(key), fact, state);
  if (fact.as === 'waived') return cleared;
  const { points, latePoints } = expectation;
  const marked = cleared.set(key, {
    key,
    tableId: fact.tableId,
    injectId: fact.injectId,
    expectationId: fact.expectationId,
    objectiveId: expectation.objective ?? null,
    rule: 'expectation/marked',
    reason: fact.reason,
    about: null,
    points: { met: points, late: latePoints, missed: 0 }[fact.as],
    maximum: points,
    causedBy: fact.seq,
  });
  // As when the clock says so: a choice that was not made earns nothing of its most.
  const isChoice = fact.as === 'missed' && expectation.kind === 'choose';
  return isChoice && !marked.has(choiceKey(fact))
    ? marked.set(choiceKey(fact), choiceEntry(inject, fact, 'choice/not-made', 0))
    : marked;
}

function settleChoice(
  scores: Scores,
  fact: Extract<Fact, { type: 'ChoiceMade' }>,
  state: ExerciseState,
): Scores {
  const inject = injectOf(state, fact.injectId);
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
    about: null,
    points,
    maximum: Math.max(0, ...(inject.choices ?? []).map((choice) => choice.points)),
    causedBy: fact.seq,
  };
}

/** Points beyond what was expected: they add to what was earned and nothing to what could be. */
function award(
  scores: Scores,
  fact: Extract<Fact, { type: 'PointsAwarded' | 'ScoreAdjusted' }>,
): Scores {
  const isAdjusted = fact.type === 'ScoreAdjusted';
  const key = `award ${fact.seq}`;
  return scores.set(key, {
    key,
    tableId: fact.tableId,
    injectId: isAdjusted ? null : fact.injectId,
    expectationId: null,
    objectiveId: isAdjusted ? fact.objectiveId : null,
    rule: isAdjusted ? 'points/adjusted' : 'points/awarded',
    reason: fact.reason,
    about: null,
    points: fact.points,
    maximum: 0,
    causedBy: fact.seq,
  });
}

/** Once a choice is no longer overdue, or no longer asked for, its not being made counts for nothing. */
function withoutChoiceMissed(
  scores: Scores,
  fact: Extract<Fact, { type: 'DeadlineExtended' | 'ExpectationWaived' | 'ExpectationMarked' }>,
  state: ExerciseState,
): Scores {
  const inject = injectOf(state, fact.injectId);
  const isChoice = inject && expectationOf(inject, fact.expectationId)?.kind === 'choose';
  return isChoice && scores.get(choiceKey(fact))?.rule === 'choice/not-made'
    ? scores.delete(choiceKey(fact))
    : scores;
}

/** The line for what was chosen, apart from the lines for its being done in time. */
export function choiceKey(fact: { injectId: InjectId; tableId: TableId }): string {
  return `${fact.injectId} ${fact.tableId} #choice`;
}
