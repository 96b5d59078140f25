/** An exercise under way on a server, with somebody at every table, for looking at screens and measuring them. */
import { setTimeout as pause } from 'node:timers/promises';
import type { SeatGrant } from '@trilogue/engine/protocol/http';
import type { TeamsOption } from '@trilogue/engine/rehearsal/temperament';
import { playMsAt } from '@trilogue/engine/views/clock-view';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { Api } from '../integration/support/api.js';
import type { CommandInput } from '../support/command-input.js';
import { SocketPerson } from '../support/socket-person.js';
import { StagePlayer } from './player.js';

export interface StageWish {
  readonly url: string;
  readonly staffLink: string;
  readonly scenarioId: string;
  readonly title?: string;
  readonly peoplePerTable?: number;
  readonly teams?: TeamsOption;
  readonly seed?: number;
  readonly mode?: 'coach' | 'assess';
}

const names = {
  jp: ['佐藤 葵', '鈴木 健', '高橋 真理子', '伊藤 大輔', '渡辺 結衣', '山本 蓮', '中村 美咲'],
  ph: [
    'Maria Santos',
    'Jun Reyes',
    'Luz Bautista',
    'Ramon Cruz',
    'Tala Mendoza',
    'Paolo Garcia',
    'Liza Ramos',
  ],
  us: [
    'Dana Brooks',
    'Marcus Hill',
    'Priya Natarajan',
    'Owen Clarke',
    'Rosa Delgado',
    'Ben Tanaka',
    'Kate Lowell',
  ],
} as const;
const languages = { jp: 'ja', ph: 'fil', us: 'en' } as const;

export class Stage {
  readonly exerciseId: string;
  readonly staff: Api;
  readonly players: StagePlayer[] = [];
  wall: SeatGrant | null = null;
  readonly #director: SocketPerson<FacilitatorView>;

  private constructor(url: string, staff: Api, exerciseId: string) {
    this.staff = staff;
    this.exerciseId = exerciseId;
    this.#director = new SocketPerson({ url, exerciseId, cookie: staff.cookie });
  }

  /** Created, cast with a table for each team, its lobby open, and everybody seated. */
  static async open(wish: StageWish): Promise<Stage> {
    const { url, staffLink, scenarioId, peoplePerTable = 1, teams = 'mixed', seed = 7 } = wish;
    const staff = new Api(url);
    await staff.signIn(staffLink);
    const { exerciseId } = await staff.must<{ exerciseId: string }>('/api/exercises', {
      scenarioId,
      title: wish.title ?? 'Trilateral autumn exercise',
      pace: 'auto',
      mode: wish.mode ?? 'coach',
    });
    await staff.staffSeat(exerciseId, 'Fe Aquino');
    const stage = new Stage(url, staff, exerciseId);
    await stage.#director.sitDown();
    await stage.#cast();
    await stage.do({ type: 'OpenLobby' });
    const links = await staff.links(exerciseId);
    stage.wall = await new Api(url).join(links.observerCode, 'Wall');
    for (const { tableId, code } of links.tables) {
      const partyId = stage.#partyOf(tableId ?? '');
      for (let person = 0; person < peoplePerTable; person++) {
        const nth = stage.players.length + person;
        const list = names[partyId];
        const name = list[nth % list.length] ?? `Player ${nth}`;
        const grant = await new Api(url).join(code, name, languages[partyId]);
        const place = `${tableId} ${person}`;
        const player = new StagePlayer({ url, grant, seed, place, teams });
        await player.sit();
        stage.players.push(player);
      }
    }
    return stage;
  }

  get view(): FacilitatorView {
    return this.#director.view;
  }

  get playMs(): number {
    return playMsAt(this.view.clock, Date.now());
  }

  async start(): Promise<void> {
    await this.do({ type: 'StartExercise' });
  }

  /** Plays on until this play time at this speed; sooner where the exercise ends. */
  async playTo(playMs: number, speed = 60): Promise<void> {
    await this.do({ type: 'SetSpeed', speed });
    while (this.playMs < playMs && this.view.exercise.stage === 'live') {
      await Promise.all(this.players.map((player) => player.act(this.playMs)));
      await pause(50);
    }
    if (this.view.exercise.stage === 'live') await this.do({ type: 'SetSpeed', speed: 1 });
  }

  /** @returns whether it was accepted */
  async do(command: CommandInput): Promise<boolean> {
    return (await this.#director.submit(command)).ok;
  }

  leave(): void {
    this.#director.leave();
    for (const player of this.players) player.leave();
  }

  async #cast(): Promise<void> {
    const { teams } = this.view.cast;
    const tables = teams.map(({ id, partyId, name }) => ({
      tableId: id,
      name: typeof name === 'string' ? name : (name[languageOf(partyId)] ?? name.en ?? id),
      language: languageOf(partyId),
      teamIds: [id],
    }));
    await this.do({ type: 'CastTeams', casting: { tables, controlled: [] } } as never);
  }

  #partyOf(tableId: string): keyof typeof names {
    const partyId = this.view.cast.teams.find(({ id }) => id === tableId)?.partyId;
    return partyId !== undefined && partyId in names ? (partyId as keyof typeof names) : 'us';
  }
}

function languageOf(partyId: string): string {
  return partyId in languages ? languages[partyId as keyof typeof languages] : 'en';
}
