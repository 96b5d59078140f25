/** Everything tables have answered, as one stream, newest first. */
import type { ChoiceId, InjectId, SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';

interface AnswerBase {
  readonly id: string;
  readonly injectId: InjectId;
  readonly tableId: TableId;
  readonly seatId: SeatId | null;
  readonly atMs: number;
  readonly playMs: number;
}

export type FeedAnswer =
  | (AnswerBase & {
      readonly kind: 'response' | 'note';
      /** Number of the fact that holds it. */
      readonly seq: number;
      readonly text: string;
    })
  | (AnswerBase & { readonly kind: 'choice'; readonly choiceId: ChoiceId });

export function answerFeed({
  deliveries,
  notes,
}: Pick<FacilitatorView, 'deliveries' | 'notes'>): FeedAnswer[] {
  const first = Object.entries(deliveries).flatMap(([key, delivery]): FeedAnswer[] => {
    const { injectId, tableId, response, choice } = delivery;
    const base = { injectId, tableId };
    return [
      ...(response
        ? [{ ...base, ...response, id: `${key} response`, kind: 'response' } as const]
        : []),
      ...(choice ? [{ ...base, ...choice, id: `${key} choice`, kind: 'choice' } as const] : []),
    ];
  });
  const later = Object.values(notes).map(
    (note): FeedAnswer => ({ ...note, id: `note ${note.seq}`, kind: 'note' }),
  );
  return [...first, ...later].sort(
    (a, b) => b.atMs - a.atMs || b.playMs - a.playMs || (a.id < b.id ? 1 : -1),
  );
}

/** What came after the reader last said "show": kept aside so that nothing moves under their eyes. */
export function splitNew(
  feed: readonly FeedAnswer[],
  shownUntilMs: number,
): { readonly fresh: readonly FeedAnswer[]; readonly shown: readonly FeedAnswer[] } {
  const first = feed.findIndex(({ atMs }) => atMs <= shownUntilMs);
  const cut = first === -1 ? feed.length : first;
  return { fresh: feed.slice(0, cut), shown: feed.slice(cut) };
}
