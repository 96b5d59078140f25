/** What an effect of the scenario comes to, as facts. A new kind does not compile until its rule stands here. */

import { startObligation } from '../obligations/obligation-facts.js';
import { openPosition } from '../positions/agreement.js';
import type { InjectId, TableId } from '../protocol/ids.js';
import type { Effect, EffectKind, EffectOf } from '../scenario/effect-schema.js';
import type { Consequence } from './consequence.js';
import type { FactBody } from './facts.js';
import { type ExerciseState, injectState, isPhaseActive } from './state.js';
import { enterPhase } from './steps.js';

/** What brought the effect about: which table did something, about which inject. */
export interface EffectSource {
  readonly tableId: TableId | null;
  readonly injectId: InjectId | null;
}

type EffectRule<Kind extends EffectKind> = (
  effect: EffectOf<Kind>,
  state: ExerciseState,
  source: EffectSource,
) => FactBody[];

const effectRules: { [Kind in EffectKind]: EffectRule<Kind> } = {
  setMilestone: ({ milestone }, state) =>
    state.milestones.has(milestone) ? [] : [{ type: 'MilestoneReached', milestoneId: milestone }],
  setAsset: ({ asset, status }, state) =>
    state.assets.get(asset)?.own === status
      ? []
      : [{ type: 'AssetSet', assetId: asset, status, cause: 'effect' }],
  changeIndicator: ({ indicator, by, to }, state) => {
    const gauge = state.playbook.indicators.get(indicator);
    const now = state.indicators.get(indicator);
    if (gauge === undefined || now === undefined) return [];
    const wanted = to ?? now + (by ?? 0);
    const value = Math.min(gauge.maximum, Math.max(gauge.minimum, wanted));
    return value === now ? [] : [{ type: 'IndicatorChanged', indicatorId: indicator, value }];
  },
  releaseInject: ({ inject, delayMinutes }, state) => {
    const { status } = injectState(state, inject);
    if (status !== 'waiting' && status !== 'armed' && status !== 'skipped') return [];
    const dueAtMs = state.lastPlayMs + Math.round(delayMinutes * 60_000);
    return [{ type: 'InjectMoved', injectId: inject, dueAtMs }];
  },
  cancelInject: ({ inject }, state) => {
    const { status } = injectState(state, inject);
    return status === 'waiting' || status === 'armed' || status === 'due'
      ? [{ type: 'InjectSkipped', injectId: inject, cause: 'effect', reason: '' }]
      : [];
  },
  enterPhase: ({ phase }, state) => {
    const body = isPhaseActive(state, phase) ? null : enterPhase(state, phase, state.lastPlayMs);
    return body === null ? [] : [body];
  },
  startObligation: ({ obligation }, state) => startObligation(state, obligation),
  openPosition: ({ position }, state) => openPosition(state, position, state.lastPlayMs),
  awardPoints: ({ team, points, reason }, state, source) => {
    const tableId = team === undefined ? source.tableId : state.casting.tableOf.get(team);
    return tableId === null || tableId === undefined
      ? []
      : [{ type: 'PointsAwarded', tableId, points, reason, injectId: source.injectId }];
  },
};

/** Each effect is a consequence of its own. */
export function effectsOf(
  list: readonly Effect[] | undefined,
  source: EffectSource,
): Consequence[] {
  return (list ?? []).map((effect) => (now) => effectFacts(effect, now, source));
}

/** One effect at a time: a later one must see what an earlier one did. */
function effectFacts(effect: Effect, state: ExerciseState, source: EffectSource): FactBody[] {
  const rule = effectRules[effect.kind] as EffectRule<EffectKind>;
  return rule(effect, state, source);
}
