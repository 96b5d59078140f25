/** Steps that both the clock and a controller's hand can take. */
import { activePhases, phaseMachine, takeExit } from '../machines/phases.js';
import type { InjectId, TableId } from '../protocol/ids.js';
import type { ExitRef } from '../scenario/playbook.js';
import type { FactBody } from './facts.js';
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
  const phases = takeExit(phaseMachine(state.playbook.scenario), state.phases, ref, isOpen);
  if (phases === null) return null;
  const before = activePhases(state.phases);
  const after = activePhases(phases);
  return {
    type: 'PhaseChanged',
    phases,
    left: before.filter((id) => !after.includes(id)),
    entered: after.filter((id) => !before.includes(id)),
  };
}
