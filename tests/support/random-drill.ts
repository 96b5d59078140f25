/** Drills at random: people and the host do all they can do, most of it sensible, some of it not. */
import type { Command, CommandType } from '@trilogue/engine/exercise/commands';
import { decide } from '@trilogue/engine/exercise/decide';
import { evolve } from '@trilogue/engine/exercise/evolve';
import type { Actor, Fact } from '@trilogue/engine/exercise/facts';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import type { SeatId, TableId, TeamId } from '@trilogue/engine/protocol/ids';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import fc from 'fast-check';

/** One move of somebody: what, four numbers to choose by, and how much wall time passes before. */
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
    { weight: 2, arbitrary: fc.nat({ max: 90_000 }) },
  ),
});

export const randomMoves = (maxLength: number): fc.Arbitrary<Move[]> =>
  fc.array(move, { minLength: Math.floor(maxLength / 3), maxLength, size: 'max' });

export interface Step {
  readonly before: ExerciseState;
  readonly fact: Fact;
  readonly after: ExerciseState;
}

const startMs = Date.parse('2026-12-01T00:00:00Z');
const host: Actor = { kind: 'host' };
const asSeat = (id: string): Actor => ({ kind: 'seat', seatId: id as SeatId });
const director = asSeat('director');

/** A drill as it was played: its facts with the states around them, and who asked for what, when. */
export class Played {
  state: ExerciseState;
  nowMs = startMs;
  readonly steps: Step[] = [];
  readonly submissions: (Submission & { readonly nowMs: number })[] = [];
  readonly #limit: number | undefined;

  constructor(scenario: Scenario, limit: number | undefined) {
    this.state = emptyExercise(scenario);
    this.#limit = limit;
  }

  get tableIds(): TableId[] {
    return this.state.casting.tables.map(({ tableId }) => tableId);
  }

  submit(actor: Actor, command: Command): void {
    this.submissions.push({ actor, command, nowMs: this.nowMs });
    const { facts } = decide(this.state, { actor, command }, this.nowMs, this.#limit);
    for (const fact of facts) {
      const before = this.state;
      this.state = evolve(before, fact);
      this.steps.push({ before, fact, after: this.state });
    }
  }
}

/** Plays the moves on the scenario, through `decide`, and keeps each fact with its two states. */
export function play(scenario: Scenario, moves: readonly Move[]): Played {
  const table = new Played(scenario, limitOf(moves));
  for (const { actor, command } of opening(scenario, moves)) table.submit(actor, command);
  for (const next of moves) {
    table.nowMs += next.waitMs;
    const { actor, command } = toCommand(table.state, next);
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
  const table = new Played(scenario, limitOf(moves));
  play(scenario, moves).submissions.forEach(({ actor, command, nowMs }, index) => {
    const lookMs = table.nowMs + (looks[index % looks.length] ?? 0);
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

/** Now and then a cap so low that an ordinary cascade breaks it. */
function limitOf(moves: readonly Move[]): number | undefined {
  return (moves[1]?.a ?? 0) % 10 === 3 ? 6 : undefined;
}

export interface Submission {
  readonly actor: Actor;
  readonly command: Command;
}

function opening(scenario: Scenario, moves: readonly Move[]): Submission[] {
  const pick = moves[0]?.a ?? 0;
  return [
    {
      actor: host,
      command: {
        type: 'CreateExercise',
        exerciseId: 'exercise1' as never,
        scenarioId: scenario.id,
        scenarioHash: 'hash',
        title: 'Random',
        seed: 1,
        pace: pick % 3 === 0 ? 'confirm' : 'auto',
        mode: 'coach',
      },
    },
    { actor: host, command: castAt(scenario, pick) },
    { actor: host, command: joining('director', 'facilitator', null) },
    { actor: director, command: { type: 'OpenLobby' } },
    ...(pick % 7 === 0 ? [{ actor: director, command: castAt(scenario, pick) }] : []),
    { actor: host, command: joining('seat-a1', 'player', 'table-0') },
    { actor: host, command: joining('seat-b1', 'player', 'table-1') },
    { actor: host, command: joining('watcher', 'observer', null) },
    ...(pick % 11 === 0 ? [] : [{ actor: director, command: { type: 'StartExercise' } as const }]),
  ];
}

function joining(
  seatId: string,
  role: 'player' | 'facilitator' | 'observer',
  table: string | null,
) {
  return {
    type: 'JoinExercise',
    seatId: seatId as SeatId,
    role,
    tableId: table as TableId | null,
  } as const;
}

/** Two tables that share the teams; the last team now and then controlled, or dropped. */
function castAt(scenario: Scenario, pick: number): Command {
  const teams = scenario.teams.map(({ id }) => id);
  const last = teams.length > 2 && pick % 4 > 1 ? teams.slice(-1) : [];
  const played = teams.filter((id) => !last.includes(id));
  const split = Math.max(1, Math.floor(played.length / 2));
  const tables: [string, TeamId[]][] = [
    ['table-0', played.slice(0, split)],
    ['table-1', played.slice(split)],
  ];
  return {
    type: 'CastTeams',
    casting: {
      tables: tables.map(([tableId, teamIds]) => ({
        tableId: tableId as TableId,
        name: tableId,
        teamIds,
      })),
      controlled: pick % 4 === 2 ? last : [],
    },
  };
}

const players = ['seat-a1', 'seat-b1', 'seat-a2', 'seat-b2'];

/** How often each command is tried, of a hundred moves. */
const mix: readonly (readonly [CommandType, number])[] = [
  ['AdvanceClock', 11],
  ['AcknowledgeInject', 9],
  ['SendResponse', 10],
  ['MakeChoice', 10],
  ['OpenInject', 7],
  ['Confirm', 8],
  ['ReleaseInject', 4],
  ['HoldInject', 2],
  ['UnholdInject', 3],
  ['MoveInject', 2],
  ['SkipInject', 1],
  ['RecallInject', 2],
  ['TakeExit', 2],
  ['ExtendDeadline', 3],
  ['SendMessage', 4],
  ['PauseClock', 1],
  ['ResumeClock', 3],
  ['SetSpeed', 1],
  ['JumpToNext', 2],
  ['ShowScores', 2],
  ['JoinExercise', 2],
  ['MoveSeat', 1],
  ['LeaveExercise', 1],
  ['SetAsset', 2],
  ['SetIndicator', 3],
];
/** Rarer ones take turns in what is left. */
const rare: readonly CommandType[] = [
  'RaiseRealWorld',
  'LiftRealWorld',
  'SetPace',
  'RecoverClock',
  'StartExercise',
  'CastTeams',
  'EndExercise',
  'ReachMilestone',
];

function toCommand(state: ExerciseState, { what, a, b, c }: Move): Submission {
  let rest = what;
  for (const [type, weight] of mix) {
    if (rest < weight) return { actor: actorOf(type, a), command: build(type, state, a, b, c) };
    rest -= weight;
  }
  const type = rare[(a + b + c) % (state.realWorld === null ? rare.length : 2)] ?? 'SetPace';
  // An early end would make most logs short.
  const chosen = type === 'EndExercise' && c % 4 !== 0 ? 'SetPace' : type;
  return { actor: actorOf(chosen, a), command: build(chosen, state, a, b, c) };
}

const playerCommands: readonly CommandType[] = [
  'AcknowledgeInject',
  'SendResponse',
  'MakeChoice',
  'OpenInject',
  'SendMessage',
  'RaiseRealWorld',
];

function actorOf(type: CommandType, a: number): Actor {
  if (type === 'JoinExercise' || type === 'RecoverClock' || type === 'AdvanceClock') return host;
  if (playerCommands.includes(type) && a % 6 !== 5) return asSeat(players[a % 4] ?? '');
  return a % 29 === 7 ? asSeat('seat-a1') : director;
}

function build(type: CommandType, state: ExerciseState, a: number, b: number, c: number): Command {
  const { scenario } = state.playbook;
  const released = [...state.injects.entries()].filter(([, { status }]) => status === 'released');
  const due = [...state.injects.entries()].filter(([, { status }]) => status === 'due');
  const any = scenario.injects[b % scenario.injects.length];
  const anyId = any?.id as NonNullable<typeof any>['id'];
  const outId =
    (b % 9 === 0 ? undefined : released[b % Math.max(1, released.length)]?.[0]) ?? anyId;
  const choices = state.playbook.injects.get(outId)?.choices ?? [];
  const tables = state.casting.tables;
  const tableId = tables[c % Math.max(1, tables.length)]?.tableId ?? ('table-0' as TableId);
  const seatId = (players[c % 4] ?? '') as SeatId;
  const forTable = a % 6 === 5 ? { tableId } : {};
  const deadlines = [...state.expectations.values()];
  const deadline = deadlines[b % Math.max(1, deadlines.length)];
  const phases = [...state.playbook.phases.keys()];
  const exits = [...state.exits.values()].filter(({ status }) => status === 'due');
  const exit = exits[0];
  switch (type) {
    case 'CastTeams':
      return castAt(scenario, a);
    case 'JoinExercise':
      return joining(seatId, 'player', c % 2 === 0 ? 'table-0' : 'table-1');
    case 'MoveSeat':
      return { type, seatId, tableId };
    case 'LeaveExercise':
      return { type, seatId };
    case 'SetPace':
      return { type, pace: b % 2 === 0 ? 'auto' : 'confirm' };
    case 'SetSpeed':
      return { type, speed: 1 + (b % 5) };
    case 'RecoverClock':
      return { type, lastPlayMs: state.lastPlayMs + b * 1_000 };
    case 'Confirm':
      if (exit !== undefined && b % 3 === 0) {
        return { type, item: { kind: 'exit', phaseId: exit.phaseId, exit: exit.exit } };
      }
      return { type, item: { kind: 'inject', injectId: due[0]?.[0] ?? anyId } };
    case 'ReleaseInject':
    case 'HoldInject':
    case 'OpenInject':
      return { type, injectId: type === 'OpenInject' ? outId : anyId };
    case 'UnholdInject':
      return {
        type,
        injectId: [...state.injects.entries()].find(([, { isHeld }]) => isHeld)?.[0] ?? anyId,
      };
    case 'MoveInject':
      return { type, injectId: anyId, dueAtMs: state.lastPlayMs + c * 10_000 };
    case 'SkipInject':
      return { type, injectId: anyId, reason: 'skip' };
    case 'RecallInject':
      return { type, injectId: outId, reason: 'recall' };
    case 'TakeExit':
      return { type, phaseId: phases[b % phases.length] as never, exit: 0 };
    case 'ExtendDeadline':
      return {
        type,
        injectId: deadline?.injectId ?? anyId,
        expectationId: deadline?.expectationId ?? ('expectation-0' as never),
        tableId: deadline?.tableId ?? tableId,
        byMs: 1_000 + c * 5_000,
      };
    case 'SetAsset': {
      const assets = [...state.assets.keys()];
      const status = (['operational', 'degraded', 'isolated', 'compromised', 'down'] as const)[
        c % 5
      ];
      return { type, assetId: assets[b % assets.length] as never, status: status ?? 'down' };
    }
    case 'SetIndicator':
      return { type, indicatorId: 'trust' as never, value: b * 4 };
    case 'ReachMilestone':
      return { type, milestoneId: (b % 2 === 0 ? 'first' : 'second') as never };
    case 'ShowScores':
      return { type, players: b % 2 === 0, observers: c % 2 === 0 };
    case 'AcknowledgeInject':
      return { type, injectId: outId, ...forTable };
    case 'SendResponse':
      return { type, injectId: outId, text: `Answer ${b} ${c}`, ...forTable };
    case 'MakeChoice': {
      const open = released.filter(([id]) => state.playbook.injects.get(id)?.choices);
      const injectId = (b % 5 === 0 ? undefined : open[b % Math.max(1, open.length)]?.[0]) ?? outId;
      const offered = state.playbook.injects.get(injectId)?.choices ?? choices;
      const choiceId = offered[c % Math.max(1, offered.length)]?.id ?? ('none' as never);
      return { type, injectId, choiceId, ...forTable };
    }
    case 'SendMessage':
      return {
        type,
        thread:
          a % 6 === 5 && b % 2 === 0
            ? { kind: 'staff' }
            : { kind: 'table', tableId: (a % 2 === 0 ? 'table-0' : 'table-1') as TableId },
        text: `Message ${b}`,
        ...(a % 6 === 5 && c % 3 === 0 && { as: 'contact' as never }),
      };
    case 'PauseClock':
    case 'RaiseRealWorld':
    case 'EndExercise':
      return { type, reason: `reason ${b}` };
    case 'CreateExercise':
      throw new Error('created once, by the opening');
    default:
      return { type };
  }
}
