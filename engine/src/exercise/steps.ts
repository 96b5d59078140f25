/** Steps that both the clock and a controller's hand can take. */
import { activePhases, goTo, phaseMachine, takeExit } from '../machines/phases.js';
import type { InjectId, PhaseId, TableId } from '../protocol/ids.js';
import type { ExitRef } from '../scenario/playbook.js';
import type { FactBody, MachineValue } from './facts.js';
import type { ExerciseState } from './state.js';

/** An inject goes to every table that plays one of its recipients, once each. */
export function release(state: ExerciseState, injectId: InjectId): FactBody {
  const recipients = new Set(state.playbook.recipients.get(injectId));
  const tableIds: TableId[] = state.casting.tables
    .filter((table) => table.teamIds.some((teamId) => recipients.has(teamId)))
    .map((table) => table.tableId);
  return { type: 'InjectReleased', injectId, tableIds };
}

/** The change of phase that an exit makes; null where its phase is not active. */
export function takeExitFrom(state: ExerciseState, ref: ExitRef, isOpen: boolean): FactBody | null {
  if (state.phases === null) return null;
  const machine = phaseMachine(state.playbook.scenario);
  return phaseChange(state, takeExit(machine, state.phases, ref, isOpen));
}

/** The change of phase that an effect makes, from wherever the exercise is. */
export function enterPhase(state: ExerciseState, phaseId: PhaseId): FactBody | null {
  if (state.phases === null) return null;
  return phaseChange(state, goTo(phaseMachine(state.playbook.scenario), state.phases, phaseId));
}

function phaseChange(state: ExerciseState, phases: MachineValue | null): FactBody | null {
  if (phases === null || state.phases === null) return null;
  const before = activePhases(state.phases);
  const after = activePhases(phases);
  return {
    type: 'PhaseChanged',
    phases,
    left: before.filter((id) => !after.includes(id)),
    entered: after.filter((id) => !before.includes(id)),
  };
}
