/** Who told whom, how fast, and what was kept. */
import type { PartyId, TableId } from '../protocol/ids.js';
import type { Takeaway } from '../protocol/takeaway.js';
import type { LocalizedText } from '../scenario/localize.js';
import type { ShareView } from '../views/exchange-view.js';
import { medianOf } from './middle.js';
import type { ScenarioTimes } from './scenario-times.js';
import type { Sight } from './sight.js';
import { heldFor, unique } from './sight-parts.js';

type Sharing = Takeaway['sharing'];

export function sharingStory(
  sight: Sight,
  contacts: ReadonlyMap<string, LocalizedText>,
  scenarioAt: ScenarioTimes,
): Sharing {
  const shares = [...sight.shares].sort((a, b) => a.playMs - b.playMs);
  return {
    shares: shares.map((share) => ({
      playMs: share.playMs,
      scenarioMs: scenarioAt(share.playMs),
      fromTableId: share.fromTableId,
      toTeamIds: [...share.to.teams],
      toContacts: share.to.contacts.flatMap((id) => {
        const name = contacts.get(id);
        return name === undefined ? [] : [name];
      }),
      channel: share.channel,
      marking: share.marking,
      items: share.items.map(({ itemId, title, form }) => ({
        title,
        form,
        heldForMs: heldFor(sight.held, share.fromTableId, itemId, share.playMs),
      })),
      crossesBorder: partiesTold(sight, share).length > 0,
      isReply: share.inReplyTo !== null,
    })),
    tables: tableFlows(sight, shares),
    parties: partyFlows(sight),
    items: itemsOf(sight, shares),
    broken: inOrder(sight.broken),
    needless: inOrder(sight.needless),
    needs: sight.needs,
  };
}

function inOrder<Item extends { readonly playMs: number | null }>(items: Item[] | null) {
  return items && [...items].sort((a, b) => (a.playMs ?? 0) - (b.playMs ?? 0));
}

/** Other nations that a share reached. */
export function partiesTold({ tables, teams }: Sight, share: ShareView): PartyId[] {
  const own = tables.find(({ tableId }) => tableId === share.fromTableId)?.partyIds ?? [];
  const reached = share.to.teams.flatMap(
    (teamId) => teams.find(({ id }) => id === teamId)?.partyId ?? [],
  );
  return unique(reached).filter((partyId) => !own.includes(partyId));
}

/** A table's page tells what it told and was told: whom else a share went to stands with the share. */
function tableFlows({ teams, audience }: Sight, shares: readonly ShareView[]): Sharing['tables'] {
  const own = audience.kind === 'table' ? audience.tableId : null;
  const flows = new Map<string, Sharing['tables'][number]>();
  for (const { fromTableId: from, to, playMs } of shares) {
    const reached = to.teams.flatMap(
      (teamId) => teams.find(({ id }) => id === teamId)?.tableId ?? [],
    );
    for (const tableId of unique<TableId>(reached)) {
      if (tableId === from) continue;
      if (own !== null && from !== own && tableId !== own) continue;
      const key = `${from} ${tableId}`;
      const before = flows.get(key);
      flows.set(key, {
        from,
        to: tableId,
        count: (before?.count ?? 0) + 1,
        firstPlayMs: before?.firstPlayMs ?? playMs,
      });
    }
  }
  return [...flows.values()];
}

function partyFlows({ crossings }: Sight): Sharing['parties'] {
  const flows = new Map<string, { flow: Sharing['parties'][number]; held: (number | null)[] }>();
  for (const { from, to, playMs, heldForMs } of [...crossings].sort(
    (a, b) => a.playMs - b.playMs,
  )) {
    for (const source of from) {
      for (const target of to) {
        const key = `${source} ${target}`;
        const before = flows.get(key);
        const held = [...(before?.held ?? []), heldForMs];
        flows.set(key, {
          held,
          flow: {
            from: source,
            to: target,
            count: (before?.flow.count ?? 0) + 1,
            firstPlayMs: before?.flow.firstPlayMs ?? playMs,
            medianHeldForMs: medianOf(held),
          },
        });
      }
    }
  }
  return [...flows.values()].map(({ flow }) => flow);
}

/** What a table had by itself, and whether it told anybody; of what it was told, what it passed on. */
function itemsOf(sight: Sight, shares: readonly ShareView[]): Sharing['items'] {
  const held = [...sight.held].sort((a, b) => a.sincePlayMs - b.sincePlayMs);
  return held.flatMap(({ itemId, tableId, title, sincePlayMs, isFirstHand }) => {
    const told = shares.filter(
      (share) =>
        share.fromTableId === tableId && share.items.some((item) => item.itemId === itemId),
    );
    if (!isFirstHand && told.length === 0) return [];
    return [
      {
        title,
        tableId,
        heldSincePlayMs: sincePlayMs,
        firstSharedPlayMs: told[0]?.playMs ?? null,
        firstAbroadPlayMs:
          told.find((share) => partiesTold(sight, share).length > 0)?.playMs ?? null,
        toTeamIds: unique(told.flatMap(({ to }) => to.teams)),
      },
    ];
  });
}
