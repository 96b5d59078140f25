/** Reporting clocks: how they start. */

import { obligationKey } from '../exercise/exchange-state.js';
import type { FactBody } from '../exercise/facts.js';
import { type ExerciseState, scenarioTimeAt } from '../exercise/state.js';
import type { ObligationId, TableId } from '../protocol/ids.js';

/** Starts the clock of every table that plays an obliged team; nothing where it runs already. */
export function startObligation(state: ExerciseState, obligationId: ObligationId): FactBody[] {
  const obligation = state.playbook.obligations.get(obligationId);
  const startedScenarioMs = scenarioTimeAt(state.scenarioClock, state.lastPlayMs);
  if (obligation === undefined || startedScenarioMs === null) return [];
  const tableIds = obligedTables(state, obligationId).filter(
    (tableId) => !state.obligations.has(obligationKey(obligationId, tableId)),
  );
  if (tableIds.length === 0) return [];
  const started = Math.round(startedScenarioMs);
  return [
    {
      type: 'ObligationStarted',
      obligationId,
      tableIds,
      startedScenarioMs: started,
      dueScenarioMs: started + Math.round(obligation.withinHours * 3_600_000),
    },
  ];
}

export function obligedTables(
  { playbook, casting }: ExerciseState,
  obligationId: ObligationId,
): TableId[] {
  const teams = playbook.obligations.get(obligationId)?.teams ?? [];
  return casting.tables
    .filter(({ teamIds }) => teamIds.some((teamId) => teams.includes(teamId)))
    .map(({ tableId }) => tableId);
}
