/** A player without a screen: it sees what a screen is told, and acts. */
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { Api } from '../../integration/support/api.js';
import { SocketPerson } from '../../support/socket-person.js';

export class QuietPlayer extends SocketPerson<PlayerView> {
  /** By the link that a table was given. */
  static async join(
    url: string,
    exerciseId: string,
    link: string,
    name: string,
  ): Promise<QuietPlayer> {
    const { token } = await new Api(url).join(link.split('/').at(-1) ?? '', name);
    const player = new QuietPlayer({ url, exerciseId, token });
    await player.sitDown();
    return player;
  }
}
