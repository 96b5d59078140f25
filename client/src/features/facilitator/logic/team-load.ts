/** How each table fares: what it has not read, what it has to do, whether it drowns or idles. */
import type { InjectId, TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

export interface TeamLoad {
  readonly tableId: TableId;
  /** Injects that reached the table and that nobody there has opened. */
  readonly unread: number;
  /** ms of play time at which the oldest of them came; null where all is read. */
  readonly unreadSinceMs: number | null;
  readonly open: number;
  /** Deadlines missed and not made up for. */
  readonly overdue: number;
  /** ms of play time of the nearest open deadline. */
  readonly nearestDeadlineMs: number | null;
  /** ms of play time of the last answer, choice, acknowledgement, note or message. */
  readonly lastActivityMs: number | null;
  /** ms of play time since which it had something open to do. */
  readonly busySinceMs: number | null;
}

export type LoadHint = 'drowning' | 'idle' | 'steady';

export const drowningOverdue = 3;
export const drowningOpen = 4;
/** ms of play time without a sign of life, with something to do. */
export const idleAfterMs = 8 * 60_000;

type Source = Pick<
  FacilitatorView,
  'cast' | 'events' | 'deliveries' | 'expectations' | 'notes' | 'messages'
>;
type Draft = { -readonly [Key in keyof TeamLoad]: TeamLoad[Key] };

/** Loads in the order of the tables, in one pass over the view. */
export function teamLoads(view: Source): TeamLoad[] {
  const loads = new Map<TableId, Draft>(
    view.cast.tables.map(({ tableId }) => [tableId, emptyLoad(tableId)]),
  );
  countUnread(view, loads);
  countExpectations(view, loads);
  findActivity(view, loads);
  return [...loads.values()];
}

export function hintOf(load: TeamLoad, playMs: number): LoadHint {
  if (load.overdue >= drowningOverdue || load.open >= drowningOpen) return 'drowning';
  if (load.open === 0) return 'steady';
  const since = Math.max(load.lastActivityMs ?? 0, load.busySinceMs ?? 0);
  return playMs - since >= idleAfterMs ? 'idle' : 'steady';
}

function countUnread({ events, deliveries }: Source, loads: Map<TableId, Draft>): void {
  for (const [injectId, event] of Object.entries(events)) {
    if (event.status !== 'released') continue;
    for (const tableId of event.tableIds) {
      const load = loads.get(tableId);
      if (load === undefined) continue;
      const delivery = deliveries[`${injectId} ${tableId}`];
      if (delivery === undefined || (delivery.openedBy.length === 0 && !delivery.acknowledged)) {
        load.unread += 1;
        const sinceMs = event.releasedPlayMs ?? 0;
        load.unreadSinceMs = Math.min(load.unreadSinceMs ?? sinceMs, sinceMs);
      }
    }
  }
}

function countExpectations({ events, expectations }: Source, loads: Map<TableId, Draft>): void {
  for (const { tableId, injectId, status, dueAtMs } of Object.values(expectations)) {
    const load = loads.get(tableId);
    if (load === undefined || events[injectId]?.status === 'recalled') continue;
    if (status === 'missed') load.overdue += 1;
    if (status !== 'open') continue;
    load.open += 1;
    load.nearestDeadlineMs = Math.min(load.nearestDeadlineMs ?? dueAtMs, dueAtMs);
    const releasedMs = releasedAt(events, injectId);
    load.busySinceMs = Math.min(load.busySinceMs ?? releasedMs, releasedMs);
  }
}

function findActivity({ deliveries, notes, messages }: Source, loads: Map<TableId, Draft>): void {
  const saw = (tableId: TableId, playMs: number | undefined) => {
    const load = loads.get(tableId);
    if (load !== undefined && playMs !== undefined) {
      load.lastActivityMs = Math.max(load.lastActivityMs ?? 0, playMs);
    }
  };
  for (const { tableId, acknowledged, response, choice } of Object.values(deliveries)) {
    for (const stamp of [acknowledged, response, choice]) saw(tableId, stamp?.playMs);
  }
  for (const { tableId, playMs } of Object.values(notes)) saw(tableId, playMs);
  for (const { thread, from, playMs } of Object.values(messages)) {
    if (thread.kind === 'table' && from === 'table') saw(thread.tableId, playMs);
  }
}

function releasedAt(events: Source['events'], injectId: InjectId): number {
  return events[injectId]?.releasedPlayMs ?? 0;
}

function emptyLoad(tableId: TableId): Draft {
  return {
    tableId,
    unread: 0,
    unreadSinceMs: null,
    open: 0,
    overdue: 0,
    nearestDeadlineMs: null,
    lastActivityMs: null,
    busySinceMs: null,
  };
}
