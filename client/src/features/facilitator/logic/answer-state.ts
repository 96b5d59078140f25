/** Whether anybody deals with an answer; and which answers somebody wants to see. */
import type { PartyId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { type FeedEntry, type FeedGroup, feedGroups } from './answer-feed';

/** open: nobody is on it. claimed: somebody is. done: it was marked, or answered. */
export type AnswerState = 'open' | 'claimed' | 'done';

export type AnswerStates = (entry: FeedEntry) => AnswerState;

type Source = Pick<FacilitatorView, 'claims' | 'criteria' | 'expectations'>;

export function answerStates({ claims, criteria, expectations }: Source): AnswerStates {
  const marked = new Set<string>();
  for (const { injectId, tableId } of Object.values(criteria)) marked.add(`${injectId} ${tableId}`);
  for (const { injectId, tableId, reason } of Object.values(expectations)) {
    if (reason !== '') marked.add(`${injectId} ${tableId}`);
  }
  return (entry) => {
    if (entry.kind === 'request' && entry.request.answer !== null) return 'done';
    const isAnswer = groupOf(entry) === 'answers';
    if (isAnswer && marked.has(`${entry.injectId} ${entry.tableId}`)) return 'done';
    return claims[entry.seq] === undefined ? 'open' : 'claimed';
  };
}

export interface FeedFilter {
  readonly group: FeedGroup | null;
  readonly tableId: TableId | null;
  readonly partyId: PartyId | null;
  readonly state: AnswerState | 'mine' | null;
}

export const noFilter: FeedFilter = { group: null, tableId: null, partyId: null, state: null };

export function filterFeed(
  feed: readonly FeedEntry[],
  filter: FeedFilter,
  parts: {
    readonly states: AnswerStates;
    readonly claims: Source['claims'];
    readonly seatId: SeatId | null;
  },
): readonly FeedEntry[] {
  const { group, tableId, partyId, state } = filter;
  const hasState = (entry: FeedEntry) => {
    if (state === null) return true;
    if (state !== 'mine') return parts.states(entry) === state;
    return parts.seatId !== null && parts.claims[entry.seq]?.seatId === parts.seatId;
  };
  return feed.filter(
    (entry) =>
      (group === null || groupOf(entry) === group) &&
      (tableId === null || entry.tableId === tableId) &&
      (partyId === null || entry.partyIds.includes(partyId)) &&
      hasState(entry),
  );
}

export function groupOf({ kind }: Pick<FeedEntry, 'kind'>): FeedGroup {
  const groups = Object.keys(feedGroups) as FeedGroup[];
  return (
    groups.find((group) => (feedGroups[group] as readonly string[]).includes(kind)) ?? 'answers'
  );
}
