/**
 * A browser's line and no more: it reads which packet came and leaves the rest unread, so that a
 * thousand of them do not drown what is measured. The same for every server.
 */
import WebSocket from 'ws';

const socketIoPath = '/socket.io/?EIO=4&transport=websocket';

export class Line {
  /** Told of everything that is pushed; its bytes are those on the wire, without the frame's header. */
  onPush: (data: Buffer) => void = () => undefined;
  bytesHeard = 0;
  readonly #socket: WebSocket;
  readonly #answers = new Map<number, (answer: never) => void>();
  #nextId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** A WebSocket without Socket.IO. */
  static plain(url: string, room: string): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect(`${url}/?room=${room}`);
      const line = new Line(socket);
      socket.once('error', reject);
      socket.once('open', () => resolve(line));
      socket.on('message', (data: Buffer) => {
        line.bytesHeard += data.length;
        line.onPush(data);
      });
    });
  }

  /** @param auth what is said in Socket.IO's handshake */
  static connect(url: string, auth: object, cookie?: string): Promise<Line> {
    return new Promise((resolve, reject) => {
      const socket = connect(`${url}${socketIoPath}`, cookie);
      const line = new Line(socket);
      socket.once('error', reject);
      socket.on('message', (data: Buffer) => {
        line.bytesHeard += data.length;
        const [type, kind] = data;
        if (type === digit(4) && kind === digit(2)) line.onPush(data);
        else if (type === digit(4) && kind === digit(3)) line.#answered(data);
        else if (type === digit(4) && kind === digit(0)) resolve(line);
        else if (type === digit(4)) reject(new Error(String(data)));
        else if (type === digit(2)) socket.send('3');
        else if (type === digit(0)) socket.send(`40${JSON.stringify(auth)}`);
      });
    });
  }

  /** Resolves when something more has come. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#socket.once('message', () => resolve()));
  }

  say(text: string): void {
    this.#socket.send(text);
  }

  emit(event: string, ...args: readonly unknown[]): void {
    this.#socket.send(`42${JSON.stringify([event, ...args])}`);
  }

  /** @returns the acknowledgement */
  ask<Answer>(event: string, request: unknown): Promise<Answer> {
    const id = this.#nextId++;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#socket.send(`42${id}${JSON.stringify([event, request])}`);
    });
  }

  /** Reads nothing any more. */
  stopListening(): void {
    this.#socket.pause();
  }

  close(): void {
    this.#socket.terminate();
  }

  #answered(data: Buffer): void {
    const from = data.indexOf('[');
    const id = Number(data.toString('latin1', 2, from));
    const resolve = this.#answers.get(id);
    this.#answers.delete(id);
    // Only what has to be looked into is read: a welcome may be large.
    resolve?.(unread(data.subarray(from)) as never);
  }
}

/** Read when somebody looks. */
function unread(data: Buffer): unknown {
  if (data.length > 20_000) return { ok: true, bytes: data.length };
  return JSON.parse(data.toString('utf8'))[0];
}

function connect(url: string, cookie?: string): WebSocket {
  return new WebSocket(url.replace(/^http/, 'ws'), {
    perMessageDeflate: false,
    skipUTF8Validation: true,
    ...(cookie === undefined ? {} : { headers: { cookie } }),
  });
}

function digit(value: number): number {
  return 48 + value;
}
