/** A drill for tests: submits commands to `decide`, keeps the log and the state, and the time. */
import type { Command } from '../exercise/commands.js';
import { type Decision, decide } from '../exercise/decide.js';
import { fold } from '../exercise/evolve.js';
import type { Actor } from '../exercise/fact-shape.js';
import type { Fact, FactType } from '../exercise/facts.js';
import type { Role } from '../exercise/settings.js';
import { type ExerciseState, emptyExercise } from '../exercise/state.js';
import type { ExerciseId, InjectId, PartyId, SeatId, TableId, TeamId } from '../protocol/ids.js';
import type { Scenario } from '../scenario/schema.js';

export const host: Actor = { kind: 'host' };
export const seat = (id: string): Actor => ({ kind: 'seat', seatId: id as SeatId });
export const minutes = (count: number): number => count * 60_000;
export const inject = (id: string): InjectId => id as InjectId;
export const table = (id: string): TableId => id as TableId;

export const startMs = Date.parse('2026-12-01T00:00:00Z');

export class Drill {
  state: ExerciseState;
  readonly log: Fact[] = [];
  nowMs = startMs;

  constructor(scenario: Scenario) {
    this.state = emptyExercise(scenario);
  }

  /** Decides, and keeps what was decided, refused or not. */
  submit(actor: Actor, command: Command): Decision {
    const decision = decide(this.state, { actor, command }, this.nowMs);
    this.state = fold(this.state, decision.facts);
    this.log.push(...decision.facts);
    return decision;
  }

  /** As `submit`, for what must be accepted. */
  do(actor: Actor, command: Command): readonly Fact[] {
    const { facts, rejection } = this.submit(actor, command);
    if (rejection !== null) throw new Error(`${command.type}: ${JSON.stringify(rejection)}`);
    return facts;
  }

  /** Lets wall time pass and the host's timer look once. */
  wait(ms: number): readonly Fact[] {
    this.nowMs += ms;
    return this.submit(host, { type: 'AdvanceClock' }).facts;
  }

  types(): FactType[] {
    return this.log.map(({ type }) => type);
  }
}

export interface SetupOptions {
  readonly pace?: 'auto' | 'confirm';
  readonly mode?: 'coach' | 'assess';
  readonly seed?: number;
  /** Table id to team ids; one table a party where it is left out. */
  readonly tables?: Readonly<Record<string, readonly string[]>>;
  readonly controlled?: readonly string[];
}

/** Created and cast, and whoever directs it there. */
export function inDraft(scenario: Scenario, options: SetupOptions = {}): Drill {
  const drill = new Drill(scenario);
  drill.do(host, {
    type: 'CreateExercise',
    exerciseId: 'exercise1' as ExerciseId,
    scenarioId: scenario.id,
    scenarioHash: 'hash',
    title: 'A drill',
    seed: options.seed ?? 1,
    pace: options.pace ?? 'auto',
    mode: options.mode ?? 'coach',
  });
  drill.do(host, {
    type: 'CastTeams',
    casting: {
      tables: Object.entries(tablesOf(scenario, options)).map(([id, teamIds]) => ({
        tableId: table(id),
        name: `Table ${id}`,
        teamIds: teamIds as TeamId[],
      })),
      controlled: (options.controlled ?? []) as TeamId[],
    },
  });
  join(drill, 'facilitator', 'director', null);
  return drill;
}

/** Created, cast, lobby open, a facilitator and one player a table ("p-<table>") joined. */
export function inLobby(scenario: Scenario, options: SetupOptions = {}): Drill {
  const drill = inDraft(scenario, options);
  drill.do(host, { type: 'OpenLobby' });
  for (const id of Object.keys(tablesOf(scenario, options))) {
    join(drill, `player-${id}`, 'player', id);
  }
  return drill;
}

function tablesOf(
  { parties, teams }: Scenario,
  { tables }: SetupOptions,
): NonNullable<SetupOptions['tables']> {
  return (
    tables ??
    Object.fromEntries(
      parties.map(({ id }) => [
        id,
        teams.filter(({ party }) => party === id).map((team) => team.id),
      ]),
    )
  );
}

export function running(scenario: Scenario, options: SetupOptions = {}): Drill {
  const drill = inLobby(scenario, options);
  drill.do(seat('facilitator'), { type: 'StartExercise' });
  return drill;
}

export function join(
  drill: Drill,
  seatId: string,
  role: Role,
  tableId: string | null,
  partyId: string | null = null,
): void {
  drill.do(host, {
    type: 'JoinExercise',
    seatId: seatId as SeatId,
    role,
    tableId: tableId as TableId | null,
    partyId: partyId as PartyId | null,
  });
}
