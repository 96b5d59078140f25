/** Drills at random: people and the host do all they can do, most of it sensible, some of it not. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { decide } from '@trilogue/engine/exercise/decide';
import { nextWakeMs } from '@trilogue/engine/exercise/due';
import { evolve } from '@trilogue/engine/exercise/evolve';
import type { Actor } from '@trilogue/engine/exercise/fact-shape';
import type { Fact } from '@trilogue/engine/exercise/facts';
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import type { ExerciseId, TableId } from '@trilogue/engine/protocol/ids';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import fc from 'fast-check';
import { asSeat, director, host, others, players, type Submission } from './drill-chooser.js';
import { castingOf, joining } from './drill-conduct.js';
import { nextSubmission } from './drill-mix.js';

export type { Submission } from './drill-chooser.js';

/** Every seat that may come, whoever they are. */
export const seatIds: readonly string[] = [...players, ...others].map(([seatId]) => seatId);
/** Every table that people may sit at; control's comes besides where some team is controlled. */
export const tableIds: readonly string[] = ['table-0', 'table-1', 'table-2'];

/** One move of somebody: numbers to choose by, and how much wall time passes before. */
export interface Move {
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly waitMs: number;
}

const move: fc.Arbitrary<Move> = fc.record({
  what: fc.nat({ max: 99 }),
  a: fc.nat({ max: 30 }),
  b: fc.nat({ max: 30 }),
  c: fc.nat({ max: 30 }),
  waitMs: fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: 5_000 }) },
    { weight: 2, arbitrary: fc.nat({ max: 60_000 }) },
  ),
});

export const randomMoves = (maxLength: number): fc.Arbitrary<Move[]> =>
  fc.array(move, { minLength: Math.floor(maxLength / 3), maxLength, size: 'max' });

export interface Step {
  readonly before: ExerciseState;
  readonly fact: Fact;
  readonly after: ExerciseState;
}

interface Refusal {
  readonly submission: Submission;
  readonly rejection: Rejection;
  /** How many steps the log had when it was refused. */
  readonly at: number;
}

const startMs = Date.parse('2026-12-01T00:00:00Z');

/** The decider, or one with a fault planted in it. */
export type Decide = typeof decide;

/** A drill as it was played: its facts with the states around them, and who asked for what, when. */
export class Played {
  state: ExerciseState;
  nowMs = startMs;
  readonly steps: Step[] = [];
  readonly submissions: (Submission & { readonly nowMs: number })[] = [];
  /** Up to where the log had grown after each submission. */
  readonly ends: number[] = [];
  readonly refusals: Refusal[] = [];
  readonly limit: number | undefined;
  /** As it was before anybody translated any of it. */
  readonly scenario: Scenario;
  readonly #decide: Decide;

  constructor(scenario: Scenario, limit: number | undefined, decideBy: Decide = decide) {
    this.scenario = scenario;
    this.state = emptyExercise(scenario);
    this.limit = limit;
    this.#decide = decideBy;
  }

  get tableIds(): TableId[] {
    return this.state.casting.tables.map(({ tableId }) => tableId);
  }

  /** StartEx sets off so much that a low cap would leave no drill to play. */
  limitFor({ type }: Command): number | undefined {
    return type === 'StartExercise' ? undefined : this.limit;
  }

  submit(actor: Actor, command: Command): void {
    this.submissions.push({ actor, command, nowMs: this.nowMs });
    const submission = { actor, command };
    const limit = this.limitFor(command);
    const { facts, rejection } = this.#decide(this.state, submission, this.nowMs, limit);
    for (const fact of facts) {
      const before = this.state;
      this.state = evolve(before, fact);
      this.steps.push({ before, fact, after: this.state });
    }
    this.ends.push(this.steps.length);
    if (rejection !== null) this.refusals.push({ submission, rejection, at: this.steps.length });
  }
}

/** Plays the moves on the scenario, through `decide`, and keeps each fact with its two states. */
export function play(scenario: Scenario, moves: readonly Move[]): Played {
  const table = new Played(scenario, limitOf(moves));
  for (const { actor, command } of opening(scenario, moves)) table.submit(actor, command);
  for (const { what, a, b, c, waitMs } of moves) {
    table.nowMs += waitMs;
    const { actor, command } = nextSubmission(table.state, ((what * 31 + a) * 31 + b) * 31 + c);
    table.submit(actor, command);
  }
  return table;
}

/**
 * The same submissions at the same moments, with looks of the host's timer in between.
 * @param looks wall ms after each submission at which the timer looks, where it does.
 */
export function replayWithLooks(
  scenario: Scenario,
  moves: readonly Move[],
  looks: readonly number[],
): Played {
  return replayed(play(scenario, moves), looks);
}

/** As `replayWithLooks`, of a drill that was played already; with no looks, the drill as it was. */
export function replayed(drill: Played, looks: readonly number[], decideBy?: Decide): Played {
  const table = new Played(drill.scenario, drill.limit, decideBy);
  drill.submissions.forEach(({ actor, command, nowMs }, index) => {
    const lookMs = table.nowMs + (looks[index % looks.length] ?? Number.POSITIVE_INFINITY);
    // Before a recovery the host was away: nobody looked.
    if (lookMs < nowMs && command.type !== 'RecoverClock') {
      table.nowMs = lookMs;
      table.submit(host, { type: 'AdvanceClock' });
    }
    table.nowMs = nowMs;
    table.submit(actor, command);
  });
  return table;
}

/**
 * As it was played, by a host that looks whenever it was told to, and at no other time.
 * @param onWake what each of its looks brought.
 */
export function replayedOnTime(drill: Played, onWake: (facts: number) => void): Played {
  const table = new Played(drill.scenario, drill.limit);
  for (const { actor, command, nowMs } of drill.submissions) {
    for (;;) {
      const wakeMs = nextWakeMs(table.state);
      if (wakeMs === null || wakeMs >= nowMs || command.type === 'RecoverClock') break;
      table.nowMs = Math.max(wakeMs, table.nowMs);
      const length = table.steps.length;
      table.submit(host, { type: 'AdvanceClock' });
      onWake(table.steps.length - length);
    }
    table.nowMs = nowMs;
    table.submit(actor, command);
  }
  return table;
}

/** Now and then a cap so low that an ordinary cascade breaks it, early or late. */
function limitOf(moves: readonly Move[]): number | undefined {
  const pick = moves[1]?.a ?? 0;
  return pick % 4 === 3 ? 6 + ((moves[1]?.b ?? 0) % 12) : undefined;
}

function opening(scenario: Scenario, moves: readonly Move[]): Submission[] {
  const { a: pick = 0, b: people = 0, c: kind = 0 } = moves[0] ?? {};
  const casting = { type: 'CastTeams', casting: castingOf(scenario, pick) } as const;
  const arriving = players.filter(([, table], index) => {
    const isThere = casting.casting.tables.some(({ tableId }) => tableId === table);
    return isThere && (index < 2 || (people >> index) % 2 === 0);
  });
  return [
    {
      actor: host,
      command: {
        type: 'CreateExercise',
        exerciseId: 'exercise1' as ExerciseId,
        scenarioId: scenario.id,
        scenarioHash: 'hash',
        title: 'Random',
        seed: people,
        pace: pick % 3 === 0 ? 'confirm' : 'auto',
        mode: kind % 4 === 0 ? 'assess' : 'coach',
      },
    },
    { actor: host, command: casting },
    joining('director', 'director', null),
    { actor: director, command: { type: 'OpenLobby' } },
    ...(pick % 7 === 0 ? [{ actor: director, command: casting }] : []),
    ...arriving.map(([seatId, table]) => joining(seatId, 'player', table)),
    ...others.slice(1).map(([seatId, role]) => joining(seatId, role, null)),
    ...(kind % 3 === 0 ? commsCheck(arriving.map(([seatId]) => seatId)) : []),
    ...(pick % 11 === 0 ? [] : [{ actor: director, command: { type: 'StartExercise' } as const }]),
  ];
}

/** A test message, which all but one acknowledge. */
function commsCheck(seats: readonly string[]): Submission[] {
  return [
    { actor: director, command: { type: 'StartCommsCheck' } },
    ...seats.slice(1).map((seatId) => ({
      actor: asSeat(seatId),
      command: { type: 'AcknowledgeCommsCheck' } as const,
    })),
  ];
}
