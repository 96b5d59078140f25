/**
 * What the live part asks of the network. One room per audience, per table, per seat. Each node tells
 * its own connections what happened; only whispers go from node to node.
 */
import type { SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Draft, Frame, RosterEntry } from '@trilogue/engine/protocol/socket';
import type { Audience } from '@trilogue/engine/views/audience';

export interface Rooms {
  frame(audience: Audience, frame: Frame): void;
  roster(audience: Audience, entries: readonly RosterEntry[]): void;
  /** Tells other nodes who is on the line here. */
  present(seatIds: readonly SeatId[]): void;
  /** To everybody at a table, on any node, save the connection that wrote it. */
  draft(tableId: TableId, draft: Draft, writer: string): void;
  /** The seat's connections hear nothing of any audience from here on, and are told so. */
  moved(seatId: SeatId): void;
  /** The seat's connections are told that it is gone, and closed. */
  gone(seatId: SeatId): void;
}
