import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { scoreTotals } from './score-model';

const score = (injectId: string | null, points: number, maximum: number) => ({
  injectId,
  points,
  maximum,
});

test('[SCORES1] scores stand by inject in the order they came, awards apart from any at the end', () => {
  // Only the parts that the scores read.
  const view = {
    injects: { late: { title: 'Late', playMs: 9 }, early: { title: 'Early', playMs: 1 } },
    scores: {
      'award 7': score(null, -2, 0),
      'late t e': score('late', 5, 10),
      'award 3': score(null, 3, 0),
      'early t e': score('early', 10, 10),
    },
  } as unknown as PlayerView;
  const { groups, points, maximum } = scoreTotals(view);
  expect(groups.map(({ title }) => title)).toEqual(['Early', 'Late', null]);
  expect(groups[2]?.scores.map(({ key }) => key)).toEqual(['award 7', 'award 3']);
  expect({ points, maximum }).toEqual({ points: 16, maximum: 20 });
});
