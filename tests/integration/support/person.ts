/** Someone at a screen: a real socket, the view folded from what it was told, and all it ever heard. */
import { randomUUID } from 'node:crypto';
import type {
  Answer,
  ClientToServerEvents,
  Cursor,
  Draft,
  DraftAnswer,
  Frame,
  RosterEntry,
  ServerToClientEvents,
  Welcome,
} from '@trilogue/engine/protocol/socket';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { ObserverView } from '@trilogue/engine/views/observer-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import type { View } from '@trilogue/engine/views/project';
import { evolveView } from '@trilogue/engine/views/view-model';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { CommandInput } from '../../support/command-input.js';

export type { CommandInput };

export interface Place {
  readonly url: string;
  readonly exerciseId: string;
  readonly token?: string;
  readonly cookie?: string | null;
}

const patienceMs = 15_000;

export class Person<V extends View = View> {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  /** Every packet as it came over the wire. */
  readonly heard: string[] = [];
  readonly frames: Frame[] = [];
  readonly drafts: Draft[] = [];
  roster: readonly RosterEntry[] = [];
  welcome: Welcome | null = null;
  cursor: Cursor | null = null;
  goodbye: string | null = null;
  movedCount = 0;
  #view: V | null = null;
  readonly #waiting = new Set<() => void>();

  constructor({ url, exerciseId, token, cookie }: Place, transports = ['websocket']) {
    this.socket = io(url, {
      forceNew: true,
      transports,
      reconnection: false,
      autoConnect: false,
      // A test's server made its certificate a moment ago, and nobody else knows it.
      ...(url.startsWith('https:') ? { rejectUnauthorized: false } : {}),
      auth: { protocolVersion, exerciseId, ...(token === undefined ? {} : { token }) },
      ...(cookie ? { extraHeaders: { cookie } } : {}),
    });
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('data', (data) => this.heard.push(String(data)));
    });
    const noted =
      <Args extends unknown[]>(note: (...args: Args) => void) =>
      (...args: Args) => {
        note(...args);
        for (const look of [...this.#waiting]) look();
      };
    this.socket.on(
      'frame',
      noted((frame) => this.take(frame)),
    );
    this.socket.on(
      'roster',
      noted((roster) => {
        this.roster = roster;
      }),
    );
    this.socket.on(
      'draft',
      noted((draft) => void this.drafts.push(draft)),
    );
    this.socket.on(
      'moved',
      noted(() => void this.movedCount++),
    );
    this.socket.on(
      'goodbye',
      noted(({ code }) => {
        this.goodbye = code;
      }),
    );
    this.socket.on(
      'disconnect',
      noted(() => undefined),
    );
    onTestFinished(() => void this.socket.disconnect());
  }

  static async sit<V extends View>(place: Place): Promise<Person<V>> {
    const person = new Person<V>(place);
    await person.connect();
    await person.subscribe(null);
    return person;
  }

  get view(): V {
    if (this.#view === null) throw new Error('nothing seen yet');
    return this.#view;
  }

  connect(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.socket.once('connect', resolve);
      this.socket.once('connect_error', reject);
      this.socket.connect();
    });
  }

  subscribe(cursor: Cursor | null): Promise<Welcome> {
    return new Promise((resolve, reject) => {
      // Taken in the very call, for frames may follow in the same breath.
      this.socket.timeout(patienceMs).emit('subscribe', { cursor }, (error, welcome) => {
        if (error) return reject(error);
        if (!welcome.ok) return reject(new Error(welcome.code));
        this.welcome = welcome;
        this.roster = welcome.roster;
        this.take(welcome.frame);
        resolve(welcome);
      });
    });
  }

  take(frame: Frame): void {
    this.frames.push(frame);
    for (const step of frame.steps) {
      // The audience of a person's own socket decides which view it is.
      this.#view = evolveView(this.#view as V, step as never);
    }
    this.cursor = frame.cursor;
  }

  do(command: CommandInput, commandId: string = randomUUID(), epoch?: number): Promise<Answer> {
    const submission = { commandId, command, ...(epoch === undefined ? {} : { epoch }) };
    return this.socket.timeout(patienceMs).emitWithAck('command', submission as never);
  }

  /** As `do`, for what has to be accepted. */
  async must(command: CommandInput): Promise<Answer & { ok: true }> {
    const answer = await this.do(command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code} ${answer.message}`);
    return answer;
  }

  read(injectId: string) {
    return this.socket.timeout(patienceMs).emitWithAck('readInject', { injectId } as never);
  }

  /** What a table sees; for staff. */
  viewAs(tableId: string) {
    return this.socket.timeout(patienceMs).emitWithAck('viewAs', { tableId } as never);
  }

  readAs(tableId: string, injectId: string) {
    const question = { tableId, injectId };
    return this.socket.timeout(patienceMs).emitWithAck('readInjectAs', question as never);
  }

  /** Names of the players at all tables. */
  people() {
    return this.socket.timeout(patienceMs).emitWithAck('readPeople', {});
  }

  write(injectId: string, text: string, baseRevision: number): Promise<DraftAnswer> {
    const draft = { injectId, text, baseRevision };
    return this.socket.timeout(patienceMs).emitWithAck('draft', draft as never);
  }

  /** Resolves as soon as it is true, looked at after everything this person hears. */
  until(isTrue: (person: this) => boolean, what = String(isTrue)): Promise<void> {
    return new Promise((resolve, reject) => {
      const done = (finish: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        finish();
      };
      const look = () => {
        if (isTrue(this)) done(resolve);
      };
      const timer = setTimeout(
        () => done(() => reject(new Error(`waited in vain: ${what}`))),
        patienceMs,
      );
      this.#waiting.add(look);
      look();
    });
  }
}

export type Player = Person<PlayerView>;
export type Facilitator = Person<FacilitatorView>;
export type Observer = Person<ObserverView>;
