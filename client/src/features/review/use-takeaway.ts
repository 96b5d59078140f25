/** The take-away as the server makes it for whoever asks, and its files. */
import { useQuery } from '@tanstack/react-query';
import type { Takeaway, TakeawayTable } from '@trilogue/engine/protocol/takeaway';
import { ApiProblem, api, fetchFile } from '../../connection/api';

/** Whose page: everything, what everybody may see, or one table's. */
export type PageOf = { kind: 'staff' | 'everybody' } | { kind: 'table'; tableId: string };

export interface Asker {
  readonly exerciseId: string;
  /** Of a seat; undefined for staff, whom their cookie tells. */
  readonly token: string | undefined;
}

export const headersOf = ({ token }: Asker): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

export const pathOf = ({ exerciseId }: Asker, rest: string) =>
  `/api/exercises/${encodeURIComponent(exerciseId)}/${rest}`;

export function useTakeaway(asker: Asker, page: PageOf) {
  return useQuery({
    queryKey: ['takeaway', asker.exerciseId, asker.token ?? '', page],
    queryFn: () => api.get<Takeaway>(pathOf(asker, `takeaway?${queryOf(page)}`), headersOf(asker)),
    retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status > 0),
    // Each look by staff stands in the audit log: not at every turn of the head.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

export interface FileWish {
  readonly format: 'html' | 'csv' | 'json';
  readonly language: string;
  readonly table?: TakeawayTable;
}

/** Brings a file to the reader's downloads; a link alone could not show a seat's token. */
export async function takeFile(asker: Asker, page: PageOf, wish: FileWish): Promise<void> {
  const { format, language, table } = wish;
  const query = `${queryOf(page)}&format=${format}&language=${language}${table === undefined ? '' : `&table=${table}`}`;
  const blob = await fetchFile(pathOf(asker, `takeaway?${query}`), headersOf(asker));
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  const of = page.kind === 'table' ? page.tableId : page.kind;
  link.download = `take-away-${of}-${table ?? language}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function queryOf(page: PageOf): string {
  return page.kind === 'table'
    ? `for=${encodeURIComponent(page.tableId)}`
    : `for=all&as=${page.kind}`;
}
