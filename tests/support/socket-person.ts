/**
 * Somebody at a screen, for whatever needs people over real sockets: connects as a browser does, folds
 * what it is told into its view, and gives commands. Tests of the server, tests of screens, the stage
 * and the fault scripts build theirs on it, each with what it alone needs. Measurements do not: their
 * clients read as little as they can, see bench/support/line.ts.
 */
import { randomUUID } from 'node:crypto';
import type {
  Answer,
  ClientToServerEvents,
  Cursor,
  Frame,
  ServerToClientEvents,
  Welcome,
} from '@trilogue/engine/protocol/socket';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import type { View } from '@trilogue/engine/views/project';
import { evolveView } from '@trilogue/engine/views/view-model';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import type { CommandInput } from './command-input.js';

/** Where somebody sits, and what they show for it: players a token, staff their cookie. */
export interface Place {
  readonly url: string;
  readonly exerciseId: string;
  readonly token?: string | undefined;
  readonly cookie?: string | null | undefined;
}

export type LineOptions = Partial<ManagerOptions & SocketOptions>;

export class SocketPerson<V extends View = View> {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  /** Where it is in what its audience is told; null before the first frame. */
  cursor: Cursor | null = null;
  /** How long an answer is waited for, ms. */
  protected readonly patienceMs: number = 15_000;
  #view: V | null = null;

  /** Does not connect yet. @param options of the line, besides what every one has */
  constructor({ url, exerciseId, token, cookie }: Place, options: LineOptions = {}) {
    this.socket = io(url, {
      forceNew: true,
      transports: ['websocket'],
      reconnection: false,
      autoConnect: false,
      // A test's server made its certificate a moment ago, and nobody else knows it.
      ...(url.startsWith('https:') ? { rejectUnauthorized: false } : {}),
      auth: { protocolVersion, exerciseId, ...(token === undefined ? {} : { token }) },
      ...(cookie ? { extraHeaders: { cookie } } : {}),
      ...options,
    });
    this.socket.on('frame', (frame) => this.take(frame));
  }

  /** What its screen would show. Throws before the first frame. */
  get view(): V {
    if (this.#view === null) throw new Error('nothing seen yet');
    return this.#view;
  }

  /** Rejects when it is not let in, or cut off while it knocks. */
  connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
      this.socket.once('disconnect', () => reject(new Error('cut off while connecting')));
      this.socket.connect();
    });
  }

  /** @param cursor from where on it is to be told; null for the whole view */
  subscribe(cursor: Cursor | null): Promise<Welcome> {
    return new Promise((resolve, reject) => {
      // Taken in the very call, for frames may follow in the same breath.
      this.socket.timeout(this.patienceMs).emit('subscribe', { cursor }, (error, welcome) => {
        if (error) return reject(error);
        if (!welcome.ok) return reject(new Error(welcome.code));
        this.welcomed(welcome);
        this.take(welcome.frame);
        resolve(welcome);
      });
    });
  }

  /** Connects, and is told everything from the beginning. */
  async sitDown(): Promise<Welcome> {
    await this.connect();
    return this.subscribe(null);
  }

  /** Told of every welcome, before its frame is taken. */
  protected welcomed(_welcome: Welcome): void {}

  /** Takes in one frame; whoever notes more of it calls this first. */
  take(frame: Frame): void {
    for (const step of frame.steps) {
      // The audience of a person's own socket decides which view it is.
      this.#view = evolveView(this.#view as V, step as never);
    }
    this.cursor = frame.cursor;
  }

  /** Gives a command; the answer may be a refusal. Rejects when none comes in time. */
  submit(command: CommandInput, commandId: string = randomUUID(), epoch?: number): Promise<Answer> {
    const submission = { commandId, command, ...(epoch === undefined ? {} : { epoch }) };
    return this.socket.timeout(this.patienceMs).emitWithAck('command', submission as never);
  }

  /** As `submit`, for what has to be accepted. */
  async must(command: CommandInput, commandId?: string): Promise<Answer & { ok: true }> {
    const answer = await this.submit(command, commandId);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code} ${answer.message}`);
    return answer;
  }

  leave(): void {
    this.socket.disconnect();
  }
}
