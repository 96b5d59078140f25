/** A player without a screen: it sees what a screen is told, and acts. */
import { randomUUID } from 'node:crypto';
import type {
  ClientToServerEvents,
  Frame,
  ServerToClientEvents,
} from '@trilogue/engine/protocol/socket';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { evolveView } from '@trilogue/engine/views/view-model';
import { io, type Socket } from 'socket.io-client';
import { Api } from '../../integration/support/api.js';
import type { CommandInput } from '../../support/command-input.js';

export class QuietPlayer {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  #view: PlayerView | null = null;

  private constructor(socket: QuietPlayer['socket']) {
    this.socket = socket;
    socket.on('frame', (frame) => this.#take(frame));
  }

  /** By the link that a table was given. */
  static async join(
    url: string,
    exerciseId: string,
    link: string,
    name: string,
  ): Promise<QuietPlayer> {
    const { token } = await new Api(url).join(link.split('/').at(-1) ?? '', name);
    const player = new QuietPlayer(
      io(url, {
        forceNew: true,
        transports: ['websocket'],
        auth: { protocolVersion, exerciseId, token },
      }),
    );
    const welcome = await player.socket.emitWithAck('subscribe', { cursor: null });
    if (!welcome.ok) throw new Error(welcome.code);
    player.#take(welcome.frame);
    return player;
  }

  get view(): PlayerView {
    if (this.#view === null) throw new Error('nothing seen yet');
    return this.#view;
  }

  async must(command: CommandInput): Promise<void> {
    const submission = { commandId: randomUUID(), command };
    const answer = await this.socket.emitWithAck('command', submission as never);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code}`);
  }

  leave(): void {
    this.socket.disconnect();
  }

  #take({ steps }: Frame): void {
    // A player's socket is told player views only.
    for (const step of steps) this.#view = evolveView(this.#view as PlayerView, step as never);
  }
}
