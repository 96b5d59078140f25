/** How a failure spreads over dependencies, across sectors and borders, and recovery after it. */
import type { FactBody } from '../exercise/facts.js';
import type { ExerciseState } from '../exercise/state.js';
import { dependencyKey } from '../exercise/state-parts.js';
import type { AssetId } from '../protocol/ids.js';
import { type AssetStatus, worse } from '../scenario/world-schema.js';

/** The status an asset comes to: the worse of its own and of all that is felt. */
export function effectiveStatus(state: ExerciseState, assetId: AssetId): AssetStatus | null {
  const asset = state.assets.get(assetId);
  const dependencies = state.playbook.assets.get(assetId)?.dependsOn ?? [];
  return asset === undefined
    ? null
    : asset.felt.reduce((status, index) => {
        const dependency = dependencies[index];
        return dependency === undefined ? status : worse(status, dependency.becomes);
      }, asset.own);
}

/** The change of status that follows when an asset's own status or what it feels changed. */
export function settleAsset(state: ExerciseState, assetId: AssetId): FactBody[] {
  const status = effectiveStatus(state, assetId);
  return status === null || status === state.assets.get(assetId)?.status
    ? []
    : [{ type: 'AssetChanged', assetId, status }];
}

/** What those who depend on an asset will feel, and when, now that its status changed. */
export function spread(state: ExerciseState, assetId: AssetId): FactBody[] {
  const status = state.assets.get(assetId)?.status;
  if (status === undefined) return [];
  return (state.playbook.dependents.get(assetId) ?? []).flatMap((ref) => {
    const dependency = state.playbook.assets.get(ref.assetId)?.dependsOn[ref.dependency];
    if (dependency === undefined) return [];
    const shouldFeel = dependency.when.includes(status);
    const armed = state.armedDependencies.get(dependencyKey(ref));
    const isFelt = state.assets.get(ref.assetId)?.felt.includes(ref.dependency) ?? false;
    if (shouldFeel === (armed?.isFelt ?? isFelt)) return [];
    const minutes = shouldFeel ? dependency.delayMinutes : dependency.recoveryMinutes;
    const dueAtMs = state.lastPlayMs + Math.round(minutes * 60_000);
    return [{ type: 'DependencyArmed', ...ref, isFelt: shouldFeel, dueAtMs }];
  });
}
