/** What leans on a system, directly or through others: what a change of it may reach. */
import type { AssetId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

/** The nearest first, the system itself left out. */
export function dependants(assets: FacilitatorView['assets'], assetId: AssetId): AssetId[] {
  const found: AssetId[] = [];
  let edge: readonly AssetId[] = [assetId];
  while (edge.length > 0) {
    const next = Object.values(assets)
      .filter(({ dependsOn }) => dependsOn.some((id) => edge.includes(id)))
      .map(({ id }) => id)
      .filter((id) => id !== assetId && !found.includes(id));
    found.push(...next);
    edge = next;
  }
  return found;
}
