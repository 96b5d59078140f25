/** Rooms over Socket.IO: what goes to an audience is written once, however many listen. */
import type { ExerciseId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { ClientToServerEvents, ServerToClientEvents } from '@trilogue/engine/protocol/socket';
import { type Audience, audienceKey } from '@trilogue/engine/views/audience';
import type { Server, Socket } from 'socket.io';
import type { Rooms } from '../live/rooms.js';
import { sharedJson } from '../live/shared-json.js';
import { packetLine, put, sharedPacket } from './shared-packet.js';

/** What the server knows of a connection. */
export interface SocketData {
  exerciseId: ExerciseId;
  seatId: SeatId;
}

/** What nodes whisper to each other. */
export interface NodeEvents {
  present: (node: string, exerciseId: ExerciseId, seatIds: readonly SeatId[]) => void;
  /** A seat is another device's now; lines that this token opened end. */
  handedOver: (tokenHash: string) => void;
  /** Somebody is called otherwise now. */
  renamed: (exerciseId: ExerciseId) => void;
}

export type LiveServer = Server<ClientToServerEvents, ServerToClientEvents, NodeEvents, SocketData>;
export type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents, NodeEvents, SocketData>;

export function audienceRoom(exerciseId: ExerciseId, audience: Audience): string {
  return `${exerciseId}|${audienceKey(audience)}`;
}

/** Everybody at a table, whichever audience they belong to. */
export function tableRoom(exerciseId: ExerciseId, tableId: TableId): string {
  return `${exerciseId}|table:${tableId}`;
}

/** All connections of a seat, whether they have subscribed or not. */
export function seatRoom(exerciseId: ExerciseId, seatId: SeatId): string {
  return `${exerciseId}|seat:${seatId}`;
}

/** All connections of a staff session. */
export function sessionRoom(session: string): string {
  return `staff:${session}`;
}

/** All connections that one token opened: another device may sit there by another. */
export function proofRoom(tokenHash: string): string {
  return `proof:${tokenHash}`;
}

/** Ends the lines of this node that a token opened, and tells them why: in this order, always. */
export function endLinesOf(io: LiveServer, tokenHash: string): void {
  const lines = io.local.in(proofRoom(tokenHash));
  lines.emit('goodbye', { code: 'seat/handed-over' });
  lines.disconnectSockets(true);
}

/** From here on the connection hears nothing of any audience. */
export function leaveAudiences(socket: LiveSocket): void {
  const { exerciseId, seatId } = socket.data;
  const own = seatRoom(exerciseId, seatId);
  for (const room of [...socket.rooms]) {
    if (room.startsWith(`${exerciseId}|`) && room !== own) socket.leave(room);
  }
}

/** @param node names this process to the others; null where there are none */
export function socketRooms(io: LiveServer, exerciseId: ExerciseId, node: string | null): Rooms {
  // The adapter is another one from the moment that nodes join.
  const { sockets } = io.of('/');
  const tell = (audience: Audience, event: 'frame' | 'roster', json: () => string) => {
    const members = io.of('/').adapter.rooms.get(audienceRoom(exerciseId, audience));
    if (members === undefined) return;
    const packet = sharedPacket(event, json());
    for (const id of members) {
      const socket = sockets.get(id);
      if (socket !== undefined) put(packet, packetLine(socket));
    }
  };
  const socketsOf = (seatId: SeatId): LiveSocket[] =>
    [...(io.of('/').adapter.rooms.get(seatRoom(exerciseId, seatId)) ?? [])]
      .map((id) => io.of('/').sockets.get(id))
      .filter((socket) => socket !== undefined);
  return {
    frame: (audience, frame) => tell(audience, 'frame', () => JSON.stringify(frame)),
    roster: (audience, entries) => tell(audience, 'roster', () => sharedJson(entries)),
    present(seatIds) {
      if (node !== null) io.serverSideEmit('present', node, exerciseId, seatIds);
    },
    draft: (tableId, draft, writer) =>
      io.to(tableRoom(exerciseId, tableId)).except(writer).emit('draft', draft),
    moved(seatId) {
      for (const socket of socketsOf(seatId)) {
        leaveAudiences(socket);
        socket.emit('moved');
      }
    },
    gone(seatId) {
      for (const socket of socketsOf(seatId)) {
        leaveAudiences(socket);
        socket.emit('goodbye', { code: 'seat/gone' });
        socket.disconnect(true);
      }
    },
  };
}
