/** The decider: a state, a command and the moment give facts, or a refusal. Pure. */
import { nextLifecycle } from '../machines/lifecycle.js';
import { type CommandRow, checkRight, commandTable } from './authorisation.js';
import type { Command, CommandType } from './commands.js';
import { advance } from './due.js';
import type { Actor } from './fact-shape.js';
import type { Fact } from './facts.js';
import { type Handler, handlers } from './handlers/registry.js';
import { type Rejection, reject } from './rejections.js';
import { CascadeTooLong, cascadeLimit, Run } from './run.js';
import type { ExerciseState } from './state.js';

export interface Submission {
  readonly actor: Actor;
  readonly command: Command;
  /** The epoch the sender saw. A command from before a rewind is refused. */
  readonly epoch?: number;
}

/**
 * What to append, and the refusal if there is one. A refused command may bring facts all the same:
 * what had come due before it, and an answer kept as a note.
 */
export interface Decision {
  readonly facts: readonly Fact[];
  readonly rejection: Rejection | null;
  /** The state that the facts lead to. */
  readonly state: ExerciseState;
  /** The state after each of the facts. */
  readonly states: readonly ExerciseState[];
}

/**
 * @param nowMs wall time in ms, monotonic; a value before the last fact's counts as that one.
 * @param limit most facts one cascade may have; beyond it the exercise is quarantined.
 */
export function decide(
  state: ExerciseState,
  submission: Submission,
  nowMs: number,
  limit = cascadeLimit,
): Decision {
  const now = Math.max(Math.floor(nowMs), state.lastAtMs);
  const run = new Run(state, submission.actor, now, limit);
  try {
    const rejection = attempt(run, submission);
    return { facts: run.facts, rejection, state: run.state, states: run.states };
  } catch (error) {
    if (error instanceof CascadeTooLong) {
      const { facts, state, states } = run;
      return { facts, rejection: quarantined(state), state, states };
    }
    throw error;
  }
}

/** An exercise that was put aside moves no more, but people can still talk, be safe, and end it. */
const evenInQuarantine: ReadonlySet<CommandType> = new Set<CommandType>([
  'RaiseRealWorld',
  'LiftRealWorld',
  'SendMessage',
  'Rewind',
  'ShowScores',
  'JoinExercise',
  'LeaveExercise',
  'RedactContent',
  'ErasePerson',
  'EndExercise',
]);

function attempt(run: Run, { command, epoch }: Submission): Rejection | null {
  const isAside = run.state.quarantine !== null;
  if (isAside && !evenInQuarantine.has(command.type)) return quarantined(run.state);
  if (run.state.exerciseId === null && command.type !== 'CreateExercise') {
    return reject('exercise/unknown', 'no such exercise yet');
  }
  if (epoch !== undefined && epoch !== run.state.epoch) {
    return reject('command/stale-epoch', 'the exercise was rewound since this was sent');
  }
  // Recovery sets the clock back to the last moment on record before anything comes due.
  if (command.type !== 'RecoverClock' && !isAside) catchUp(run);
  if (run.state.quarantine !== null && !evenInQuarantine.has(command.type)) {
    return quarantined(run.state);
  }
  const { actor, state } = run;
  const seat = actor.kind === 'seat' ? state.seats.get(actor.seatId) : null;
  if (seat === undefined || seat?.isGone) {
    return reject('command/not-allowed', 'this seat may not do that');
  }
  // Its right first: whoever may not learns nothing of the moment.
  const refused = checkRight(state, seat, command) ?? checkLifecycle(state, command);
  if (refused !== null) return refused;
  const handler = handlers[command.type] as Handler<CommandType>;
  const rejection = handler(run, command);
  // What the command made due at this very moment happens with it.
  if (!isAside) advance(run);
  return rejection;
}

/**
 * What had come due may put the exercise aside. The command then finds it so, as if the host's timer
 * had looked before: nobody's REAL WORLD may get lost over it.
 */
function catchUp(run: Run): void {
  try {
    advance(run);
  } catch (error) {
    if (!(error instanceof CascadeTooLong)) throw error;
  }
}

function checkLifecycle(state: ExerciseState, command: Command): Rejection | null {
  const { event: rule }: Pick<CommandRow, 'event'> = commandTable[command.type];
  const event = typeof rule === 'function' ? rule(command) : rule;
  if (event === null || nextLifecycle(state.lifecycle, event) !== null) return null;
  return state.realWorld !== null && event !== 'RAISE'
    ? reject('exercise/real-world', 'everything stands still until REAL WORLD is lifted')
    : reject('exercise/not-now', `not while the exercise is ${describe(state)}`, {
        ...state.lifecycle,
      });
}

function describe({ lifecycle }: ExerciseState): string {
  return lifecycle.stage === 'live' ? `live with its clock ${lifecycle.clock}` : lifecycle.stage;
}

function quarantined({ quarantine }: ExerciseState): Rejection {
  return reject('exercise/quarantined', quarantine?.detail ?? '');
}
