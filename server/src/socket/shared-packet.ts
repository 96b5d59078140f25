/**
 * What many hear alike is encoded once: an event for all connections of an audience, and the view that
 * each of a thousand people is welcomed with. On the wire it is what Socket.IO would have written.
 */
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';
import { sharedJson } from '../live/shared-json.js';

/** An argument of an acknowledgement that is JSON already. */
export class ReadyJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Some fields are shared by many, and their JSON made once; the others are small. */
export function jsonWithShared(own: object, shared: Readonly<Record<string, object>>): ReadyJson {
  let text = JSON.stringify(own).slice(0, -1);
  for (const [name, value] of Object.entries(shared)) text += `,"${name}":${sharedJson(value)}`;
  return new ReadyJson(`${text}}`);
}

class SharingEncoder extends Encoder {
  override encode(packet: Packet): unknown[] {
    const [argument] = packet.type === PacketType.ACK ? packet.data : [];
    if (!(argument instanceof ReadyJson)) return super.encode(packet);
    return [`${packet.type}${packet.id ?? ''}[${argument.text}]`];
  }
}

/** Socket.IO's own parser, save that what is JSON already is taken as it is. */
export const sharingParser = { Decoder, Encoder: SharingEncoder };

/** An event as it goes out, for a line that is free and for one that is not. */
export interface SharedPacket {
  /** As Engine.IO takes it. */
  readonly text: string;
  /** As a WebSocket takes it: what Engine.IO makes of the text. */
  readonly message: Buffer;
  /** As the connection takes it: that message in a WebSocket's frame. */
  readonly frame: Buffer;
}

export function sharedPacket(event: string, json: string): SharedPacket {
  const text = `${PacketType.EVENT}["${event}",${json}]`;
  // In front stands what makes it a message of Engine.IO.
  const message = Buffer.from(`4${text}`);
  return { text, message, frame: Buffer.concat([frameHeader(message.length), message]) };
}

/** What is used of Engine.IO's socket. It types some of it as private. */
export interface PacketLine {
  readonly readyState: string;
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly writable: boolean;
    /** The WebSocket; a line that polls has none. */
    readonly socket?: {
      readonly readyState: number;
      readonly bufferedAmount: number;
      /** The connection. `ws` types it as private. */
      readonly _socket?: { write(data: Buffer): boolean } | null;
      send(data: Buffer, options: { binary: boolean; compress: boolean }): void;
    };
  };
  write(text: string, options: { compress: boolean }): void;
}

const openState = 1;

/**
 * Written out at once where nothing waits before it, which is most of the time and costs less than a
 * WebSocket's own sending; else it queues with Engine.IO, so that nothing overtakes anything.
 */
export function put({ text, message, frame }: SharedPacket, line: PacketLine): void {
  const { socket, writable } = line.transport;
  const isFree =
    socket?.readyState === openState &&
    line.readyState === 'open' &&
    writable &&
    line.writeBuffer.length === 0 &&
    socket.bufferedAmount === 0;
  if (!isFree) line.write(text, { compress: false });
  // Not the connection of the request that began the line: that may have polled over another one.
  else if (socket._socket) socket._socket.write(frame);
  else socket.send(message, { binary: false, compress: false });
}

/** Of a text that is whole, unmasked, as a server sends it (RFC 6455, 5.2). */
function frameHeader(length: number): Buffer {
  const wholeText = 0x81;
  if (length < 126) return Buffer.from([wholeText, length]);
  const header = Buffer.alloc(length < 65_536 ? 4 : 10);
  header[0] = wholeText;
  header[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) header.writeUInt16BE(length, 2);
  else header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
