/**
 * A scenario's phases compiled to a statechart, nested and parallel as they are written. Whether an
 * exit's condition holds travels in the event: the chart looks at nothing but its own state.
 */
import {
  type AnyStateMachine,
  createMachine,
  type EventObject,
  initialTransition,
  transition,
} from 'xstate';
import type { MachineValue } from '../exercise/fact-shape.js';
import type { PhaseId } from '../protocol/ids.js';
import { type ExitRef, walkPhases } from '../scenario/playbook.js';
import type { Phase, Scenario } from '../scenario/schema.js';

export interface ExitEvent extends EventObject {
  /** Whether the exit's condition holds, or a controller opens it by hand. */
  readonly isOpen: boolean;
}

interface PhaseNode {
  id: string;
  type?: 'parallel';
  initial?: string;
  states?: Record<string, PhaseNode>;
  on?: Record<string, { target: string; guard: (args: { event: EventObject }) => boolean }>;
}

export function compilePhases(scenario: Scenario): AnyStateMachine {
  const ids: PhaseId[] = [];
  walkPhases(scenario.phases, null, ({ id }) => ids.push(id));
  return createMachine({
    id: 'phases',
    ...inner(scenario.phases, 'sequence'),
    on: Object.fromEntries(ids.map((id) => [`GOTO ${id}`, { target: `#${id}` }])),
    // The configuration is built from data, so its literal type can't be inferred.
  } as Parameters<typeof createMachine>[0]);
}

export function exitEventType({ phaseId, exit }: ExitRef): string {
  return `EXIT ${phaseId} ${exit}`;
}

/** The chart's value at StartEx. */
export function initialPhases(machine: AnyStateMachine): MachineValue {
  return toValue(initialTransition(machine)[0].value);
}

/** Where an exit leads from `value`, or null where the phase is not active or the exit not open. */
export function takeExit(
  machine: AnyStateMachine,
  value: MachineValue,
  ref: ExitRef,
  opened: boolean,
): MachineValue | null {
  const snapshot = machine.resolveState({ value, context: {} });
  const event: ExitEvent = { type: exitEventType(ref), isOpen: opened };
  if (!snapshot.can(event)) return null;
  return toValue(transition(machine, snapshot, event)[0].value);
}

/** Where an effect that enters a phase leads. */
export function goTo(
  machine: AnyStateMachine,
  value: MachineValue,
  phaseId: PhaseId,
): MachineValue | null {
  const snapshot = machine.resolveState({ value, context: {} });
  const event = { type: `GOTO ${phaseId}` };
  return snapshot.can(event) ? toValue(transition(machine, snapshot, event)[0].value) : null;
}

/** The phases that are active in a value, outer ones first. */
export function activePhases(value: MachineValue): PhaseId[] {
  if (typeof value === 'string') return [value as PhaseId];
  return Object.entries(value).flatMap(([id, deeper]) => [
    id as PhaseId,
    ...(typeof deeper === 'object' && Object.keys(deeper).length === 0 ? [] : activePhases(deeper)),
  ]);
}

function inner(
  phases: readonly Phase[],
  mode: Phase['mode'],
): Pick<PhaseNode, 'type' | 'initial' | 'states'> {
  const states = Object.fromEntries(phases.map((phase) => [phase.id, toNode(phase)]));
  return mode === 'parallel'
    ? { type: 'parallel', states }
    : { initial: phases[0]?.id ?? '', states };
}

function toNode(phase: Phase): PhaseNode {
  return {
    id: phase.id,
    ...(phase.phases === undefined ? {} : inner(phase.phases, phase.mode)),
    on: Object.fromEntries(
      phase.exits.map((exit, index) => [
        exitEventType({ phaseId: phase.id, exit: index }),
        { target: `#${exit.to}`, guard: isOpen },
      ]),
    ),
  };
}

function isOpen({ event }: { event: EventObject }): boolean {
  return (event as ExitEvent).isOpen;
}

/** xstate's type allows holes that a value of this chart never has. */
function toValue(value: unknown): MachineValue {
  return value as MachineValue;
}

/** By its phases: a scenario of which some other words were translated has the same. */
const compiled = new WeakMap<Scenario['phases'], AnyStateMachine>();

/** The chart of a scenario, compiled once. */
export function phaseMachine(scenario: Scenario): AnyStateMachine {
  const known = compiled.get(scenario.phases);
  if (known !== undefined) return known;
  const machine = compilePhases(scenario);
  compiled.set(scenario.phases, machine);
  return machine;
}
