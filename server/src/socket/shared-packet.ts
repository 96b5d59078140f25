/**
 * What many hear alike is encoded once: an event for all connections of an audience, and the view that
 * each of a thousand people is welcomed with. On the wire it is what Socket.IO would have written.
 */
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';
import { sharedBytes, sharedJson } from '../live/shared-json.js';

/** An acknowledgement's argument: an object of which some fields are shared by many, the others small. */
export class SharingAnswer {
  readonly #own: object;
  readonly #shared: Readonly<Record<string, object>>;
  readonly #line: PacketLine;

  /** @param shared at least one. @param line on which it is answered */
  constructor(own: object, shared: Readonly<Record<string, object>>, line: PacketLine) {
    this.#own = own;
    this.#shared = shared;
    this.#line = line;
  }

  /** As a packet, for a line that is not free. */
  text(head: string): string {
    let text = `${head}${JSON.stringify(this.#own).slice(0, -1)}`;
    for (const [name, value] of Object.entries(this.#shared)) {
      text += `,"${name}":${sharedJson(value)}`;
    }
    return `${text}}]`;
  }

  /** Writes it out where nothing waits before it. @returns whether it did */
  put(head: string): boolean {
    const connection = freeConnection(this.#line);
    if (!connection) return false;
    let before = `4${head}${JSON.stringify(this.#own).slice(0, -1)}`;
    const parts: Buffer[] = [];
    for (const [name, value] of Object.entries(this.#shared)) {
      parts.push(Buffer.from(`${before},"${name}":`), sharedBytes(value));
      before = '';
    }
    parts.push(Buffer.from('}]'));
    connection.cork();
    connection.write(frameHeader(parts.reduce((sum, { length }) => sum + length, 0)));
    for (const part of parts) connection.write(part);
    connection.uncork();
    return true;
  }
}

class SharingEncoder extends Encoder {
  override encode(packet: Packet): unknown[] {
    const [argument] = packet.type === PacketType.ACK ? packet.data : [];
    if (!(argument instanceof SharingAnswer)) return super.encode(packet);
    const head = `${packet.type}${packet.id ?? ''}[`;
    // What was written out already leaves Socket.IO nothing to write.
    return argument.put(head) ? [] : [argument.text(head)];
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
      readonly _socket?: Connection | null;
      send(data: Buffer, options: { binary: boolean; compress: boolean }): void;
    };
  };
  write(text: string, options: { compress: boolean }): void;
}

/** Under a socket. Engine.IO types as private what is used of it. */
export function packetLine(socket: { readonly conn: object }): PacketLine {
  return socket.conn as unknown as PacketLine;
}

interface Connection {
  write(data: Buffer): boolean;
  /** What is written from here on goes out in one piece, with `uncork`. */
  cork(): void;
  uncork(): void;
}

const openState = 1;

/**
 * Written out at once where nothing waits before it, which is most of the time and costs less than a
 * WebSocket's own sending; else it queues with Engine.IO, so that nothing overtakes anything.
 */
export function put({ text, message, frame }: SharedPacket, line: PacketLine): void {
  const connection = freeConnection(line);
  if (connection) connection.write(frame);
  else if (connection === null) line.write(text, { compress: false });
  else line.transport.socket?.send(message, { binary: false, compress: false });
}

/**
 * Null while something waits before; undefined where there is none to write to directly. It is not the
 * connection of the request that began the line: that may have polled over another one.
 */
function freeConnection(line: PacketLine): Connection | null | undefined {
  const { socket, writable } = line.transport;
  const isFree =
    socket?.readyState === openState &&
    line.readyState === 'open' &&
    writable &&
    line.writeBuffer.length === 0 &&
    socket.bufferedAmount === 0;
  if (!isFree) return null;
  return socket._socket ?? undefined;
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
