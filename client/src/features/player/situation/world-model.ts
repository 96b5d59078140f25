/** The world as a table's screen lists it: systems by nation, what is worst first; gauges as shares. */
import type { PartyId } from '@trilogue/engine/protocol/ids';
import type { ShareView } from '@trilogue/engine/views/exchange-view';
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

/** Systems that changed since StartEx, the latest first. */
export function latestChanges({ assets }: PlayerView, atMost = 5): AssetView[] {
  return Object.values(assets)
    .filter(({ sincePlayMs }) => sincePlayMs > 0)
    .sort((a, b) => b.sincePlayMs - a.sincePlayMs || a.id.localeCompare(b.id))
    .slice(0, atMost);
}

export interface NationPair {
  readonly from: PartyId;
  readonly to: PartyId;
}

/** Between which nations a share went, each pair once; what stays within a nation is no line on a map. */
export function pairsOf(
  { fromTeams, to }: Pick<ShareView, 'fromTeams' | 'to'>,
  { directory, table }: Pick<PlayerView, 'directory' | 'table'>,
): NationPair[] {
  const known = [...directory.teams, ...table.teams];
  const nations = (ids: readonly string[]) => [
    ...new Set(known.filter(({ id }) => ids.includes(id)).map(({ partyId }) => partyId)),
  ];
  const contacts = directory.contacts
    .filter(({ id }) => to.contacts.includes(id))
    .flatMap(({ partyId }) => partyId ?? []);
  const targets = [...new Set([...nations(to.teams), ...contacts])];
  return nations(fromTeams).flatMap((from) =>
    targets.filter((target) => target !== from).map((target) => ({ from, to: target })),
  );
}
