/** Where now is in a list that goes by time: the first row that is yet to come. */
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { Standing } from './inject-standing';

const over: ReadonlySet<Standing> = new Set(['released', 'overdue', 'skipped', 'recalled']);

/** Its place; the end where nothing is to come. */
export function nowRow(
  rows: readonly { readonly id: InjectId }[],
  standings: ReadonlyMap<InjectId, Standing>,
): number {
  const found = rows.findIndex(({ id }) => !over.has(standings.get(id) ?? 'waiting'));
  return found < 0 ? rows.length : found;
}
