/** Someone at a screen: a real socket, the view folded from what it was told, and all it ever heard. */
import type {
  Answer,
  Draft,
  DraftAnswer,
  Frame,
  RosterEntry,
  Welcome,
} from '@trilogue/engine/protocol/socket';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { ObserverView } from '@trilogue/engine/views/observer-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import type { View } from '@trilogue/engine/views/project';
import { onTestFinished } from 'vitest';
import type { CommandInput } from '../../support/command-input.js';
import { type Place, SocketPerson } from '../../support/socket-person.js';

export type { CommandInput, Place };

export class Person<V extends View = View> extends SocketPerson<V> {
  /** Every packet as it came over the wire. */
  readonly heard: string[] = [];
  readonly frames: Frame[] = [];
  readonly drafts: Draft[] = [];
  roster: readonly RosterEntry[] = [];
  welcome: Welcome | null = null;
  goodbye: string | null = null;
  movedCount = 0;
  readonly #waiting = new Set<() => void>();

  constructor(place: Place, transports = ['websocket']) {
    super(place, { transports });
    this.socket.io.on('open', () => {
      this.socket.io.engine.on('data', (data) => this.heard.push(String(data)));
    });
    const noted =
      <Args extends unknown[]>(note: (...args: Args) => void) =>
      (...args: Args) => {
        note(...args);
        this.#look();
      };
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
    await person.sitDown();
    return person;
  }

  protected override welcomed(welcome: Welcome): void {
    this.welcome = welcome;
    this.roster = welcome.roster;
  }

  override take(frame: Frame): void {
    this.frames.push(frame);
    super.take(frame);
    this.#look();
  }

  do(command: CommandInput, commandId?: string, epoch?: number): Promise<Answer> {
    return this.submit(command, commandId, epoch);
  }

  read(injectId: string) {
    return this.socket.timeout(this.patienceMs).emitWithAck('readInject', { injectId } as never);
  }

  /** What a table sees; for staff. */
  viewAs(tableId: string) {
    return this.socket.timeout(this.patienceMs).emitWithAck('viewAs', { tableId } as never);
  }

  readAs(tableId: string, injectId: string) {
    const question = { tableId, injectId };
    return this.socket.timeout(this.patienceMs).emitWithAck('readInjectAs', question as never);
  }

  /** Names of the players at all tables. */
  people() {
    return this.socket.timeout(this.patienceMs).emitWithAck('readPeople', {});
  }

  write(injectId: string, text: string, baseRevision: number): Promise<DraftAnswer> {
    const draft = { injectId, text, baseRevision };
    return this.socket.timeout(this.patienceMs).emitWithAck('draft', draft as never);
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
        this.patienceMs,
      );
      this.#waiting.add(look);
      look();
    });
  }

  #look(): void {
    for (const look of [...this.#waiting]) look();
  }
}

export type Player = Person<PlayerView>;
export type Facilitator = Person<FacilitatorView>;
export type Observer = Person<ObserverView>;
