/** What should be ready before StartEx. Nothing here forbids it: the facilitator decides. */

import type { TableId } from '@trilogue/engine/protocol/ids';
import type { RosterEntry } from '@trilogue/engine/protocol/socket';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

/** What the facilitator ticks by hand. */
export interface HandTicks {
  readonly linksHandedOut: boolean;
  readonly soundTried: boolean;
}

/** Who has answered the communications check. */
export interface CommsHeard {
  /** Players who are connected. */
  readonly total: number;
  /** Names of those who have not pressed yet. */
  readonly silent: readonly string[];
}

export interface StartChecklist {
  readonly isCast: boolean;
  /** Tables at which nobody is connected now. */
  readonly emptyTables: readonly TableId[];
  /** Injects that reach no table as the teams are cast. */
  readonly unreached: number;
  readonly linksHandedOut: boolean;
  readonly soundTried: boolean;
  /** Null until somebody asks. */
  readonly heard: CommsHeard | null;
  readonly isReady: boolean;
}

export function startChecklist(
  view: Pick<FacilitatorView, 'cast' | 'injects' | 'commsCheck'>,
  roster: readonly RosterEntry[],
  ticks: HandTicks,
): StartChecklist {
  const tables = view.cast.tables.filter(({ isControl }) => !isControl);
  const players = roster.filter(({ isOnline, role }) => isOnline && role === 'player');
  const online = new Set(players.map((seat) => seat.tableId));
  const { commsCheck } = view;
  const heard = commsCheck && {
    total: players.length,
    silent: players
      .filter(({ seatId }) => !commsCheck.seatIds.includes(seatId))
      .map(({ name }) => name),
  };
  const emptyTables = tables.map(({ tableId }) => tableId).filter((id) => !online.has(id));
  const unreached = Object.values(view.injects).filter(({ to }) => to.length === 0).length;
  const isCast = view.cast.tables.length > 0;
  return {
    isCast,
    emptyTables,
    unreached,
    ...ticks,
    heard,
    isReady:
      isCast &&
      emptyTables.length === 0 &&
      ticks.linksHandedOut &&
      ticks.soundTried &&
      heard?.silent.length === 0,
  };
}

/** A join code in groups of five: `ABCDE-FGHJK`. */
export function groupCode(code: string): string {
  return code.match(/.{1,5}/g)?.join('-') ?? code;
}
