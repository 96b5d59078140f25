/** A random drill played again on a canary scenario, in which whatever is typed is a canary, too. */
import type { Command } from '@trilogue/engine/exercise/commands';
import { decide } from '@trilogue/engine/exercise/decide';
import { evolve } from '@trilogue/engine/exercise/evolve';
import type { Rejection } from '@trilogue/engine/exercise/rejections';
import { type ExerciseState, emptyExercise } from '@trilogue/engine/exercise/state';
import type { InjectId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { Scenario } from '@trilogue/engine/scenario/schema';
import { type Canary, plant, rename } from './canary.js';
import { type Move, play, type Step, type Submission } from './random-drill.js';

export type Sent = Submission & { readonly nowMs: number };

export interface Refused {
  readonly submission: Submission;
  readonly rejection: Rejection;
  /** How many steps the log had when it was refused. */
  readonly at: number;
}

export interface CanaryDrill {
  readonly canary: Canary;
  readonly submissions: readonly Sent[];
  readonly steps: readonly Step[];
  /** Up to where the log had grown after each submission. */
  readonly ends: readonly number[];
  readonly refusals: readonly Refused[];
  readonly state: ExerciseState;
  readonly nowMs: number;
  readonly limit: number | undefined;
}

export function playCanaries(scenario: Scenario, moves: readonly Move[]): CanaryDrill {
  const canary = plant(scenario);
  const ids = new Map(canary.ids);
  for (const id of ['table-0', 'table-1']) {
    const token = canary.tokens.mint({ kind: 'table', of: '' });
    ids.set(id, canary.tokens.note(token, { kind: 'table', of: token }));
  }
  for (const id of ['director', 'watcher', 'seat-a1', 'seat-a2', 'seat-b1', 'seat-b2']) {
    const token = canary.tokens.mint({ kind: 'seat', of: '' });
    ids.set(id, canary.tokens.note(token, { kind: 'seat', of: token }));
  }
  const all = { ...canary, ids };
  const { submissions: played, state } = play(scenario, moves);
  const nowMs = played.at(-1)?.nowMs ?? 0;
  const submissions = [...played, ...finale(state, nowMs)].map(({ actor, command, nowMs }) => ({
    // Renaming keeps the shape of what it renames.
    actor: rename(actor, all) as Submission['actor'],
    command: typed(rename(command, all) as Command, all),
    nowMs,
  }));
  // Now and then a cap so low that an ordinary cascade breaks it.
  const limit = (moves[1]?.a ?? 0) % 10 === 3 ? 12 : undefined;
  return replay(all, submissions, limit);
}

/** What random moves come to seldom: something real happens, the scores come out, it all ends. */
function finale({ playbook }: ExerciseState, nowMs: number): Sent[] {
  const director = { kind: 'seat', seatId: 'director' as SeatId } as const;
  const player = { kind: 'seat', seatId: 'seat-a1' as SeatId } as const;
  const skipped = playbook.scenario.injects.at(-1)?.id as InjectId;
  const table = { kind: 'table', tableId: 'table-0' as TableId } as const;
  return [
    { actor: director, command: { type: 'SkipInject', injectId: skipped, reason: '-' } },
    { actor: director, command: { type: 'SendMessage', thread: { kind: 'staff' }, text: '-' } },
    { actor: player, command: { type: 'SendMessage', thread: table, text: '-' } },
    { actor: player, command: { type: 'RaiseRealWorld', reason: '-' } },
    { actor: director, command: { type: 'LiftRealWorld' } },
    { actor: director, command: { type: 'ShowScores', players: true, observers: true } },
    { actor: director, command: { type: 'EndExercise', reason: '-' } },
  ].map((submission) => ({ ...(submission as Submission), nowMs }));
}

/** Every fact with its two states, and every refusal. */
export function replay(
  canary: Canary,
  submissions: readonly Sent[],
  limit: number | undefined,
): CanaryDrill {
  let state = emptyExercise(canary.scenario);
  const steps: Step[] = [];
  const ends: number[] = [];
  const refusals: Refused[] = [];
  for (const { actor, command, nowMs } of submissions) {
    const { facts, rejection } = decide(state, { actor, command }, nowMs, limit);
    for (const fact of facts) {
      const before = state;
      state = evolve(before, fact);
      steps.push({ before, fact, after: state });
    }
    ends.push(steps.length);
    if (rejection !== null) {
      refusals.push({ submission: { actor, command }, rejection, at: steps.length });
    }
  }
  const nowMs = submissions.at(-1)?.nowMs ?? 0;
  return { canary, submissions, steps, ends, refusals, state, nowMs, limit };
}

/** The same command with a token for each text that a person wrote. */
function typed(command: Command, { tokens, scenario }: Canary): Command {
  const token = () => tokens.mint({ kind: 'typed', of: command.type });
  switch (command.type) {
    case 'CreateExercise': {
      const of = scenario.id;
      const title = tokens.mint({ kind: 'exercise title', of });
      return { ...command, title, scenarioHash: tokens.mint({ kind: 'scenario id', of }) };
    }
    case 'CastTeams':
      return {
        ...command,
        casting: {
          ...command.casting,
          tables: command.casting.tables.map((table) => ({
            ...table,
            name: `Table ${tokens.mint({ kind: 'table', of: table.tableId })}`,
          })),
        },
      };
    case 'SendResponse':
    case 'SendMessage':
      return { ...command, text: `Typed ${token()}` };
    case 'PauseClock':
    case 'SkipInject':
    case 'RecallInject':
    case 'RaiseRealWorld':
    case 'EndExercise':
      return { ...command, reason: `Because ${token()}` };
    default:
      return command;
  }
}
