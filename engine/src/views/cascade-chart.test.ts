import { expect, test } from 'vitest';
import { takeawayOf } from '../report/takeaway.js';
import { minutes, running } from '../testing/drill.js';
import { director } from '../testing/exchange-acts.js';
import { worldScenario } from '../testing/world-scenario.js';
import { axisTicks, cascadeChart } from './cascade-chart.js';

function chart() {
  const drill = running(worldScenario());
  for (const wait of [1, 5, 3]) drill.wait(minutes(wait));
  drill.do(director, { type: 'SetAsset', assetId: 'terminal' as never, status: 'operational' });
  drill.wait(minutes(2));
  drill.wait(minutes(4));
  const takeaway = takeawayOf(drill.state, { kind: 'staff' });
  if (takeaway === null) throw new Error('no take-away');
  return cascadeChart(takeaway);
}

test('[AAR20] a lane for each system in trouble, nation by nation, with a span for each status', () => {
  const { lanes, endMs } = chart();
  expect(lanes.map(({ assetId, partyId }) => [assetId, partyId])).toEqual([
    ['terminal', 'jp'],
    ['manifests', 'ph'],
    ['gates', 'ph'],
  ]);
  expect(lanes[0]?.spans).toEqual([
    { status: 'operational', fromMs: 0, toMs: minutes(1) },
    { status: 'down', fromMs: minutes(1), toMs: minutes(9) },
    { status: 'operational', fromMs: minutes(9), toMs: endMs },
  ]);
  for (const { spans } of lanes) {
    expect(spans[0]?.fromMs).toBe(0);
    expect(spans.at(-1)?.toMs).toBe(endMs);
  }
});

test('[AAR20] an arrow for each failure that was felt, from where it came, and none for a recovery', () => {
  expect(chart().arrows).toEqual([
    { from: 0, to: 1, fromMs: minutes(1), toMs: minutes(6), crossesBorder: true },
    { from: 1, to: 2, fromMs: minutes(6), toMs: minutes(9), crossesBorder: false },
  ]);
});

test('[AAR20] its axis has ticks at whole minutes, few enough to be read', () => {
  for (const length of [1, 9, 40, 90, 300, 1_440]) {
    const ticks = axisTicks(minutes(length));
    expect(ticks.length).toBeLessThanOrEqual(9);
    expect(ticks.every((ms) => ms % 60_000 === 0 && ms <= minutes(length))).toBe(true);
  }
});
