/** An exercise under way, with people at both tables who write down what happens to them. */
import { performance } from 'node:perf_hooks';
import type { Fact } from '@trilogue/engine/exercise/facts';
import { type Api, Api as Browser, casting } from '../../integration/support/api.js';
import type { History, Planned } from '../laws/history.js';
import { pause, until, Witness } from './witness.js';
import type { Node } from './workshop.js';

export interface StageWish {
  readonly plan: readonly Planned[];
  /** People at the two tables, in turn. */
  readonly players?: number;
  readonly speed?: number;
  /** Where else people sit; left out, all sit at the node that opens it. */
  readonly urls?: readonly string[];
}

export class Stage {
  readonly exerciseId: string;
  readonly director: Witness;
  readonly players: readonly Witness[];
  readonly exports: Fact[][] = [];
  readonly #plan: readonly Planned[];

  private constructor(
    exerciseId: string,
    director: Witness,
    players: readonly Witness[],
    plan: readonly Planned[],
  ) {
    this.exerciseId = exerciseId;
    this.director = director;
    this.players = players;
    this.#plan = plan;
  }

  static async open(node: Pick<Node, 'url' | 'staff'>, wish: StageWish): Promise<Stage> {
    const { plan, players: playerCount = 4, speed = 60 } = wish;
    const urls = wish.urls ?? [node.url];
    const staff = await node.staff();
    const exerciseId: string = await staff.create('auto');
    const { seatId } = await staff.staffSeat(exerciseId);
    const { cookie } = staff;
    const director = new Witness({ exerciseId, seatId, tableId: '', cookie });
    await director.connect(node.url);
    await director.must({ type: 'CastTeams', casting });
    await director.must({ type: 'OpenLobby' });
    const links = await staff.links(exerciseId);
    const players: Witness[] = [];
    for (let index = 0; index < playerCount; index++) {
      const { tableId, code } = links.tables[index % links.tables.length] ?? { code: '' };
      const url = urls[index % urls.length] ?? node.url;
      const grant = await new Browser(url).join(code, `Player ${index}`);
      const who = { exerciseId, seatId: grant.seatId, tableId: tableId ?? '', token: grant.token };
      const player = new Witness(who);
      await player.connect(url);
      players.push(player);
    }
    await director.must({ type: 'StartExercise' });
    if (speed !== 1) await director.must({ type: 'SetSpeed', speed });
    return new Stage(exerciseId, director, players, plan);
  }

  get everyone(): readonly Witness[] {
    return [this.director, ...this.players];
  }

  /** @param urls where the director sits, and the players in turn */
  async comeBack(urls: readonly string[], withinMs?: number): Promise<void> {
    await Promise.all(
      this.everyone.map((one, index) =>
        one.comeBack(urls[Math.max(0, index - 1) % urls.length] ?? '', withinMs),
      ),
    );
  }

  /** After a gap that was too long to go on by itself. */
  async resume(): Promise<void> {
    const { director } = this;
    if (director.view.clock.status === 'paused') await director.must({ type: 'ResumeClock' });
  }

  /** Everybody speaks so often, and the director gives points. */
  makeNoise(everyMs = 40): void {
    for (const player of this.players) player.chatter(everyMs);
    this.director.chatter(everyMs * 5, () => this.director.award('tokyo'));
  }

  hush(): void {
    for (const one of this.everyone) one.hush();
  }

  /** Whoever got no answer asks again, and some who got one. */
  async askAgain(): Promise<void> {
    await Promise.all(this.everyone.map((one) => one.askAgain()));
    await Promise.all(this.everyone.map((one) => one.doubt(10)));
  }

  async export(staff: Api): Promise<readonly Fact[]> {
    const path = `/api/exercises/${this.exerciseId}/export`;
    const { facts } = await staff.must<{ facts: Fact[] }>(path);
    this.exports.push(facts);
    return facts;
  }

  /** The whole story, once everybody has heard the last of it. */
  async history(staff: Api, more: Pick<History, 'driftMs'> = {}): Promise<History> {
    this.hush();
    await this.askAgain();
    const facts = await this.export(staff);
    const said = (tableId: string) =>
      facts.filter(
        (fact) =>
          fact.type === 'MessageSent' &&
          fact.thread.kind === 'table' &&
          fact.thread.tableId === tableId,
      ).length;
    const { players } = this;
    await until(
      () => players.every((one) => one.screen().texts.size >= said(one.who.tableId)),
      'everyone hears it all',
      5_000,
    ).catch(() => undefined);
    return {
      asked: this.everyone.flatMap(({ asked }) => asked),
      shown: players.flatMap(({ shown }) => shown),
      jumps: this.everyone.flatMap(({ jumps }) => jumps),
      screens: players.map((one) => one.screen()),
      exports: this.exports,
      plan: this.#plan,
      ...more,
    };
  }

  /** Waits until another inject has gone out to a player. @returns how long that took, ms */
  async nextInject(player = this.players[0], withinMs = 30_000): Promise<number> {
    const from = performance.now();
    const count = () => Object.keys(player?.view.injects ?? {}).length;
    const before = count();
    await until(() => count() > before, 'another inject', withinMs);
    return performance.now() - from;
  }

  async end(): Promise<void> {
    this.hush();
    await this.director.must({ type: 'EndExercise' });
    await pause(100);
    for (const one of this.everyone) one.leave();
  }
}
