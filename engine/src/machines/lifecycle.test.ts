import { describe, expect, test } from 'vitest';
import { createMachine, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import type { Command } from '../exercise/commands.js';
import type { ExerciseId, SeatId, TeamId } from '../protocol/ids.js';
import { Drill, host, inject, inLobby, join, running, seat, table } from '../testing/drill.js';
import { sampleScenario } from '../testing/sample-scenario.js';
import {
  type LifecycleEvent,
  type LifecycleValue,
  lifecycleEvents,
  lifecycleMachine,
  nextLifecycle,
  toLifecycleValue,
} from './lifecycle.js';

/** Written out by hand, apart from the chart: where each event is legal, and what it changes. */
const rules: Record<
  LifecycleEvent,
  { legal: (v: LifecycleValue) => boolean; change: (v: LifecycleValue) => Partial<LifecycleValue> }
> = {
  PREPARE: { legal: ({ stage }) => stage === 'draft' || stage === 'lobby', change: () => ({}) },
  OPEN_LOBBY: { legal: ({ stage }) => stage === 'draft', change: () => ({ stage: 'lobby' }) },
  STAFF: { legal: () => true, change: () => ({}) },
  PEOPLE: { legal: ({ stage }) => stage !== 'draft', change: () => ({}) },
  TALK: { legal: ({ stage }) => stage !== 'draft', change: () => ({}) },
  START: {
    legal: ({ stage, world }) => stage === 'lobby' && world === 'play',
    change: () => ({ stage: 'live', clock: 'running' }),
  },
  CONDUCT: {
    legal: ({ stage, world }) => stage === 'live' && world === 'play',
    change: () => ({}),
  },
  PLAY: { legal: ({ stage, world }) => stage === 'live' && world === 'play', change: () => ({}) },
  PAUSE: { legal: ({ clock }) => clock === 'running', change: () => ({ clock: 'paused' }) },
  RESUME: {
    legal: ({ clock, world }) => clock === 'paused' && world === 'play',
    change: () => ({ clock: 'running' }),
  },
  SPEED: { legal: ({ clock }) => clock === 'running' || clock === 'paused', change: () => ({}) },
  JUMP: { legal: ({ clock }) => clock === 'running', change: () => ({}) },
  TICK: { legal: ({ stage }) => stage === 'live', change: () => ({}) },
  CHECK: { legal: ({ stage }) => stage === 'lobby', change: () => ({}) },
  EVALUATE: { legal: ({ stage }) => stage === 'live' || stage === 'ended', change: () => ({}) },
  // From wherever play had got to, its end too, back to a moment at which it stands.
  REWIND: {
    legal: ({ stage, world }) => (stage === 'live' || stage === 'ended') && world === 'play',
    change: () => ({ stage: 'live', clock: 'paused' }),
  },
  RAISE: {
    legal: ({ stage, world }) => world === 'play' && (stage === 'lobby' || stage === 'live'),
    change: ({ clock }) => ({ world: 'real', clock: clock === 'running' ? 'paused' : clock }),
  },
  LIFT: { legal: ({ world }) => world === 'real', change: () => ({ world: 'play' }) },
  END: {
    legal: ({ stage }) => stage === 'live',
    change: () => ({ stage: 'ended', clock: 'stopped' }),
  },
};

/** A command that asks for each event. Where play may be taken back to depends on its log. */
const commands: Record<Exclude<LifecycleEvent, 'REWIND'>, Command> = {
  PREPARE: {
    type: 'CastTeams',
    casting: {
      tables: ['jp', 'ph'].map((id) => ({
        tableId: table(id),
        name: id,
        teamIds: (id === 'jp' ? ['jp-port', 'jp-cert'] : ['ph-customs']) as TeamId[],
      })),
      controlled: [],
    },
  },
  OPEN_LOBBY: { type: 'OpenLobby' },
  STAFF: { type: 'SetPace', pace: 'confirm' },
  PEOPLE: {
    type: 'JoinExercise',
    seatId: 'late-observer' as SeatId,
    role: 'observer',
    tableId: null,
  },
  TALK: { type: 'SendMessage', thread: { kind: 'staff' }, text: 'Hello' },
  START: { type: 'StartExercise' },
  CONDUCT: { type: 'HoldInject', injectId: inject('silence') },
  PLAY: { type: 'AcknowledgeInject', injectId: inject('by-hand'), tableId: table('ph') },
  PAUSE: { type: 'PauseClock', reason: '' },
  RESUME: { type: 'ResumeClock' },
  SPEED: { type: 'SetSpeed', speed: 2 },
  JUMP: { type: 'JumpToNext' },
  TICK: { type: 'AdvanceClock' },
  CHECK: { type: 'StartCommsCheck' },
  EVALUATE: {
    type: 'NoteObservation',
    tableId: null,
    objectiveId: null,
    momentPlayMs: null,
    kind: 'strength',
    importance: 'normal',
    release: { kind: 'kept' },
    text: 'Calm from the first minute',
  },
  RAISE: { type: 'RaiseRealWorld', reason: '' },
  LIFT: { type: 'LiftRealWorld' },
  END: { type: 'EndExercise', reason: '' },
};

/** Play goes back to StartEx, as soon as there was one. */
function commandFor(event: LifecycleEvent, { log }: Drill): Command {
  if (event !== 'REWIND') return commands[event];
  const started = log.find(({ type }) => type === 'ExerciseStarted');
  return { type: 'Rewind', toSeq: started?.seq ?? 1, reason: '' };
}

const scenario = sampleScenario();
const paths = getShortestPaths(lifecycleMachine, {
  events: lifecycleEvents.map((type) => ({ type })),
});

describe('the lifecycle', () => {
  test('[MACH1] eight values can be reached', () => {
    expect(paths).toHaveLength(8);
  });

  for (const path of paths) {
    const value = toLifecycleValue(path.state.value);
    const name = `${value.stage}, clock ${value.clock}, ${value.world}`;
    const events = path.steps.map(({ event }) => event.type as LifecycleEvent | 'xstate.init');

    test(`[MACH2] in ${name} the decider accepts what the chart allows, and folds to its target`, () => {
      for (const event of lifecycleEvents) {
        const drill = walk(events);
        expect(drill.state.lifecycle).toEqual(value);
        const target = nextLifecycle(value, event);
        const actor = event === 'PEOPLE' ? host : seat('facilitator');
        const { rejection } = drill.submit(actor, commandFor(event, drill));
        expect([event, rejection === null]).toEqual([event, target !== null]);
        if (rejection === null) expect(drill.state.lifecycle).toEqual(target);
        else expect(rejection.code).toMatch(/^exercise\/(not-now|real-world)$/);
      }
    });

    test(`[MACH3] in ${name} the chart does what the rules say`, () => {
      expect(disagreements(value, nextLifecycle)).toEqual([]);
    });
  }

  test('[MACH4] no transition can be taken out unnoticed', () => {
    const values = paths.map(({ state }) => toLifecycleValue(state.value));
    const transitions = transitionsOf(lifecycleMachine.config as ChartNode);
    expect(transitions.length).toBeGreaterThan(25);
    for (const { path, event } of transitions) {
      const machine = createMachine(
        // The chart's own configuration, less one entry.
        without(lifecycleMachine.config as ChartNode, path, event) as Parameters<
          typeof createMachine
        >[0],
      );
      const next = (value: LifecycleValue, type: LifecycleEvent): LifecycleValue | null => {
        const snapshot = machine.resolveState({ value: { ...value } });
        return snapshot.can({ type })
          ? toLifecycleValue(transition(machine, snapshot, { type })[0].value)
          : null;
      };
      const found = values.flatMap((value) => disagreements(value, next));
      expect([path.join('.'), event, found.length > 0]).toEqual([path.join('.'), event, true]);
    }
  });
});

function disagreements(
  value: LifecycleValue,
  next: (value: LifecycleValue, event: LifecycleEvent) => LifecycleValue | null,
): string[] {
  return lifecycleEvents.filter((event) => {
    const { legal, change } = rules[event];
    const expected = legal(value) ? { ...value, ...change(value) } : null;
    return JSON.stringify(next(value, event)) !== JSON.stringify(expected);
  });
}

/** A drill brought to where the path leads, by commands. */
function walk(events: readonly string[]): Drill {
  const stages = events.filter((event) => event !== 'xstate.init') as LifecycleEvent[];
  const drill = stages.includes('START')
    ? running(scenario)
    : stages.includes('OPEN_LOBBY')
      ? inLobby(scenario)
      : draft();
  if (stages.includes('START')) {
    drill.do(host, { type: 'ReleaseInject', injectId: inject('by-hand') });
  }
  for (const event of stages) {
    if (event === 'OPEN_LOBBY' || event === 'START') continue;
    drill.do(seat('facilitator'), commandFor(event, drill));
  }
  return drill;
}

function draft(): Drill {
  const drill = new Drill(scenario);
  drill.do(host, {
    type: 'CreateExercise',
    exerciseId: 'exercise1' as ExerciseId,
    scenarioId: scenario.id,
    scenarioHash: 'hash',
    title: 'A drill',
    seed: 1,
    pace: 'auto',
    mode: 'coach',
  });
  drill.do(host, commands.PREPARE);
  join(drill, 'facilitator', 'director', null);
  return drill;
}

interface ChartNode {
  on?: Record<string, unknown>;
  states?: Record<string, ChartNode>;
}

function transitionsOf(node: ChartNode, path: string[] = []): { path: string[]; event: string }[] {
  return [
    ...Object.keys(node.on ?? {}).map((event) => ({ path, event })),
    ...Object.entries(node.states ?? {}).flatMap(([key, inner]) =>
      transitionsOf(inner, [...path, key]),
    ),
  ];
}

function without(node: ChartNode, path: readonly string[], event: string): ChartNode {
  const [first, ...rest] = path;
  if (first === undefined) {
    const { [event]: _, ...on } = node.on ?? {};
    return { ...node, on };
  }
  const inner = node.states?.[first];
  return {
    ...node,
    states: { ...node.states, ...(inner && { [first]: without(inner, rest, event) }) },
  };
}
