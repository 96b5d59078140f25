/** The course of failures as a chart: a lane for each system, spans of status, arrows from cause to effect. For screens and paper. */
import type { AssetId, PartyId } from '../protocol/ids.js';
import type { Takeaway } from '../protocol/takeaway.js';
import type { AssetStatus } from '../scenario/world-schema.js';

export interface ChartLane {
  readonly assetId: AssetId;
  readonly partyId: PartyId;
  readonly spans: readonly {
    readonly status: AssetStatus;
    /** ms of play time. */
    readonly fromMs: number;
    readonly toMs: number;
  }[];
}

export interface ChartArrow {
  /** Index of a lane. */
  readonly from: number;
  readonly to: number;
  /** When it failed there, and when it was felt here, ms of play time. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly crossesBorder: boolean;
}

export interface CascadeChart {
  readonly endMs: number;
  /** Systems that were ever in trouble, nation by nation, in the order in which they failed. */
  readonly lanes: readonly ChartLane[];
  readonly arrows: readonly ChartArrow[];
}

export function cascadeChart({ world, parties, summary }: Takeaway): CascadeChart {
  const endMs = Math.max(summary.playMs, ...world.changes.map(({ playMs }) => playMs), 1);
  const firstOf = (assetId: AssetId) =>
    world.changes.find((change) => change.assetId === assetId)?.playMs ?? 0;
  const placeOf = (partyId: PartyId) => parties.findIndex(({ id }) => id === partyId);
  const lanes = world.assets
    .filter(({ worst }) => worst !== 'operational')
    .sort((a, b) => placeOf(a.partyId) - placeOf(b.partyId) || firstOf(a.id) - firstOf(b.id))
    .map(({ id, partyId, atStart }) => {
      const own = world.changes.filter(({ assetId }) => assetId === id);
      const starts = [{ playMs: 0, to: atStart }, ...own];
      const spans = starts.map(({ playMs, to }, index) => ({
        status: to,
        fromMs: playMs,
        toMs: starts[index + 1]?.playMs ?? endMs,
      }));
      return { assetId: id, partyId, spans: spans.filter(({ fromMs, toMs }) => toMs > fromMs) };
    });
  const laneOf = (assetId: AssetId) => lanes.findIndex((lane) => lane.assetId === assetId);
  const arrows = world.changes.flatMap(({ assetId, playMs, from, to, cause }) => {
    if (cause === null || !gotWorse(from, to)) return [];
    const [source, target] = [laneOf(cause.assetId), laneOf(assetId)];
    if (source < 0 || target < 0) return [];
    return [
      {
        from: source,
        to: target,
        fromMs: playMs - (cause.afterMs ?? 0),
        toMs: playMs,
        crossesBorder: cause.crossesBorder,
      },
    ];
  });
  return { endMs, lanes, arrows };
}

// As the scenario's schema has them; a screen that draws a chart need not load the schema.
const fromBestToWorst = [
  'operational',
  'degraded',
  'isolated',
  'compromised',
  'down',
] as const satisfies readonly AssetStatus[];

export function gotWorse(from: AssetStatus, to: AssetStatus): boolean {
  return fromBestToWorst.indexOf(to) > fromBestToWorst.indexOf(from);
}

/** Play times for the chart's axis: some four to eight, at whole minutes, ms. */
export function axisTicks(endMs: number): number[] {
  const minutes = endMs / 60_000;
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 240].find((size) => minutes / size <= 8) ?? 480;
  const count = Math.floor(minutes / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step * 60_000);
}
