/** What comes in at each table, by ten minutes of play: the measure of its load. */
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

/** Width of a bar in ms of play time. */
export const barMs = 10 * 60_000;
/** How many of them are shown: the last hour. */
export const bars = 6;

type Source = Pick<FacilitatorView, 'cast' | 'events' | 'messages' | 'shares' | 'requests'>;

/**
 * Per table, oldest first: how many injects, shares, requests and messages of the staff reached it in
 * each of the last spans of ten minutes. The last span is the one that runs now.
 */
export function arrivalsByTable(view: Source, playMs: number): Map<TableId, number[]> {
  const counts = new Map(view.cast.tables.map(({ tableId }) => [tableId, emptyBars()]));
  const first = Math.floor(playMs / barMs) - (bars - 1);
  const count = (tableId: TableId, atMs: number) => {
    const bar = Math.floor(atMs / barMs) - first;
    const own = counts.get(tableId);
    if (own !== undefined && bar >= 0 && bar < bars) own[bar] = (own[bar] ?? 0) + 1;
  };
  for (const { tableIds, releasedPlayMs } of Object.values(view.events)) {
    if (releasedPlayMs !== null) for (const tableId of tableIds) count(tableId, releasedPlayMs);
  }
  for (const { thread, from, playMs: atMs } of Object.values(view.messages)) {
    if (thread.kind === 'table' && from === 'staff') count(thread.tableId, atMs);
  }
  for (const { toTableIds, playMs: atMs } of Object.values(view.shares)) {
    for (const tableId of toTableIds) count(tableId, atMs);
  }
  const tableOf = new Map(
    view.cast.tables.flatMap(({ tableId, teamIds }) => teamIds.map((id) => [id, tableId] as const)),
  );
  for (const { kind, teams, askedTableId, playMs: atMs } of Object.values(view.requests)) {
    const asked = kind === 'permission' ? [askedTableId] : teams.map((id) => tableOf.get(id));
    for (const tableId of new Set(asked)) if (tableId) count(tableId, atMs);
  }
  return counts;
}

function emptyBars(): number[] {
  return Array.from({ length: bars }, () => 0);
}
