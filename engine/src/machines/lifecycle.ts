/**
 * The exercise's lifecycle as a statechart. Three regions run side by side: how far the exercise is,
 * whether its clock runs, and whether somebody called REAL WORLD. `decide` asks it what is legal now.
 */
import { and, createMachine, stateIn, transition } from 'xstate';

export const lifecycleEvents = [
  'PREPARE',
  'OPEN_LOBBY',
  'STAFF',
  'PEOPLE',
  'TALK',
  'START',
  'CONDUCT',
  'PLAY',
  'PAUSE',
  'RESUME',
  'SPEED',
  'JUMP',
  'TICK',
  'CHECK',
  'EVALUATE',
  'REWIND',
  'RAISE',
  'LIFT',
  'END',
] as const;
export type LifecycleEvent = (typeof lifecycleEvents)[number];

const noRealWorld = stateIn({ world: 'play' });
/** Each region hears START; each must see for itself that the lobby is open. */
const canStart = and([noRealWorld, stateIn({ stage: 'lobby' })]);

export const lifecycleMachine = createMachine({
  id: 'exercise',
  type: 'parallel',
  states: {
    stage: {
      initial: 'draft',
      states: {
        draft: { on: { PREPARE: 'draft', STAFF: 'draft', OPEN_LOBBY: 'lobby' } },
        lobby: {
          on: {
            PREPARE: 'lobby',
            STAFF: 'lobby',
            PEOPLE: 'lobby',
            TALK: 'lobby',
            CHECK: 'lobby',
            START: { target: 'live', guard: canStart },
          },
        },
        live: {
          on: {
            STAFF: 'live',
            PEOPLE: 'live',
            TALK: 'live',
            TICK: 'live',
            EVALUATE: 'live',
            CONDUCT: { target: 'live', guard: noRealWorld },
            PLAY: { target: 'live', guard: noRealWorld },
            END: 'ended',
          },
        },
        ended: {
          on: {
            STAFF: 'ended',
            PEOPLE: 'ended',
            TALK: 'ended',
            EVALUATE: 'ended',
            REWIND: { target: 'live', guard: noRealWorld },
          },
        },
      },
    },
    clock: {
      initial: 'idle',
      states: {
        idle: { on: { START: { target: 'running', guard: canStart } } },
        running: {
          on: {
            PAUSE: 'paused',
            RAISE: 'paused',
            SPEED: 'running',
            JUMP: 'running',
            REWIND: { target: 'paused', guard: noRealWorld },
            END: 'stopped',
          },
        },
        paused: {
          on: {
            RESUME: { target: 'running', guard: noRealWorld },
            SPEED: 'paused',
            REWIND: { target: 'paused', guard: noRealWorld },
            END: 'stopped',
          },
        },
        stopped: { on: { REWIND: { target: 'paused', guard: noRealWorld } } },
      },
    },
    world: {
      initial: 'play',
      states: {
        play: {
          on: {
            RAISE: [
              { target: 'real', guard: stateIn({ stage: 'lobby' }) },
              { target: 'real', guard: stateIn({ stage: 'live' }) },
            ],
          },
        },
        real: { on: { LIFT: 'play' } },
      },
    },
  },
});

export interface LifecycleValue {
  readonly stage: 'draft' | 'lobby' | 'live' | 'ended';
  readonly clock: 'idle' | 'running' | 'paused' | 'stopped';
  readonly world: 'play' | 'real';
}

export const initialLifecycle: LifecycleValue = { stage: 'draft', clock: 'idle', world: 'play' };

/** What the chart has answered before: it has eight values and does not change. */
const answers = new Map<string, LifecycleValue | null>();

/** Where `event` leads from `value`, or null where it is not legal. */
export function nextLifecycle(value: LifecycleValue, event: LifecycleEvent): LifecycleValue | null {
  const key = `${value.stage} ${value.clock} ${value.world} ${event}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = ask(value, event);
  answers.set(key, answer);
  return answer;
}

function ask(value: LifecycleValue, event: LifecycleEvent): LifecycleValue | null {
  const snapshot = lifecycleMachine.resolveState({ value: { ...value } });
  if (!snapshot.can({ type: event })) return null;
  return toLifecycleValue(transition(lifecycleMachine, snapshot, { type: event })[0].value);
}

/** Reads a stored state value. It came from this machine, so its shape is known. */
export function toLifecycleValue(value: unknown): LifecycleValue {
  return value as LifecycleValue;
}
