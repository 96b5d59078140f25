import type { PlayerView } from '@trilogue/engine/views/player-view';
import { expect, test } from 'vitest';
import {
  countImpaired,
  filledPercent,
  gaugesInOrder,
  latestChanges,
  pairsOf,
  systemsByNation,
} from './world-model';

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

test('[WORLD4] of what changed since StartEx the latest stands first, a few at most', () => {
  const since = (id: string, sincePlayMs: number) => ({ id, sincePlayMs });
  const assets = { a: since('a', 0), b: since('b', 5), c: since('c', 9), d: since('d', 9) };
  const changed = (atMost?: number) =>
    latestChanges({ assets } as unknown as PlayerView, atMost).map(({ id }) => id);
  expect(changed()).toEqual(['c', 'd', 'b']);
  expect(changed(1)).toEqual(['c']);
});

test('[WORLD5] a share is a line on the map from its nation to every other that it went to, once each', () => {
  const of = {
    table: { teams: [{ id: 'jp-a', partyId: 'jp' }] },
    directory: {
      teams: [
        { id: 'ph-a', partyId: 'ph' },
        { id: 'ph-b', partyId: 'ph' },
        { id: 'jp-b', partyId: 'jp' },
      ],
      contacts: [
        { id: 'us-desk', partyId: 'us' },
        { id: 'press', partyId: null },
      ],
    },
  } as unknown as PlayerView;
  const to = { teams: ['ph-a', 'ph-b', 'jp-b'], contacts: ['us-desk', 'press'] };
  const pairs = pairsOf({ fromTeams: ['jp-a'], to } as never, of);
  expect(pairs).toEqual([
    { from: 'jp', to: 'ph' },
    { from: 'jp', to: 'us' },
  ]);
});
