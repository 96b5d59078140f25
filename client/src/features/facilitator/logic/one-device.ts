/** Who already sits at a table that shares one device: a second one there is asked about first. */
import type { TableId } from '@trilogue/engine/protocol/ids';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';

export function deviceAt(
  roster: readonly RosterEntry[],
  tableId: TableId,
  isOneDevice: boolean,
): RosterEntry | null {
  if (!isOneDevice) return null;
  return roster.find((seat) => seat.role === 'player' && seat.tableId === tableId) ?? null;
}
