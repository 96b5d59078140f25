/** What should be ready before StartEx. Nothing here forbids it: the facilitator decides. */

import type { TableId } from '@trilogue/engine/protocol/ids';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

/** What the facilitator ticks by hand. */
export interface HandTicks {
  readonly linksHandedOut: boolean;
  readonly commsChecked: boolean;
}

export interface StartChecklist {
  readonly isCast: boolean;
  /** Tables at which nobody is connected now. */
  readonly emptyTables: readonly TableId[];
  /** Injects that reach no table as the teams are cast. */
  readonly unreached: number;
  readonly linksHandedOut: boolean;
  readonly commsChecked: boolean;
  readonly isReady: boolean;
}

export function startChecklist(
  view: Pick<FacilitatorView, 'cast' | 'injects'>,
  roster: readonly RosterEntry[],
  ticks: HandTicks,
): StartChecklist {
  const tables = view.cast.tables.filter(({ isControl }) => !isControl);
  const online = new Set(
    roster
      .filter(({ isOnline, role }) => isOnline && role === 'player')
      .map((seat) => seat.tableId),
  );
  const emptyTables = tables.map(({ tableId }) => tableId).filter((id) => !online.has(id));
  const unreached = Object.values(view.injects).filter(({ to }) => to.length === 0).length;
  const isCast = view.cast.tables.length > 0;
  return {
    isCast,
    emptyTables,
    unreached,
    ...ticks,
    isReady: isCast && emptyTables.length === 0 && ticks.linksHandedOut && ticks.commsChecked,
  };
}

/** A join code in groups of five: `ABCDE-FGHJK`. */
export function groupCode(code: string): string {
  return code.match(/.{1,5}/g)?.join('-') ?? code;
}
