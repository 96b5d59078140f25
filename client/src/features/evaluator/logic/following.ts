/** Which teams and objectives an evaluator follows: chosen on this device, everything until then. */
import type { ObjectiveId, TableId } from '@trilogue/engine/protocol/ids';
import type {
  FacilitatorObjective,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';

/** As kept on the device. An empty list stands for all. */
export interface Following {
  readonly tables: readonly string[];
  readonly objectives: readonly string[];
}

export const followsAll: Following = { tables: [], objectives: [] };

export interface Followed {
  readonly tables: readonly TableId[];
  readonly objectives: readonly FacilitatorObjective[];
}

/** What was chosen and is still there; where nothing of it is, all of it. Control's table is nobody's. */
export function followedOf(
  { cast, objectives }: Pick<FacilitatorView, 'cast' | 'objectives'>,
  following: Following,
): Followed {
  const tables = cast.tables.filter(({ isControl }) => !isControl).map(({ tableId }) => tableId);
  const all = Object.values(objectives);
  return {
    tables: chosenOf(tables, (tableId) => following.tables.includes(tableId)),
    objectives: chosenOf(all, ({ id }: { id: ObjectiveId }) => following.objectives.includes(id)),
  };
}

function chosenOf<Item>(all: readonly Item[], isChosen: (item: Item) => boolean): readonly Item[] {
  const chosen = all.filter(isChosen);
  return chosen.length === 0 ? all : chosen;
}
