/** Which system leans on which, and along which of these lines a failure is felt. */
import type { AssetId } from '@trilogue/engine/protocol/ids';
import type { AssetView } from '@trilogue/engine/views/world-parts';

/**
 * calm: what is needed works. threatened: it fails, and whoever leans on it still stands. felt: both are
 * impaired.
 */
export type LineState = 'calm' | 'threatened' | 'felt';

export interface DependencyLine {
  readonly id: string;
  /** The system that is needed. */
  readonly from: AssetId;
  /** The system that needs it: failures run this way. */
  readonly to: AssetId;
  readonly state: LineState;
}

/** Only between systems that are both shown; those that matter most come last, to be drawn on top. */
export function dependencyLines(assets: Readonly<Record<string, AssetView>>): DependencyLine[] {
  return Object.values(assets)
    .flatMap((asset) =>
      asset.dependsOn.flatMap((id): DependencyLine[] => {
        const needed = assets[id];
        if (needed === undefined) return [];
        return [{ id: `${id} ${asset.id}`, from: id, to: asset.id, state: stateOf(needed, asset) }];
      }),
    )
    .sort((a, b) => weight[a.state] - weight[b.state]);
}

/** A system with everything it leans on and everything that leans on it, directly. */
export function neighboursOf(id: AssetId, lines: readonly DependencyLine[]): ReadonlySet<AssetId> {
  return new Set([
    id,
    ...lines.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])),
  ]);
}

const weight: Record<LineState, number> = { calm: 0, threatened: 1, felt: 2 };

function stateOf(needed: AssetView, needing: AssetView): LineState {
  if (needed.status === 'operational') return 'calm';
  if (needing.status !== 'operational') return 'felt';
  // Others shrug off what is merely slow.
  return needed.status === 'degraded' ? 'calm' : 'threatened';
}
