/** A person at a table over a real socket, played by the machine: it sees its screen's view and no more. */
import type { Command } from '@trilogue/engine/exercise/commands';
import type { SeatGrant } from '@trilogue/engine/protocol/http';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { Frame } from '@trilogue/engine/protocol/socket';
import { Chance } from '@trilogue/engine/rehearsal/chance';
import { type Act, SyntheticTeam } from '@trilogue/engine/rehearsal/synthetic-team';
import { drawTemperament, type TeamsOption } from '@trilogue/engine/rehearsal/temperament';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import type { PlayerInjectBody, PlayerView } from '@trilogue/engine/views/player-view';
import { SocketPerson } from '../support/socket-person.js';

export interface PlayerWish {
  readonly url: string;
  readonly grant: SeatGrant;
  readonly seed: number;
  /** Which of the people it is: with the seed, it says how it behaves. */
  readonly place: string;
  readonly teams: TeamsOption;
}

export class StagePlayer extends SocketPerson<PlayerView> {
  readonly grant: SeatGrant;
  readonly counts = { done: 0, refused: 0 };
  #team: SyntheticTeam | null = null;
  readonly #wish: PlayerWish;
  readonly #bodies = new Map<InjectId, PlayerInjectBody>();
  #meant: { readonly atMs: number; readonly act: Act }[] = [];

  constructor(wish: PlayerWish) {
    const { url, grant } = wish;
    super({ url, exerciseId: grant.exerciseId, token: grant.token });
    this.#wish = wish;
    this.grant = grant;
  }

  async sit(): Promise<void> {
    await this.sitDown();
    const chance = Chance.of(this.#wish.seed, this.#wish.place);
    this.#team = new SyntheticTeam(
      {
        temperament: drawTemperament(this.#wish.teams, chance),
        chance,
        intend: (atMs, act) => void this.#meant.push({ atMs, act }),
        readBody: (injectId) => this.#bodies.get(injectId) ?? null,
      },
      // It changes its copy in place.
      structuredClone(this.view),
    );
  }

  /** Does what it means to do by this play time. */
  async act(playMs: number): Promise<void> {
    const due = this.#meant.filter(({ atMs }) => atMs <= playMs);
    this.#meant = this.#meant.filter(({ atMs }) => atMs > playMs);
    for (const { act } of due) {
      const command = act();
      if (command !== null) await this.do(command);
    }
  }

  /** @returns whether it was accepted */
  async do(command: Command): Promise<boolean> {
    const answer = await this.submit(command);
    this.counts[answer.ok ? 'done' : 'refused'] += 1;
    return answer.ok;
  }

  override take(frame: Frame): void {
    super.take(frame);
    for (const step of frame.steps) {
      this.#team?.see(structuredClone(step) as never, playMsAt(this.view.clock, Date.now()));
    }
    for (const injectId of Object.keys(this.view.injects) as InjectId[]) {
      if (!this.#bodies.has(injectId)) void this.#read(injectId);
    }
  }

  async #read(injectId: InjectId): Promise<void> {
    const answer = await this.socket.emitWithAck('readInject', { injectId });
    if (answer.ok) this.#bodies.set(injectId, answer.body as PlayerInjectBody);
  }
}
