/** What the live part asks of the network. One room per audience, one per seat. */
import type { SeatId } from '@trilogue/engine/protocol/ids';
import type { Draft, Frame, RosterEntry } from '@trilogue/engine/protocol/socket';
import type { Audience } from '@trilogue/engine/views/audience';

export interface Rooms {
  frame(audience: Audience, frame: Frame): void;
  roster(audience: Audience, entries: readonly RosterEntry[]): void;
  /** To the audience, save the connection that wrote it. */
  draft(audience: Audience, draft: Draft, writer: string): void;
  /** The seat's connections hear nothing of any audience from here on, and are told so. */
  moved(seatId: SeatId): void;
  /** The seat's connections are told that it is gone, and closed. */
  gone(seatId: SeatId): void;
}
