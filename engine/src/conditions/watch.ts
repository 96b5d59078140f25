/** Follows every condition that something waits for, and says when it turns. */
import type { Fact, FactBody, FactType } from '../exercise/facts.js';
import type { ExerciseState } from '../exercise/state.js';
import type { Subject, WatchKey } from '../scenario/playbook.js';
import { holds } from './condition-rules.js';

type SubjectRule = (fact: never, state: ExerciseState) => Subject[];

const ofInject = (fact: { injectId: string }): Subject[] => [`inject ${fact.injectId}`, 'inject'];
const ofScore = (fact: { injectId: string }): Subject[] => [...ofInject(fact), 'score'];

const ofPosition = ({ positionId }: { positionId: string }): Subject[] => [
  `position ${positionId}`,
];
const ofObligation = ({ obligationId }: { obligationId: string }): Subject[] => [
  `obligation ${obligationId}`,
];

/** What a kind of fact may change for a condition; kinds left out change nothing. */
const subjectRules: { [Type in FactType]?: SubjectRule } = {
  PhaseChanged: ({ left, entered }: { left: string[]; entered: string[] }) => [
    ...[...left, ...entered].map((phaseId) => `phase ${phaseId}`),
    ...entered.map((phaseId) => `elapsed ${phaseId}`),
  ],
  InjectReleased: ofInject,
  InjectAcknowledged: ofInject,
  ResponseSent: ofInject,
  ChoiceMade: ofScore,
  ExpectationMet: ofScore,
  ExpectationMissed: ofScore,
  ExpectationWaived: ofScore,
  DeadlineExtended: ofScore,
  ExpectationMarked: ofScore,
  PointsAwarded: () => ['score'],
  ScoreAdjusted: () => ['score'],
  InformationShared: ({ items }: { items: readonly { itemId: string }[] }) => [
    ...items.map(({ itemId }) => `item ${itemId}`),
    'shares',
  ],
  MarkingBroken: () => ['breaches', 'score'],
  OverShared: () => ['score'],
  NeedMet: () => ['score'],
  PositionOpened: ofPosition,
  PositionAgreed: (fact: { positionId: string }) => [...ofPosition(fact), 'agreements', 'score'],
  PositionFailed: (fact: { positionId: string }) => [...ofPosition(fact), 'score'],
  ObligationStarted: ofObligation,
  ReportFiled: () => ['reports'],
  ObligationMet: (fact: { obligationId: string }) => [...ofObligation(fact), 'score'],
  ObligationMissed: (fact: { obligationId: string }) => [...ofObligation(fact), 'score'],
  MomentReached: ({ since }: { since: string }) => [`elapsed ${since}`],
  MilestoneReached: ({ milestoneId }: { milestoneId: string }) => [`milestone ${milestoneId}`],
  AssetChanged: ({ assetId }: { assetId: string }) => [`asset ${assetId}`],
  IndicatorChanged: ({ indicatorId }: { indicatorId: string }) => [`indicator ${indicatorId}`],
};

/** The subjects a fact touches. */
export function touchedSubjects(fact: Fact, state: ExerciseState): Subject[] {
  return subjectRules[fact.type]?.(fact as never, state) ?? [];
}

export interface Turn {
  readonly body: FactBody;
  readonly causedBy: number;
}

/**
 * The conditions that turned, each with the fact that turned it.
 * @param touched subjects touched since the last look, with the seq of the fact that touched each.
 */
export function turnedConditions(
  touched: ReadonlyMap<Subject, number>,
  state: ExerciseState,
): Turn[] {
  const causes = new Map<WatchKey, number>();
  for (const [subject, seq] of touched) {
    for (const key of state.playbook.listeners.get(subject)?.watches ?? []) causes.set(key, seq);
  }
  return [...causes].flatMap(([key, causedBy]) => {
    const watch = state.playbook.watches.get(key);
    if (watch === undefined) return [];
    const isTrue = holds(watch.condition, state);
    if (isTrue === (state.truths.get(key)?.isTrue ?? false)) return [];
    return [{ body: { type: 'ConditionTurned', watch: key, isTrue, isInitial: false }, causedBy }];
  });
}

/** What holds from the start, so that it is not taken for something that became true. */
export function initialTruths(state: ExerciseState): FactBody[] {
  return [...state.playbook.watches.values()]
    .filter(({ condition }) => holds(condition, state))
    .map(({ key }) => ({ type: 'ConditionTurned', watch: key, isTrue: true, isInitial: true }));
}
