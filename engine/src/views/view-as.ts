/** What the staff see who look over a table's shoulder: what that table sees, and no more. */
import type { ExerciseState } from '../exercise/state.js';
import type { InjectId, TableId } from '../protocol/ids.js';
import { type Audience, type PlayerAudience, playerAudience } from './audience.js';
import { playerInjectBody, playerProjection } from './player-projection.js';
import type { PlayerInjectBody, PlayerView } from './player-view.js';

/** Null for everybody but staff, and for a table that is not there. */
export function viewAs(
  state: ExerciseState,
  audience: Audience,
  tableId: TableId,
): PlayerView | null {
  const table = tableAudience(state, audience, tableId);
  return table === null ? null : playerProjection.viewOf(state, table);
}

/** An inject as a table reads it; null as for `viewAs`, and for what the table did not get. */
export function bodyAs(
  state: ExerciseState,
  audience: Audience,
  tableId: TableId,
  injectId: InjectId,
): PlayerInjectBody | null {
  const table = tableAudience(state, audience, tableId);
  return table === null ? null : playerInjectBody(state, table, injectId);
}

function tableAudience(
  { casting }: ExerciseState,
  audience: Audience,
  tableId: TableId,
): PlayerAudience | null {
  const isThere = casting.tables.some((table) => table.tableId === tableId);
  return audience.role === 'facilitator' && isThere ? playerAudience(tableId) : null;
}
