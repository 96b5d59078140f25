/** Everything tables say and decide, as one stream, newest first; and who deals with each of it. */
import type {
  ChoiceId,
  InjectId,
  PartyId,
  PositionId,
  SeatId,
  TableId,
} from '@trilogue/engine/protocol/ids';
import type { DraftVersionView, StanceView } from '@trilogue/engine/views/exchange-view';
import type {
  FacilitatorObligation,
  FacilitatorRequest,
  FacilitatorShare,
  FacilitatorView,
} from '@trilogue/engine/views/facilitator-view';

/** By what one looks for: all that is an answer to an inject, all that was shared, and so on. */
export const feedGroups = {
  answers: ['response', 'note', 'choice'],
  sharing: ['share', 'request'],
  positions: ['stance', 'draft', 'comment'],
  reports: ['report'],
  messages: ['message'],
} as const;
export type FeedGroup = keyof typeof feedGroups;

interface EntryBase {
  /** Number of the fact that carried it. */
  readonly seq: number;
  readonly tableId: TableId;
  readonly partyIds: readonly PartyId[];
  /** Null where it is told by team, not by person. */
  readonly seatId: SeatId | null;
  readonly atMs: number;
  readonly playMs: number;
  /** The inject it answers, or that brought what it is about. */
  readonly injectId: InjectId | null;
}

export type FeedEntry = EntryBase &
  (
    | { readonly kind: 'response' | 'note' | 'message'; readonly text: string }
    | { readonly kind: 'choice'; readonly choiceId: ChoiceId }
    | { readonly kind: 'share'; readonly share: FacilitatorShare }
    | { readonly kind: 'request'; readonly request: FacilitatorRequest }
    | { readonly kind: 'stance'; readonly positionId: PositionId; readonly stance: StanceView }
    | { readonly kind: 'draft' | 'comment'; readonly draft: DraftVersionView }
    | { readonly kind: 'report'; readonly obligation: FacilitatorObligation }
  );

export type FeedSource = Pick<
  FacilitatorView,
  | 'cast'
  | 'items'
  | 'deliveries'
  | 'notes'
  | 'messages'
  | 'shares'
  | 'requests'
  | 'positions'
  | 'draftVersions'
  | 'draftComments'
  | 'obligations'
>;

/** Entries made before, by what they were made of: a row whose entry is the same need not be drawn anew. */
export type FeedMemory = WeakMap<object, readonly FeedEntry[]>;

export function answerFeed(view: FeedSource, memory: FeedMemory = new WeakMap()): FeedEntry[] {
  const partiesAt = partiesByTable(view);
  const make = <Item extends object>(
    items: Readonly<Record<string, Item>>,
    entries: (item: Item) => readonly FeedEntry[],
  ) =>
    Object.values(items).flatMap((item) => {
      const made = memory.get(item) ?? entries(item);
      memory.set(item, made);
      return made;
    });
  const parties = (tableId: TableId) => partiesAt.get(tableId) ?? [];
  return [
    ...make(view.deliveries, ({ injectId, tableId, response, choice }) => {
      const base = { injectId, tableId, partyIds: parties(tableId) };
      return [
        ...(response === null ? [] : [{ ...base, ...response, kind: 'response' as const }]),
        ...(choice === null ? [] : [{ ...base, ...choice, kind: 'choice' as const }]),
      ];
    }),
    ...make(view.notes, (note) => [{ ...note, partyIds: parties(note.tableId), kind: 'note' }]),
    ...make(view.messages, (message) => {
      const { id, thread, from, seatId, atMs, playMs, text } = message;
      if (thread.kind !== 'table' || from !== 'table') return [];
      const { tableId } = thread;
      const base = { tableId, partyIds: parties(tableId), seatId, atMs, playMs, injectId: null };
      return [{ ...base, seq: id, kind: 'message', text }];
    }),
    ...make(view.shares, (share) => {
      const { seq, fromTableId: tableId, seatId, atMs, playMs, items } = share;
      const injectId = items
        .map(({ itemId }) => view.items[itemId]?.comesWith ?? null)
        .find((id) => id !== null);
      const base = { seq, tableId, partyIds: parties(tableId), seatId, atMs, playMs };
      return [{ ...base, injectId: injectId ?? null, kind: 'share', share }];
    }),
    ...make(view.requests, (request) => {
      const { seq, fromTableId: tableId, seatId, atMs, playMs, item } = request;
      const injectId = item === null ? null : (view.items[item.itemId]?.comesWith ?? null);
      const base = { seq, tableId, partyIds: parties(tableId), seatId, atMs, playMs };
      return [{ ...base, injectId, kind: 'request', request }];
    }),
    ...make(view.positions, ({ id, comesWith, voices, stances }) =>
      stances.flatMap((stance): FeedEntry[] => {
        const tableId = voices.find(({ teamId }) => teamId === stance.teamId)?.tableId;
        if (tableId === undefined) return [];
        const { seq, atMs, playMs } = stance;
        const base = { seq, tableId, partyIds: parties(tableId), seatId: null, atMs, playMs };
        return [{ ...base, injectId: comesWith, kind: 'stance', positionId: id, stance }];
      }),
    ),
    ...(['draft', 'comment'] as const).flatMap((kind) =>
      make(kind === 'draft' ? view.draftVersions : view.draftComments, (draft) => {
        const { seq, tableId, seatId, atMs, playMs, positionId } = draft;
        const injectId = view.positions[positionId]?.comesWith ?? null;
        const base = { seq, tableId, partyIds: parties(tableId), seatId, atMs, playMs };
        return [{ ...base, injectId, kind, draft }];
      }),
    ),
    ...make(view.obligations, (obligation) => {
      const { tableId, report } = obligation;
      if (report === null) return [];
      const base = { ...report, tableId, partyIds: parties(tableId), injectId: null };
      return [{ ...base, kind: 'report', obligation }];
    }),
  ].sort((a, b) => b.seq - a.seq);
}

/** What came after the reader last said "show": kept aside so that nothing moves under their eyes. */
export function splitNew<Entry extends { readonly seq: number }>(
  feed: readonly Entry[],
  shownUntilSeq: number,
): { readonly fresh: readonly Entry[]; readonly shown: readonly Entry[] } {
  const first = feed.findIndex(({ seq }) => seq <= shownUntilSeq);
  const cut = first === -1 ? feed.length : first;
  return { fresh: feed.slice(0, cut), shown: feed.slice(cut) };
}

function partiesByTable({ cast }: Pick<FacilitatorView, 'cast'>): Map<TableId, PartyId[]> {
  const partyOf = new Map(cast.teams.map(({ id, partyId }) => [id, partyId]));
  return new Map(
    cast.tables.map(({ tableId, teamIds }) => [
      tableId,
      [...new Set(teamIds.flatMap((id) => partyOf.get(id) ?? []))],
    ]),
  );
}
