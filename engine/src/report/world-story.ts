/** How failures crossed sectors and borders: every change of every system seen, and what brought it about. */
import type { Fact } from '../exercise/facts.js';
import type { ExerciseState } from '../exercise/state.js';
import { factAt } from '../exercise/written-texts.js';
import type { AssetId } from '../protocol/ids.js';
import type { Takeaway } from '../protocol/takeaway.js';
import { type AssetStatus, worse } from '../scenario/world-schema.js';
import { assetItem } from '../views/world-parts.js';
import type { ScenarioTimes } from './scenario-times.js';
import type { Sight } from './sight.js';

type World = Takeaway['world'];
type Change = World['changes'][number];

export function worldStory(state: ExerciseState, sight: Sight, scenarioAt: ScenarioTimes): World {
  const { playbook, timeline, lastPlayMs } = state;
  const isSeen = (assetId: AssetId) =>
    sight.eyes === 'all'
      ? playbook.assets.has(assetId)
      : assetItem(state, sight.eyes, assetId) !== null;
  const status = new Map(playbook.scenario.assets.map((asset) => [asset.id, asset.status]));
  const lastChange = new Map<AssetId, number>();
  const changes: Change[] = [];
  for (const fact of timeline) {
    if (fact.type !== 'AssetChanged') continue;
    const { assetId, playMs } = fact;
    const from = status.get(assetId) ?? 'operational';
    status.set(assetId, fact.status);
    if (isSeen(assetId)) {
      const source = sourceOf(state, fact);
      const isSourceSeen = source !== null && isSeen(source);
      changes.push({
        assetId,
        playMs,
        scenarioMs: scenarioAt(playMs),
        from,
        to: fact.status,
        cause: isSourceSeen ? causeOf(state, source, fact, lastChange.get(source) ?? null) : null,
      });
    }
    lastChange.set(assetId, playMs);
  }
  const assets = playbook.scenario.assets
    .filter(({ id }) => isSeen(id))
    .map(({ id, name, party, sector, status: atStart }) => {
      const own = changes.filter(({ assetId }) => assetId === id);
      return {
        id,
        name,
        partyId: party,
        sector,
        atStart,
        worst: own.reduce<AssetStatus>((so, { to }) => worse(so, to), atStart),
        atEnd: own.at(-1)?.to ?? atStart,
        troubledMs: troubledFor(own, atStart, lastPlayMs),
      };
    });
  const indicators = sight.indicators.map(({ id, name, unit, partyId, value }) => ({
    name,
    unit,
    partyId,
    atStart: playbook.indicators.get(id)?.start ?? value,
    atEnd: value,
  }));
  return { assets, changes, indicators };
}

/** The system whose failure or recovery was felt; null for what an inject or a person did. */
function sourceOf(state: ExerciseState, changed: Fact): AssetId | null {
  const fact = changed.causedBy === null ? null : factAt(state, changed.causedBy);
  if (fact?.type !== 'DependencyFelt') return null;
  return state.playbook.assets.get(fact.assetId)?.dependsOn[fact.dependency]?.asset ?? null;
}

function causeOf(
  { playbook }: ExerciseState,
  source: AssetId,
  fact: Extract<Fact, { type: 'AssetChanged' }>,
  sourceChangedMs: number | null,
): Change['cause'] {
  const there = playbook.assets.get(source);
  const here = playbook.assets.get(fact.assetId);
  return {
    assetId: source,
    afterMs: sourceChangedMs === null ? null : Math.max(0, fact.playMs - sourceChangedMs),
    crossesBorder: there?.party !== here?.party,
    crossesSector: JSON.stringify(there?.sector) !== JSON.stringify(here?.sector),
  };
}

function troubledFor(own: readonly Change[], atStart: AssetStatus, endMs: number): number {
  let total = 0;
  let since = atStart === 'operational' ? null : 0;
  for (const { playMs, to } of own) {
    if (since !== null) total += playMs - since;
    since = to === 'operational' ? null : playMs;
  }
  return since === null ? total : total + Math.max(0, endMs - since);
}
