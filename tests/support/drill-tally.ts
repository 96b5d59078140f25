/** What random drills came to, kind by kind: a law that nothing was tried on holds of itself. */

import { holds } from '@trilogue/engine/conditions/condition-rules';
import { obligationKey } from '@trilogue/engine/exercise/exchange-state';
import { factScope } from '@trilogue/engine/exercise/fact-scope';
import { breaches } from '@trilogue/engine/exercise/fact-shape';
import type { Fact, FactType } from '@trilogue/engine/exercise/facts';
import {
  type ExerciseState,
  injectOf,
  injectState,
  scenarioTimeAt,
} from '@trilogue/engine/exercise/state';
import { shareChannels, stances, tlpLabels } from '@trilogue/engine/protocol/parts';
import type { Condition } from '@trilogue/engine/scenario/condition-schema';
import type { EffectKind } from '@trilogue/engine/scenario/effect-schema';
import type { ExpectationKind } from '@trilogue/engine/scenario/inject-schema';
import { exitOf, expectationOf } from '@trilogue/engine/scenario/playbook';
import type { PositionRule } from '@trilogue/engine/scenario/position-schema';
import type { TriggerKind } from '@trilogue/engine/scenario/trigger-schema';
import type { Played, Step } from './random-drill.js';

/** A kind that the language gains does not compile until the drills are asked for it. */
function kindsOf<Kind extends string>(kinds: { readonly [One in Kind]: true }): readonly Kind[] {
  return Object.keys(kinds) as Kind[];
}

/** What must have happened, by group. */
export const wanted: Readonly<Record<string, readonly string[]>> = {
  fact: Object.keys(factScope) as FactType[],
  trigger: kindsOf<TriggerKind>({
    at: true,
    afterInject: true,
    whenChoice: true,
    when: true,
    onPhase: true,
    without: true,
    manual: true,
    deck: true,
  }),
  'way out': kindsOf<Exclude<TriggerKind, 'manual' | 'deck'>>({
    at: true,
    afterInject: true,
    whenChoice: true,
    when: true,
    onPhase: true,
    without: true,
  }),
  condition: kindsOf<Condition['kind']>({
    all: true,
    any: true,
    not: true,
    milestone: true,
    choice: true,
    inject: true,
    asset: true,
    indicator: true,
    score: true,
    count: true,
    shared: true,
    position: true,
    obligation: true,
    phase: true,
    elapsed: true,
  }),
  detail: [
    ...['acknowledged', 'responses', 'choices', 'missed', 'shares', 'breaches'],
    ...['reports', 'agreements'],
    ...['released', 'answered', 'overdue', 'open', 'agreed', 'failed', 'started', 'met'],
    ...['shared by', 'shared with', 'shared by, with', 'agreed on an option'],
  ],
  effect: kindsOf<EffectKind>({
    setMilestone: true,
    setAsset: true,
    changeIndicator: true,
    releaseInject: true,
    cancelInject: true,
    enterPhase: true,
    startObligation: true,
    openPosition: true,
    awardPoints: true,
  }),
  expectation: kindsOf<ExpectationKind>({
    acknowledge: true,
    respond: true,
    choose: true,
    share: true,
    message: true,
    report: true,
    agree: true,
  }),
  stance: stances,
  rule: kindsOf<PositionRule['kind']>({
    consensus: true,
    majority: true,
    atLeast: true,
    lead: true,
  }),
  subject: ['option', 'version'],
  marking: tlpLabels,
  breach: breaches,
  form: ['full', 'sanitised'],
  channel: shareChannels,
  obligation: ['met', 'met late', 'missed', 'passed by in a jump', 'waived'],
  settled: [
    'by each',
    'by any',
    'on time',
    'late',
    'on a curve',
    'recalled',
    'ended',
    'doneByAnother',
  ],
};

export class DrillTally {
  readonly #counts = new Map<string, number>();

  take(played: Played): void {
    for (const step of played.steps) {
      this.#add('fact', step.fact.type);
      this.#takeStep(step, played);
    }
  }

  of(group: string, kind: string): number {
    return this.#counts.get(`${group} ${kind}`) ?? 0;
  }

  /** What never happened, as "group kind". */
  missing(): string[] {
    return Object.entries(wanted).flatMap(([group, kinds]) =>
      kinds.filter((kind) => this.of(group, kind) === 0).map((kind) => `${group} ${kind}`),
    );
  }

  /** One line a group. */
  toString(): string {
    return Object.entries(wanted)
      .map(([group, kinds]) => {
        const line = kinds.map((kind) => `${kind} ${this.of(group, kind)}`);
        return `${group}: ${line.join(', ')}`;
      })
      .join('\n  ');
  }

  #add(group: string, kind: string): void {
    const key = `${group} ${kind}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  #takeStep({ before, fact, after }: Step, { steps }: Played): void {
    const effect = effectBehind(fact, steps);
    if (effect !== null) this.#add('effect', effect);
    switch (fact.type) {
      case 'InjectReleased': {
        const { status, isForced } = injectState(before, fact.injectId);
        const kind = injectOf(before, fact.injectId)?.release.kind ?? 'deck';
        const isByHand = kind === 'manual' || kind === 'deck';
        const isByItself = !isForced && (status === 'armed' || status === 'due');
        if (isByHand || isByItself) this.#add('trigger', kind);
        return;
      }
      case 'ExitArmed':
        this.#add('way out', exitOf(after.playbook, fact)?.when.kind ?? '');
        return;
      case 'ConditionTurned': {
        const watch = after.playbook.watches.get(fact.watch);
        if (watch !== undefined && fact.isTrue) this.#takeCondition(watch.condition, after);
        return;
      }
      case 'ExpectationMet': {
        const inject = injectOf(after, fact.injectId);
        const rule = inject && expectationOf(inject, fact.expectationId);
        this.#add('expectation', rule?.kind ?? '');
        this.#add('settled', `by ${rule?.by}`);
        this.#add('settled', fact.isLate ? 'late' : 'on time');
        if (rule?.fullUntilMinutes !== undefined) this.#add('settled', 'on a curve');
        return;
      }
      case 'ExpectationWaived':
        this.#add('settled', fact.cause);
        return;
      case 'ObligationMet':
        this.#add('obligation', fact.isLate ? 'met late' : 'met');
        return;
      case 'ObligationWaived':
        this.#add('obligation', 'waived');
        return;
      case 'ObligationMissed': {
        const duty = before.obligations.get(obligationKey(fact.obligationId, fact.tableId));
        const nowMs = scenarioTimeAt(before.scenarioClock, fact.playMs) ?? 0;
        const isJump = nowMs - (duty?.dueScenarioMs ?? nowMs) > 3_600_000;
        this.#add('obligation', isJump ? 'passed by in a jump' : 'missed');
        return;
      }
      case 'StanceTaken':
        this.#add('stance', fact.stance);
        this.#add('subject', fact.on.kind);
        return;
      case 'PositionAgreed':
        if (fact.cause === 'rule') {
          this.#add('rule', after.playbook.positions.get(fact.positionId)?.rule.kind ?? '');
        }
        return;
      case 'InformationShared':
        this.#add('marking', fact.marking);
        this.#add('channel', fact.channel);
        for (const { form } of fact.items) this.#add('form', form);
        return;
      case 'MarkingBroken':
        this.#add('breach', fact.breach);
        return;
    }
  }

  /** Of a condition that became true, the parts that hold. */
  #takeCondition(condition: Condition, state: ExerciseState): void {
    if (!holds(condition, state)) return;
    this.#add('condition', condition.kind);
    switch (condition.kind) {
      case 'all':
      case 'any':
        for (const part of condition.of) this.#takeCondition(part, state);
        return;
      case 'count':
        this.#add('detail', condition.of);
        return;
      case 'inject':
      case 'position':
      case 'obligation':
        this.#add('detail', condition.is);
        if ('option' in condition && condition.option !== undefined) {
          this.#add('detail', 'agreed on an option');
        }
        return;
      case 'shared': {
        const by = condition.by === undefined ? [] : ['by'];
        const to = condition.with === undefined ? [] : ['with'];
        this.#add('detail', `shared ${[...by, ...to].join(', ')}`);
        return;
      }
    }
  }
}

/** Which kind of effect brought a fact about; null where it was something else. */
function effectBehind(fact: Fact, steps: readonly Step[]): EffectKind | null {
  if (fact.causedBy === null || fact.by.kind !== 'host') return null;
  const cause = steps[fact.causedBy - 1]?.fact;
  switch (fact.type) {
    case 'MilestoneReached':
      return 'setMilestone';
    case 'AssetSet':
      return 'setAsset';
    case 'IndicatorChanged':
      return 'changeIndicator';
    case 'InjectMoved':
      return 'releaseInject';
    case 'InjectSkipped':
      return fact.cause === 'effect' ? 'cancelInject' : null;
    case 'PhaseChanged': {
      const others: readonly FactType[] = ['ExerciseStarted', 'ExitArmed', 'ExitDue'];
      return cause && !others.includes(cause.type) ? 'enterPhase' : null;
    }
    case 'ObligationStarted':
      return cause?.type === 'ConditionTurned' ? null : 'startObligation';
    case 'PositionOpened':
      return cause?.type === 'InjectReleased' ? null : 'openPosition';
    case 'PointsAwarded':
      return 'awardPoints';
    default:
      return null;
  }
}
