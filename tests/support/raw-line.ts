/** A WebSocket by hand, which may say anything, by the drop, and need not listen. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { protocolVersion } from '@trilogue/engine/protocol/version';

export interface RawCredentials {
  readonly exerciseId: string;
  readonly token: string;
}

const path = '/socket.io/?EIO=4&transport=websocket';

export class RawLine {
  readonly socket: Socket;
  /** Whole text frames, as they came, while it listens. */
  readonly heard: string[] = [];
  bytesHeard = 0;
  isClosed = false;
  readonly #listeners = new Set<() => void>();
  #rest = Buffer.alloc(0);
  #isUpgraded = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (data) => this.#take(data));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isClosed = true;
      this.#tell();
    });
  }

  /** A TCP connection and no more. */
  static async open(url: string): Promise<RawLine> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawLine(socket);
  }

  /** Up to the point where frames may be sent. */
  static async upgraded(url: string): Promise<RawLine> {
    const line = await RawLine.open(url);
    line.socket.write(upgradeRequest(url));
    await line.until(() => line.heard.length > 0);
    return line;
  }

  /** As a seat, connected and subscribed. */
  static async seated(url: string, credentials: RawCredentials): Promise<RawLine> {
    const line = await RawLine.upgraded(url);
    line.say(`40${JSON.stringify({ protocolVersion, ...credentials })}`);
    await line.until(() => line.heard.some((text) => text.startsWith('40')));
    line.say('420["subscribe",{"cursor":null}]');
    await line.until(() => line.heard.some((text) => text.startsWith('430')));
    return line;
  }

  /** A text frame, as a client sends it. */
  say(text: string): void {
    this.socket.write(frame(Buffer.from(text)));
  }

  write(bytes: Buffer | string): void {
    this.socket.write(bytes);
  }

  /** Reads nothing any more: the system's buffers fill, then the server's. */
  stopListening(): void {
    this.socket.pause();
  }

  close(): void {
    this.socket.destroy();
  }

  until(isTrue: () => boolean, withinMs = 10_000): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (finish: () => void) => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        finish();
      };
      const look = () => {
        if (isTrue()) done(resolve);
      };
      const timer = setTimeout(() => done(() => reject(new Error('waited in vain'))), withinMs);
      this.#listeners.add(look);
      look();
    });
  }

  #take(data: Buffer): void {
    this.bytesHeard += data.length;
    this.#rest = Buffer.concat([this.#rest, data]);
    if (!this.#isUpgraded) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      this.#isUpgraded = this.#rest.subarray(0, 12).toString() === 'HTTP/1.1 101';
      if (!this.#isUpgraded) this.heard.push(this.#rest.toString());
      this.#rest = this.#rest.subarray(end + 4);
    }
    if (this.#isUpgraded) this.#readFrames();
    this.#tell();
  }

  #readFrames(): void {
    for (;;) {
      const rest = this.#rest;
      const short = (rest[1] ?? 0) & 127;
      const header = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (rest.length < header) return;
      const length =
        short === 126
          ? rest.readUInt16BE(2)
          : short === 127
            ? Number(rest.readBigUInt64BE(2))
            : short;
      if (rest.length < header + length) return;
      const text = rest.subarray(header, header + length).toString();
      this.#rest = rest.subarray(header + length);
      // Told that it is over, a client hangs up.
      if (((rest[0] ?? 0) & 0x0f) === 8) {
        this.socket.destroy();
        return;
      }
      // Engine.IO asks now and then whether anybody is there.
      if (text === '2') this.say('3');
      else this.heard.push(text);
    }
  }

  #tell(): void {
    for (const look of [...this.#listeners]) look();
  }
}

export function upgradeRequest(url: string): string {
  return [
    `GET ${path} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n');
}

/** @param first the frame's first byte: by default a text that is whole */
export function frame(payload: Buffer, { first = 0x81, isMasked = true } = {}): Buffer {
  const mask = isMasked ? 0x80 : 0;
  const { length } = payload;
  const header =
    length < 126
      ? Buffer.from([first, mask | length])
      : length < 65_536
        ? Buffer.from([first, mask | 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([first, mask | 127]), longLength(length)]);
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([header, isMasked ? Buffer.alloc(4) : Buffer.alloc(0), payload]);
}

function longLength(length: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(length));
  return bytes;
}
