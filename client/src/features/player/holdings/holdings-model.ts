/** What a table holds, what it passed on and was told, and which requests wait, as lists to show. */
import type { HoldingView, RequestView, ShareView } from '@trilogue/engine/views/exchange-view';
import type { PlayerView } from '@trilogue/engine/views/player-view';

export type Marking = HoldingView['marking'];

export const holdingKey = ({ itemId, form }: Pick<HoldingView, 'itemId' | 'form'>): string =>
  `${itemId} ${form}`;

/** What is held, what came last standing first. */
export function holdingsInOrder({ holdings }: PlayerView): HoldingView[] {
  return Object.values(holdings).sort(
    (a, b) => b.sincePlayMs - a.sincePlayMs || holdingKey(a).localeCompare(holdingKey(b)),
  );
}

export interface Passed {
  readonly share: ShareView;
  readonly form: HoldingView['form'];
}

/** To whom this table passed an item on, in whichever form, the latest first. */
export function passedOn(view: PlayerView, itemId: string): Passed[] {
  return sharesSent(view).flatMap((share) =>
    share.items.filter((item) => item.itemId === itemId).map(({ form }) => ({ share, form })),
  );
}

export function sharesSent({ shares, table }: PlayerView): ShareView[] {
  return latestFirst(Object.values(shares).filter((s) => s.fromTableId === table.tableId));
}

export function sharesReceived({ shares, table }: PlayerView): ShareView[] {
  return latestFirst(Object.values(shares).filter((s) => s.fromTableId !== table.tableId));
}

export interface RequestRow {
  readonly request: RequestView;
  /** This table asked; else it was asked. */
  readonly isOurs: boolean;
  /** Shares that this table can see and that were given in reply. */
  readonly replies: readonly ShareView[];
  /** Neither answered nor, as far as this table can see, replied to. */
  readonly isOpen: boolean;
}

/** What waits for this table's answer first, then what it waits for, then what is settled. */
export function requestRows(view: PlayerView): RequestRow[] {
  const shares = Object.values(view.shares);
  const rows = Object.values(view.requests).map((request): RequestRow => {
    const replies = shares.filter(({ inReplyTo }) => inReplyTo === request.seq);
    const isOurs = request.fromTableId === view.table.tableId;
    // Others may have been asked too: a reply of theirs is none of this table.
    const settling = isOurs ? replies : replies.filter((s) => s.fromTableId === view.table.tableId);
    return {
      request,
      isOurs,
      replies: latestFirst(replies),
      isOpen: request.answer === null && settling.length === 0,
    };
  });
  const place = ({ isOpen, isOurs }: RequestRow) => (isOpen ? (isOurs ? 1 : 0) : 2);
  return rows.sort((a, b) => place(a) - place(b) || b.request.seq - a.request.seq);
}

export function requestsToAnswer(view: PlayerView): RequestRow[] {
  return requestRows(view).filter(({ isOpen, isOurs }) => isOpen && !isOurs);
}

function latestFirst(shares: readonly ShareView[]): ShareView[] {
  return [...shares].sort((a, b) => b.seq - a.seq);
}
