/** The world as a table's screen lists it: systems by nation, what is worst first; gauges as shares. */
import type { PlayerView } from '@trilogue/engine/views/player-view';
import type { AssetView, IndicatorView } from '@trilogue/engine/views/world-parts';

export interface NationSystems {
  readonly party: PlayerView['parties'][number];
  readonly assets: readonly AssetView[];
}

const gravest = ['down', 'compromised', 'isolated', 'degraded', 'operational'] as const;

/** Nations in the scenario's order, those without a system left out. */
export function systemsByNation({ parties, assets }: PlayerView): NationSystems[] {
  const all = Object.values(assets);
  return parties
    .map((party) => ({
      party,
      assets: all
        .filter(({ partyId }) => partyId === party.id)
        .sort((a, b) => gravest.indexOf(a.status) - gravest.indexOf(b.status)),
    }))
    .filter((nation) => nation.assets.length > 0);
}

export function countImpaired(assets: Iterable<AssetView>): number {
  return [...assets].filter(({ status }) => status !== 'operational').length;
}

/** How much of a gauge is filled, in percent of the way from its minimum to its maximum. */
export function filledPercent({ minimum, maximum, value }: IndicatorView): number {
  if (maximum <= minimum) return 0;
  const share = (value - minimum) / (maximum - minimum);
  return Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10;
}

/** What concerns everybody first, then nation by nation. */
export function gaugesInOrder({ parties, indicators }: PlayerView): IndicatorView[] {
  const place = ({ partyId }: IndicatorView) => parties.findIndex(({ id }) => id === partyId);
  return Object.values(indicators).sort((a, b) => place(a) - place(b));
}
