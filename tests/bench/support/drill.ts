/** A drill on a server under measurement: made, cast and begun over HTTP and sockets, as people do. */
import type { ExerciseLinks, SeatGrant } from '@trilogue/engine/protocol/http';
import type { Answer } from '@trilogue/engine/protocol/socket';
import { protocolVersion } from '@trilogue/engine/protocol/version';
import { Api } from '../../integration/support/api.js';
import type { CommandInput } from '../../support/command-input.js';
import type { Child } from './child.js';
import { Line } from './line.js';
import { tableIdOf, teamIdOf } from './plain-scenario.js';

/** Joins that are under way at the same time. */
const atOnce = 20;

export interface Seat {
  readonly tableId: string;
  readonly token: string;
}

export class BenchDrill {
  readonly url: string;
  readonly exerciseId: string;
  readonly director: Line;
  readonly #api: Api;
  #links: ExerciseLinks | null = null;
  #commandCount = 0;

  private constructor(api: Api, exerciseId: string, director: Line) {
    this.url = api.url;
    this.#api = api;
    this.exerciseId = exerciseId;
    this.director = director;
  }

  /** At StartEx, with nobody at its tables, which are those of a plain scenario. */
  static async begin(child: Child, scenarioId: string, tables: number): Promise<BenchDrill> {
    const teams = Array.from({ length: tables }, (_, index) => teamIdOf(index));
    const drill = await BenchDrill.open(child, scenarioId, teams);
    await drill.direct({ type: 'StartExercise' });
    return drill;
  }

  /** With its lobby open. @param teams a table each */
  static async open(
    child: Child,
    scenarioId: string,
    teams: readonly string[],
  ): Promise<BenchDrill> {
    const api = new Api(child.url);
    await api.signIn(child.staffLink);
    const { exerciseId } = await api.must<{ exerciseId: string }>('/api/exercises', {
      scenarioId,
      title: 'Benchmark',
      pace: 'auto',
      mode: 'assess',
    });
    await api.staffSeat(exerciseId);
    const director = await Line.connect(
      child.url,
      { protocolVersion, exerciseId },
      api.cookie ?? '',
    );
    await director.ask('subscribe', { cursor: null });
    const drill = new BenchDrill(api, exerciseId, director);
    const casting = {
      tables: teams.map((teamId, index) => ({
        tableId: tableIdOf(index),
        name: `Table ${index}`,
        teamIds: [teamId],
      })),
      controlled: [],
    };
    await drill.direct({ type: 'CastTeams', casting } as never);
    await drill.direct({ type: 'OpenLobby' });
    drill.#links = await api.links(exerciseId);
    return drill;
  }

  async direct(command: CommandInput): Promise<void> {
    const answer = await this.ask(this.director, command);
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code} ${answer.message}`);
  }

  /** As a seat of this drill, refused or not. */
  ask(line: Line, command: CommandInput): Promise<Answer> {
    const commandId = `benchmark-${this.exerciseId}-${this.#commandCount++}`;
    return line.ask('command', { commandId, command });
  }

  /** Seats in turn at all tables, as many as are asked for, with nobody connected. */
  async seats(count: number): Promise<Seat[]> {
    const tables = this.#links?.tables ?? [];
    return inBatches(count, async (index) => {
      const table = tables[index % tables.length];
      if (table === undefined) throw new Error('the drill has no tables');
      const { token } = await this.#api.must<SeatGrant>('/api/join', {
        code: table.code,
        name: `Player ${index}`,
        language: 'en',
      });
      return { tableId: table.tableId, token: token ?? '' };
    });
  }

  /** @returns the line, connected and with its view */
  async sit({ token }: Seat, url = this.url): Promise<Line> {
    const line = await Line.connect(url, {
      protocolVersion,
      exerciseId: this.exerciseId,
      token,
    });
    const welcome = await line.ask<{ ok: boolean }>('subscribe', { cursor: null });
    if (!welcome.ok) throw new Error(`no welcome: ${JSON.stringify(welcome)}`);
    return line;
  }

  /** Where the nth of its people sits. */
  tableOf(index: number): string {
    const tables = this.#links?.tables ?? [];
    return tables[index % tables.length]?.tableId ?? '';
  }

  /** People who come, sit down and stay. */
  async people(count: number): Promise<Line[]> {
    const seats = await this.seats(count);
    return inBatches(count, (index) => this.sit(seats[index] as Seat));
  }
}

export async function inBatches<Item>(
  count: number,
  make: (index: number) => Promise<Item>,
): Promise<Item[]> {
  const made: Item[] = [];
  while (made.length < count) {
    const size = Math.min(atOnce, count - made.length);
    const from = made.length;
    made.push(
      ...(await Promise.all(Array.from({ length: size }, (_, index) => make(from + index)))),
    );
  }
  return made;
}
