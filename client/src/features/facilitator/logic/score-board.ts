/** Scores by table and by objective. Tables keep their order: nations are not ranked. */
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorScore, FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { groupBy } from './group-by';

export interface Total {
  readonly points: number;
  readonly maximum: number;
}

export interface ObjectiveScore extends Total {
  readonly objectiveId: string | null;
  readonly objective: LocalizedText | null;
}

export interface TableScore extends Total {
  readonly tableId: TableId;
  readonly objectives: readonly ObjectiveScore[];
  /** In the order of the events list. */
  readonly entries: readonly FacilitatorScore[];
}

type Source = Pick<FacilitatorView, 'cast' | 'scores' | 'injects'>;

export function scoreBoard({ cast, scores, injects }: Source): TableScore[] {
  const byTable = new Map<TableId, FacilitatorScore[]>(
    cast.tables.map(({ tableId }) => [tableId, []]),
  );
  for (const entry of Object.values(scores)) byTable.get(entry.tableId)?.push(entry);
  const orderOf = ({ injectId }: FacilitatorScore) =>
    injectId === null ? Number.MAX_SAFE_INTEGER : (injects[injectId]?.order ?? 0);
  return [...byTable].map(([tableId, entries]) => {
    entries.sort((a, b) => orderOf(a) - orderOf(b) || a.causedBy - b.causedBy);
    return { tableId, ...sum(entries), objectives: byObjective(entries), entries };
  });
}

function byObjective(entries: readonly FacilitatorScore[]): ObjectiveScore[] {
  const groups = groupBy(entries, ({ objectiveId }) => objectiveId);
  return [...groups]
    .map(([objectiveId, group]) => ({
      objectiveId,
      objective: group[0]?.objective ?? null,
      ...sum(group),
    }))
    .sort((a, b) => Number(a.objectiveId === null) - Number(b.objectiveId === null));
}

function sum(entries: readonly FacilitatorScore[]): Total {
  let points = 0;
  let maximum = 0;
  for (const entry of entries) {
    points += entry.points;
    maximum += entry.maximum;
  }
  return { points, maximum };
}
