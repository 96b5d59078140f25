/** The inbox as this person has narrowed it; the keys go by the same list. */
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { keptBodies } from './body-memory';
import {
  filterRows,
  type InboxFilter,
  type InboxRow,
  type InboxSearch,
  inboxRows,
  searchRows,
} from './inbox-model';
import { usePlayer } from './use-player';

export interface InboxState {
  readonly rows: readonly InboxRow[];
  /** Of the channel and with the words looked for. */
  readonly found: readonly InboxRow[];
  /** Of these, what the filter leaves. */
  readonly shown: readonly InboxRow[];
  readonly filter: InboxFilter;
  readonly search: InboxSearch;
  setFilter(filter: InboxFilter): void;
  setSearch(search: InboxSearch): void;
}

const InboxContext = createContext<InboxState | null>(null);

export function InboxProvider({ children }: { children: ReactNode }) {
  const { view, seatId, defaultLanguage } = usePlayer();
  const read = useLocalizedText();
  const [filter, setFilter] = useState<InboxFilter>('all');
  const [search, setSearch] = useState<InboxSearch>({ channel: null, words: '' });
  const rows = useMemo(() => inboxRows(view, seatId), [view, seatId]);
  const { exercise, table } = view;
  const place = `${exercise.exerciseId} ${seatId} ${table.tableId}`;
  const found = useMemo(() => {
    // Of the texts, those that were read on this device.
    const bodies = search.words === '' ? null : keptBodies(sessionStorage, place);
    return searchRows(rows, search, (inject) => {
      const { id, title, from, isRecalled } = inject;
      const body = isRecalled ? undefined : bodies?.get(id)?.body;
      const texts = [title, from.name, from.role, ...(body === undefined ? [] : [body])];
      return texts.map((text) => read(text, defaultLanguage).text).join(' ');
    });
  }, [rows, search, read, defaultLanguage, place]);
  const state = useMemo(
    () => ({
      rows,
      found,
      shown: filterRows(found, filter),
      filter,
      search,
      setFilter,
      setSearch,
    }),
    [rows, found, filter, search],
  );
  return <InboxContext.Provider value={state}>{children}</InboxContext.Provider>;
}

export function useInbox(): InboxState {
  const inbox = useContext(InboxContext);
  if (inbox === null) throw new Error('useInbox needs an InboxProvider');
  return inbox;
}
