/** The world: conditions, milestones, systems, gauges, endings. */
import type { AssetId } from '../../protocol/ids.js';
import type { MomentSource } from '../../scenario/playbook.js';
import type { ExerciseState } from '../state.js';
import { type AssetState, dependencyKey, momentKey } from '../state-parts.js';
import type { Evolvers } from './evolver.js';

export const worldEvolvers = {
  ConditionTurned: (state, { watch, isTrue, isInitial, playMs }) => ({
    ...state,
    truths: state.truths.set(watch, { isTrue, sincePlayMs: isInitial ? null : playMs }),
  }),
  MomentReached: (state, { since, afterMs }) => ({
    ...state,
    armedMoments: state.armedMoments.delete(momentKey(since as MomentSource, afterMs)),
  }),
  MilestoneReached: (state, { milestoneId, playMs }) => ({
    ...state,
    milestones: state.milestones.set(milestoneId, playMs),
  }),
  AssetSet: (state, { assetId, status }) => withAsset(state, assetId, { own: status }),
  DependencyArmed: (state, { assetId, dependency, isFelt, dueAtMs, seq }) => {
    const key = dependencyKey({ assetId, dependency });
    const isFeltNow = state.assets.get(assetId)?.felt.includes(dependency) ?? false;
    // Armed for what is the case already: whatever was on its way is called off.
    return {
      ...state,
      armedDependencies:
        isFeltNow === isFelt
          ? state.armedDependencies.delete(key)
          : state.armedDependencies.set(key, {
              assetId,
              dependency,
              isFelt,
              dueAtMs,
              armedBy: seq,
            }),
    };
  },
  DependencyFelt: (state, { assetId, dependency, isFelt }) => {
    const felt = (state.assets.get(assetId)?.felt ?? []).filter((index) => index !== dependency);
    return {
      ...withAsset(state, assetId, { felt: isFelt ? [...felt, dependency] : felt }),
      armedDependencies: state.armedDependencies.delete(dependencyKey({ assetId, dependency })),
    };
  },
  AssetChanged: (state, { assetId, status, playMs }) =>
    withAsset(state, assetId, { status, sincePlayMs: playMs }),
  IndicatorChanged: (state, { indicatorId, value }) => ({
    ...state,
    indicators: state.indicators.set(indicatorId, value),
  }),
  PointsAwarded: (state) => state,
  EndingReached: (state, { endingId, playMs }) => ({
    ...state,
    endings: state.endings.set(endingId, playMs),
  }),
} satisfies Partial<Evolvers>;

function withAsset(
  state: ExerciseState,
  assetId: AssetId,
  change: Partial<AssetState>,
): ExerciseState {
  const asset = state.assets.get(assetId);
  return asset === undefined
    ? state
    : { ...state, assets: state.assets.set(assetId, { ...asset, ...change }) };
}
