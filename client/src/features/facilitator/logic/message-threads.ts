/** Messages by thread: one per table, one for the staff; and what of them is unread. */
import type { SeatId, TableId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorMessage, FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { groupBy } from './group-by';

/** A table's id, or `#staff`, which no table can be called. */
export type ThreadKey = TableId | '#staff';

export const staffThread = '#staff';

/** By thread: id of the last message that was read here. */
export type ReadMarks = Readonly<Record<string, number>>;

export interface Thread {
  readonly key: ThreadKey;
  /** Oldest first. */
  readonly messages: readonly FacilitatorMessage[];
  readonly unread: number;
}

export function messageThreads(
  { cast, messages }: Pick<FacilitatorView, 'cast' | 'messages'>,
  read: ReadMarks,
  ownSeatId: SeatId | null,
): Thread[] {
  const keys: ThreadKey[] = [
    ...cast.tables.filter(({ isControl }) => !isControl).map(({ tableId }) => tableId),
    staffThread,
  ];
  const groups = groupBy(
    Object.values(messages),
    ({ thread }): ThreadKey => (thread.kind === 'staff' ? staffThread : thread.tableId),
  );
  return keys.map((key) => {
    const own = (groups.get(key) ?? []).sort((a, b) => a.id - b.id);
    const mark = read[key] ?? 0;
    const isNews = (message: FacilitatorMessage) =>
      message.id > mark &&
      (key === staffThread ? message.seatId !== ownSeatId : message.from === 'table');
    return { key, messages: own, unread: own.filter(isNews).length };
  });
}
