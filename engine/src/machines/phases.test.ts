import { describe, expect, test } from 'vitest';
import type { MachineValue } from '../exercise/fact-shape.js';
import type { PhaseId } from '../protocol/ids.js';
import { type ExitRef, toPlaybook } from '../scenario/playbook.js';
import type { Phase, Scenario } from '../scenario/schema.js';
import { host, minutes, running } from '../testing/drill.js';
import { sampleScenario } from '../testing/sample-scenario.js';
import { activePhases, compilePhases, initialPhases, takeExit } from './phases.js';

const scenario = sampleScenario();
const machine = compilePhases(scenario);
const refs: ExitRef[] = [...toPlaybook(scenario).phases.values()].flatMap(({ phase }) =>
  phase.exits.map((_, exit) => ({ phaseId: phase.id, exit })),
);

describe('phases', () => {
  test('[PHASE1] the first phase is entered, with all of its inner ones', () => {
    expect(initialPhases(machine)).toBe('day-1');
    const next = takeExit(machine, 'day-1', { phaseId: 'day-1' as PhaseId, exit: 0 }, true);
    expect(next).toEqual({ 'day-2': { quay: 'gates', press: {} } });
    expect(activePhases(next ?? '')).toEqual(['day-2', 'quay', 'gates', 'press']);
  });

  test('[PHASE2] over every value and every exit, the chart does what the scenario says', () => {
    expect(values().length).toBe(3);
    for (const value of values()) {
      for (const ref of refs) {
        expect(takeExit(machine, value, ref, false)).toBeNull();
        expect(takeExit(machine, value, ref, true)).toEqual(expected(scenario, value, ref));
      }
    }
  });

  test('[PHASE3] over every value and every exit, the decider follows the chart', () => {
    for (const value of values()) {
      for (const ref of refs) {
        const drill = running(scenario);
        if (value !== 'day-1') {
          drill.do(host, { type: 'TakeExit', phaseId: 'day-1' as PhaseId, exit: 0 });
          if (JSON.stringify(value).includes('yard')) {
            drill.do(host, { type: 'TakeExit', phaseId: 'gates' as PhaseId, exit: 0 });
          }
        }
        expect(drill.state.phases).toEqual(value);
        const target = takeExit(machine, value, ref, true);
        const { rejection } = drill.submit(host, { type: 'TakeExit', ...ref });
        expect(rejection?.code ?? null).toBe(target === null ? 'exit/unknown' : null);
        expect(drill.state.phases).toEqual(target ?? value);
      }
    }
  });

  test('[PHASE4] no exit can be taken out unnoticed', () => {
    for (const gone of refs) {
      const spoilt = compilePhases(withoutExit(scenario, gone));
      const differs = values().some((value) =>
        refs.some(
          (ref) =>
            JSON.stringify(takeExit(spoilt, value, ref, true)) !==
            JSON.stringify(expected(scenario, value, ref)),
        ),
      );
      expect([gone.phaseId, differs]).toEqual([gone.phaseId, true]);
    }
  });

  test('[PHASE5] scenario time stands in the next phase’s hour once it is entered', () => {
    const drill = running(scenario);
    drill.wait(minutes(10));
    expect(drill.state.scenarioClock?.phaseId).toBe('day-2');
  });
});

/** Every value that can be reached. */
function values(): MachineValue[] {
  const found = new Map<string, MachineValue>();
  const queue = [initialPhases(machine)];
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    const key = JSON.stringify(value);
    if (found.has(key)) continue;
    found.set(key, value);
    for (const ref of refs) {
      const next = takeExit(machine, value, ref, true);
      if (next !== null) queue.push(next);
    }
  }
  return [...found.values()];
}

/** What the scenario says, worked out without the chart. */
function expected(from: Scenario, value: MachineValue, ref: ExitRef): MachineValue | null {
  const go = (phases: readonly Phase[], current: MachineValue): MachineValue | null => {
    const here = typeof current === 'string' ? { [current]: {} } : current;
    for (const phase of phases) {
      const inside = here[phase.id];
      if (inside === undefined) continue;
      if (phase.id === ref.phaseId) {
        const target = phases.find(({ id }) => id === phase.exits[ref.exit]?.to);
        return target === undefined ? null : enter(target);
      }
      const deeper = phase.phases === undefined ? null : go(phase.phases, inside);
      if (deeper !== null) return { ...here, [phase.id]: deeper };
    }
    return null;
  };
  return go(from.phases, value);
}

function enter(phase: Phase): MachineValue {
  if (phase.phases === undefined) return phase.id;
  const entered = phase.mode === 'parallel' ? phase.phases : phase.phases.slice(0, 1);
  const leaf = (inner: Phase): MachineValue => {
    const value = enter(inner);
    return typeof value === 'string' ? {} : (value[inner.id] ?? {});
  };
  if (phase.mode === 'parallel') {
    return { [phase.id]: Object.fromEntries(entered.map((inner) => [inner.id, leaf(inner)])) };
  }
  const [first] = entered;
  return { [phase.id]: first === undefined ? {} : enter(first) };
}

function withoutExit(from: Scenario, gone: ExitRef): Scenario {
  const strip = (phases: readonly Phase[]): Phase[] =>
    phases.map((phase) => ({
      ...phase,
      exits: phase.exits.filter((_, exit) => phase.id !== gone.phaseId || exit !== gone.exit),
      ...(phase.phases && { phases: strip(phase.phases) }),
    }));
  return { ...from, phases: strip(from.phases) };
}
