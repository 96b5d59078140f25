/** The world as a table or a wall sees it: systems and gauges that are visible to it. */
import type { ExerciseState } from '../exercise/state.js';
import type { AssetId, IndicatorId, PartyId, TeamId } from '../protocol/ids.js';
import type { LocalizedText } from '../scenario/localize.js';
import { teamsAddressed } from '../scenario/playbook.js';
import { type AssetStatus, everyone, type Recipient } from '../scenario/world-schema.js';

export interface AssetView {
  readonly id: AssetId;
  readonly name: LocalizedText;
  readonly partyId: PartyId;
  readonly sector: LocalizedText;
  readonly place: {
    readonly name: LocalizedText;
    readonly latitude: number;
    readonly longitude: number;
  } | null;
  readonly status: AssetStatus;
  /** Play time of the last change of status, ms. */
  readonly sincePlayMs: number;
  /** Systems it depends on, of those this audience sees. */
  readonly dependsOn: readonly AssetId[];
}

export interface IndicatorView {
  readonly id: IndicatorId;
  readonly name: LocalizedText;
  readonly unit: LocalizedText | null;
  readonly partyId: PartyId | null;
  readonly minimum: number;
  readonly maximum: number;
  readonly value: number;
}

/** The teams whose eyes an audience has; null for a wall, which sees what everybody may. */
export type Eyes = readonly TeamId[] | null;

export function assetItem(state: ExerciseState, eyes: Eyes, id: string): AssetView | null {
  const asset = state.playbook.assets.get(id as AssetId);
  const now = state.assets.get(id as AssetId);
  if (asset === undefined || now === undefined) return null;
  if (!isVisible(state, asset.visibleTo, eyes)) return null;
  const visible = asset.dependsOn
    .map((dependency) => state.playbook.assets.get(dependency.asset))
    .filter((other) => other !== undefined)
    .filter((other) => isVisible(state, other.visibleTo, eyes))
    .map((other) => other.id);
  return {
    id: asset.id,
    name: asset.name,
    partyId: asset.party,
    sector: asset.sector,
    place: asset.place ?? null,
    status: now.status,
    sincePlayMs: now.sincePlayMs,
    dependsOn: [...new Set(visible)],
  };
}

export function indicatorItem(state: ExerciseState, eyes: Eyes, id: string): IndicatorView | null {
  const indicator = state.playbook.indicators.get(id as IndicatorId);
  const value = state.indicators.get(id as IndicatorId);
  if (indicator === undefined || value === undefined) return null;
  if (!isVisible(state, indicator.visibleTo, eyes)) return null;
  return {
    id: indicator.id,
    name: indicator.name,
    unit: indicator.unit ?? null,
    partyId: indicator.party ?? null,
    minimum: indicator.minimum,
    maximum: indicator.maximum,
    value,
  };
}

function isVisible(
  { playbook }: ExerciseState,
  visibleTo: readonly Recipient[],
  eyes: Eyes,
): boolean {
  if (visibleTo.includes(everyone)) return true;
  return (
    eyes !== null &&
    teamsAddressed(playbook.scenario, visibleTo).some((teamId) => eyes.includes(teamId))
  );
}
