/** A table's scores, an inject after the other in the order they came. */
import type { PlayerScore, PlayerView } from '@trilogue/engine/views/player-view';

export interface ScoreGroup {
  readonly injectId: PlayerScore['injectId'];
  readonly title: PlayerView['injects'][string]['title'];
  readonly scores: readonly PlayerScore[];
}

export interface ScoreTotals {
  readonly groups: readonly ScoreGroup[];
  readonly points: number;
  readonly maximum: number;
}

export function scoreTotals(view: PlayerView): ScoreTotals {
  const byInject = new Map<PlayerScore['injectId'], PlayerScore[]>();
  let points = 0;
  let maximum = 0;
  for (const score of Object.values(view.scores)) {
    points += score.points;
    maximum += score.maximum;
    byInject.set(score.injectId, [...(byInject.get(score.injectId) ?? []), score]);
  }
  const cameAt = (injectId: string) => view.injects[injectId]?.playMs ?? 0;
  const groups = [...byInject]
    .map(([injectId, scores]) => ({
      injectId,
      title: view.injects[injectId]?.title ?? injectId,
      scores,
    }))
    .sort((a, b) => cameAt(a.injectId) - cameAt(b.injectId));
  return { groups, points, maximum };
}
