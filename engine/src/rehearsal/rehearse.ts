/** One rehearsal: the real engine, headless, with synthetic teams at its tables. */
import type { Command } from '../exercise/commands.js';
import { decide } from '../exercise/decide.js';
import { nextDueMs } from '../exercise/due.js';
import type { Actor } from '../exercise/fact-shape.js';
import type { Fact } from '../exercise/facts.js';
import { type ExerciseState, emptyExercise, playTimeAt } from '../exercise/state.js';
import type { ExerciseId, SeatId, TableId, TeamId } from '../protocol/ids.js';
import type { Playbook } from '../scenario/playbook.js';
import type { PlayerAudience } from '../views/audience.js';
import { playerInjectBody, playerProjection } from '../views/player-projection.js';
import { Chance } from './chance.js';
import { answerTo, type ControllerAct, cardsToPlay, positionsToOpen } from './controller.js';
import { Intentions } from './intentions.js';
import { type Act, SyntheticTeam } from './synthetic-team.js';
import { drawTemperament, type TeamsOption, type TemperamentName } from './temperament.js';

export interface RehearsalOptions {
  readonly seed: number;
  readonly teams: TeamsOption;
  /** Tables with the teams that sit at them; left out, each team has its own. */
  readonly tables?: readonly (readonly TeamId[])[];
}

/** What one rehearsal came to. */
export interface Rehearsal {
  readonly facts: readonly Fact[];
  readonly state: ExerciseState;
  readonly temperaments: ReadonlyMap<TableId, TemperamentName>;
  /** Commands of teams and of control, and how many of them were refused. */
  readonly actions: number;
  readonly refused: number;
}

const startMs = Date.UTC(2026, 0, 1);
const host: Actor = { kind: 'host' };
/** A rehearsal that does not end by itself is ended at so many times its usual length. */
const longest = 1.5;

export function rehearse(playbook: Playbook, options: RehearsalOptions): Rehearsal {
  return new Room(playbook, options).play();
}

type Intention =
  | { readonly seatId: SeatId; readonly act: Act }
  | { readonly control: ControllerAct };

class Room {
  #state: ExerciseState;
  #nowMs = startMs;
  readonly #facts: Fact[] = [];
  readonly #chance: Chance;
  readonly #intentions = new Intentions<Intention>();
  readonly #teams = new Map<TableId, SyntheticTeam>();
  readonly #options: RehearsalOptions;
  #actions = 0;
  #refused = 0;

  constructor(playbook: Playbook, options: RehearsalOptions) {
    this.#options = options;
    this.#state = emptyExercise(playbook);
    this.#chance = Chance.of(options.seed, 'control');
  }

  play(): Rehearsal {
    this.#open();
    const usualMs = this.#state.playbook.scenario.estimatedMinutes * 60_000;
    for (const { atMs, act } of cardsToPlay(this.#state, this.#chance, usualMs)) {
      this.#intentions.add(atMs, { control: act });
    }
    for (const act of positionsToOpen(this.#state)) {
      this.#intentions.add(this.#chance.between(0.2, 0.6) * usualMs, { control: act });
    }
    while (this.#state.lifecycle.stage === 'live') if (!this.#step(usualMs)) break;
    if (this.#state.lifecycle.stage === 'live') {
      this.#submit(host, { type: 'EndExercise', reason: '' });
    }
    return {
      facts: this.#facts,
      state: this.#state,
      temperaments: new Map(
        [...this.#teams].map(([tableId, { temperament }]) => [tableId, temperament.name]),
      ),
      actions: this.#actions,
      refused: this.#refused,
    };
  }

  /** The next thing that is due or meant; false when the room has nothing more to wait for. */
  #step(usualMs: number): boolean {
    const dueMs = nextDueMs(this.#state);
    const meantMs = this.#intentions.nextMs;
    const nextMs = Math.min(dueMs ?? Number.POSITIVE_INFINITY, meantMs ?? Number.POSITIVE_INFINITY);
    const isOver = nextMs > usualMs * longest || (dueMs === null && nextMs > usualMs);
    if (isOver) {
      this.#nowMs = Math.max(this.#nowMs, startMs + Math.min(usualMs, nextMs));
      return false;
    }
    this.#nowMs = Math.max(this.#nowMs, startMs + nextMs);
    if (meantMs === null || (dueMs !== null && dueMs <= meantMs)) {
      this.#submit(host, { type: 'AdvanceClock' });
      return true;
    }
    const intention = this.#intentions.take();
    if (intention === undefined) return false;
    if ('control' in intention) this.#act(host, intention.control(this.#state));
    else {
      this.#act({ kind: 'seat', seatId: intention.seatId }, intention.act());
    }
    return true;
  }

  #act(actor: Actor, command: Command | null): void {
    if (command === null) return;
    this.#actions += 1;
    if (!this.#submit(actor, command)) this.#refused += 1;
  }

  #submit(actor: Actor, command: Command): boolean {
    const decision = decide(this.#state, { actor, command }, this.#nowMs);
    const { facts, rejection, state, states } = decision;
    if (facts.length === 0) return rejection === null;
    this.#state = state;
    facts.forEach((fact, index) => {
      const after = states[index] ?? state;
      this.#facts.push(fact);
      for (const [tableId, team] of this.#teams) {
        const step = playerProjection.touched(fact, after, this.#audience(tableId));
        if (step.kind === 'reset' || step.changes.length > 0) team.see(step, fact.playMs);
      }
      if (fact.type === 'PermissionRequested' && fact.originatorId === null) {
        const request = after.requests.get(String(fact.seq));
        if (request?.kind === 'permission') {
          const atMs = fact.playMs + this.#chance.between(1, 5) * 60_000;
          this.#intentions.add(atMs, { control: answerTo(request, this.#chance) });
        }
      }
    });
    return rejection === null;
  }

  #open(): void {
    const { scenario } = this.#state.playbook;
    const groups = this.#options.tables ?? scenario.teams.map(({ id }) => [id]);
    const tables = groups.map((teamIds, index) => ({
      tableId: `table-${index + 1}` as TableId,
      name: `Table ${index + 1}`,
      teamIds: [...teamIds],
    }));
    const { seed } = this.#options;
    this.#submit(host, {
      type: 'CreateExercise',
      exerciseId: 'rehearsal' as ExerciseId,
      scenarioId: scenario.id,
      scenarioHash: '',
      title: 'Rehearsal',
      seed: seed >>> 0,
      pace: 'auto',
      mode: 'assess',
    });
    this.#submit(host, { type: 'CastTeams', casting: { tables, controlled: [] } });
    this.#submit(host, { type: 'OpenLobby' });
    for (const { tableId } of tables) {
      const seatId = `seat-${tableId}` as SeatId;
      this.#submit(host, { type: 'JoinExercise', seatId, role: 'player', tableId });
    }
    for (const { tableId } of tables) this.#seat(tableId);
    this.#submit(host, { type: 'StartExercise' });
    // The first moments of play happen at play time zero.
    this.#nowMs = startMs + playTimeAt(this.#state, this.#nowMs);
  }

  /** One person a table, who sees what is meant for them alone, too. */
  #audience(tableId: TableId): PlayerAudience {
    return { role: 'player', tableId, seatId: `seat-${tableId}` as SeatId };
  }

  #seat(tableId: TableId): void {
    const chance = Chance.of(this.#options.seed, tableId);
    const seatId = `seat-${tableId}` as SeatId;
    const audience = this.#audience(tableId);
    const team = new SyntheticTeam(
      {
        temperament: drawTemperament(this.#options.teams, chance),
        chance,
        intend: (atMs, act) => this.#intentions.add(atMs, { seatId, act }),
        readBody: (injectId) => playerInjectBody(this.#state, audience, injectId),
      },
      playerProjection.viewOf(this.#state, audience),
    );
    this.#teams.set(tableId, team);
  }
}
