/** Steps that the clock, a controller's hand and an effect can take. Each happens at a play time, in ms. */
import { activePhases, goTo, initialPhases, phaseMachine, takeExit } from '../machines/phases.js';
import type { InjectId, PhaseId, TableId } from '../protocol/ids.js';
import type { ExitRef } from '../scenario/playbook.js';
import type { MachineValue } from './fact-shape.js';
import type { FactBody, FactOf } from './facts.js';
import { isPossible } from './meetings.js';
import { type ExerciseState, injectOf, recipientsOf, scenarioTimeAt } from './state.js';

/** An inject goes to every table that plays one of its recipients, once each. */
export function release(state: ExerciseState, injectId: InjectId, playMs: number): FactBody {
  const recipients = new Set(recipientsOf(state, injectId));
  const tableIds: TableId[] = state.casting.tables
    .filter((table) => table.teamIds.some((teamId) => recipients.has(teamId)))
    .map((table) => table.tableId);
  const opens = openings(state, injectId, tableIds, playMs);
  return { type: 'InjectReleased', injectId, tableIds, opens };
}

/** An expectation holds for every recipient table that plays one of the teams it names. */
function openings(
  state: ExerciseState,
  injectId: InjectId,
  tableIds: readonly TableId[],
  playMs: number,
): FactOf<'InjectReleased'>['opens'] {
  const recipients = recipientsOf(state, injectId);
  const receiving = state.casting.tables.filter(({ tableId }) => tableIds.includes(tableId));
  return (injectOf(state, injectId)?.expectations ?? []).flatMap((expectation) => {
    const expected = expectation.teams ?? recipients;
    const dueAtMs = playMs + Math.round(expectation.withinMinutes * 60_000);
    return receiving
      .filter(({ teamIds }) => teamIds.some((teamId) => expected.includes(teamId)))
      .filter(({ tableId }) => isPossible(expectation, tableId, state))
      .map(({ tableId }) => ({ tableId, expectationId: expectation.id, dueAtMs }));
  });
}

/** StartEx: the first phase, with what is inside it. */
export function enterFirstPhases(state: ExerciseState, playMs: number): FactBody {
  const phases = initialPhases(phaseMachine(state.playbook.scenario));
  return phaseChange(state, [], phases, playMs);
}

/** The change of phase that an exit makes; null where its phase is not active. */
export function takeExitFrom(
  state: ExerciseState,
  ref: ExitRef,
  isOpen: boolean,
  playMs: number,
): FactBody | null {
  if (state.phases === null) return null;
  const machine = phaseMachine(state.playbook.scenario);
  const phases = takeExit(machine, state.phases, ref, isOpen);
  return phases === null ? null : phaseChange(state, activePhases(state.phases), phases, playMs);
}

/** The change of phase that an effect makes, from wherever the exercise is. */
export function enterPhase(
  state: ExerciseState,
  phaseId: PhaseId,
  playMs: number,
): FactBody | null {
  if (state.phases === null) return null;
  const phases = goTo(phaseMachine(state.playbook.scenario), state.phases, phaseId);
  return phases === null ? null : phaseChange(state, activePhases(state.phases), phases, playMs);
}

function phaseChange(
  state: ExerciseState,
  before: readonly PhaseId[],
  phases: MachineValue,
  playMs: number,
): FactBody {
  const after = activePhases(phases);
  const entered = after.filter((id) => !before.includes(id));
  return {
    type: 'PhaseChanged',
    phases,
    left: before.filter((id) => !after.includes(id)),
    entered,
    scenarioClock: scenarioClockAfter(state, entered, playMs),
  };
}

/** The innermost phase that sets a date or a rate sets scenario time; without one it goes on. */
function scenarioClockAfter(
  state: ExerciseState,
  entered: readonly PhaseId[],
  playMs: number,
): FactOf<'PhaseChanged'>['scenarioClock'] {
  return entered.reduce<FactOf<'PhaseChanged'>['scenarioClock']>((set, phaseId) => {
    const phase = state.playbook.phases.get(phaseId)?.phase;
    if (phase?.startsAt === undefined && phase?.rate === undefined) return set;
    const current = set ?? state.scenarioClock;
    return {
      phaseId,
      startsAtMs:
        phase.startsAt === undefined
          ? Math.round(scenarioTimeAt(current, playMs) ?? 0)
          : Date.parse(phase.startsAt),
      fromPlayMs: playMs,
      rate: phase.rate ?? current?.rate ?? 1,
    };
  }, null);
}
