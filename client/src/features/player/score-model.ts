/** A table's scores, an inject after the other in the order they came; what was awarded apart, last. */
import type { PlayerScore, PlayerView } from '@trilogue/engine/views/player-view';

export interface KeyedScore extends PlayerScore {
  readonly key: string;
}

export interface ScoreGroup {
  /** Null for points that were awarded apart from any inject. */
  readonly injectId: PlayerScore['injectId'];
  readonly title: PlayerView['injects'][string]['title'] | null;
  readonly scores: readonly KeyedScore[];
}

export interface ScoreTotals {
  readonly groups: readonly ScoreGroup[];
  readonly points: number;
  readonly maximum: number;
}

export function scoreTotals({ scores, injects }: PlayerView): ScoreTotals {
  const byInject = new Map<PlayerScore['injectId'], KeyedScore[]>();
  let points = 0;
  let maximum = 0;
  for (const [key, score] of Object.entries(scores)) {
    points += score.points;
    maximum += score.maximum;
    const group = byInject.get(score.injectId) ?? [];
    group.push({ ...score, key });
    byInject.set(score.injectId, group);
  }
  const injectOf = (id: PlayerScore['injectId']) => (id === null ? undefined : injects[id]);
  const cameAt = ({ injectId }: ScoreGroup) =>
    injectOf(injectId)?.playMs ?? (injectId === null ? Number.POSITIVE_INFINITY : 0);
  const groups = [...byInject]
    .map(([injectId, found]) => ({
      injectId,
      title: injectOf(injectId)?.title ?? injectId,
      scores: found,
    }))
    .sort((a, b) => cameAt(a) - cameAt(b));
  return { groups, points, maximum };
}
