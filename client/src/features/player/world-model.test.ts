import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import { countImpaired, filledPercent, gaugesInOrder, systemsByNation } from './world-model';

const asset = (id: string, partyId: string, status: string) => ({ id, partyId, status });
const gauge = (id: string, partyId: string | null, minimum = 0, maximum = 100, value = 50) => ({
  id,
  partyId,
  minimum,
  maximum,
  value,
});

/** Only the parts that the world reads. */
const view = {
  parties: [{ id: 'jp' }, { id: 'ph' }, { id: 'us' }],
  assets: {
    a: asset('a', 'us', 'operational'),
    b: asset('b', 'jp', 'operational'),
    c: asset('c', 'jp', 'down'),
    d: asset('d', 'jp', 'degraded'),
  },
  indicators: { x: gauge('x', 'ph'), y: gauge('y', null), z: gauge('z', 'jp') },
} as unknown as PlayerView;

test('[WORLD1] systems stand by nation, the worst first, and a nation without any is left out', () => {
  const nations = systemsByNation(view);
  expect(nations.map(({ party, assets }) => [party.id, assets.map(({ id }) => id)])).toEqual([
    ['jp', ['c', 'd', 'b']],
    ['us', ['a']],
  ]);
  expect(countImpaired(Object.values(view.assets))).toBe(2);
});

test('[WORLD2] gauges fill from their minimum to their maximum, and never beyond', () => {
  const percent = (minimum: number, maximum: number, value: number) =>
    filledPercent(gauge('g', null, minimum, maximum, value) as never);
  expect(percent(0, 100, 42)).toBe(42);
  expect(percent(-50, 50, 0)).toBe(50);
  expect(percent(0, 10, 12)).toBe(100);
  expect(percent(0, 3, 1)).toBe(33.3);
  expect(percent(5, 5, 5)).toBe(0);
});

test('[WORLD3] gauges of everybody come before those of one nation', () => {
  expect(gaugesInOrder(view).map(({ id }) => id)).toEqual(['y', 'z', 'x']);
});
