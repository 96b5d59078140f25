/** Texts of several injects at once, each fetched anew when it was edited or translated. */
import { useQueries } from '@tanstack/react-query';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { LocalizedText } from '@trilogue/engine/scenario/localize';
import type { FacilitatorInjectBody } from '@trilogue/engine/views/facilitator-view';
import { useMemo } from 'react';
import type { Bodies } from '../logic/translation-queue';
import { useRoom } from './use-room';

export function useInjectBodies(ids: readonly InjectId[]): Bodies {
  const { view, readInject, status } = useRoom();
  const { exerciseId } = view.exercise;
  const found = useQueries({
    queries: ids.map((id) => {
      const { writtenBy = null, textRevision = 0 } = view.injects[id] ?? {};
      return {
        queryKey: ['inject-body', exerciseId, id, writtenBy, textRevision],
        // Staff's sockets are sent the staff's form of it, never the players'.
        queryFn: async () => ((await readInject(id)) as FacilitatorInjectBody | null)?.body ?? null,
        enabled: status === 'live',
        staleTime: Number.POSITIVE_INFINITY,
        retry: 2,
      };
    }),
    combine: keepBodies,
  });
  return useMemo(
    () =>
      new Map(
        ids.flatMap((id, index): [InjectId, LocalizedText][] => {
          const body = found[index];
          return body === undefined || body === null ? [] : [[id, body]];
        }),
      ),
    [ids, found],
  );
}

function keepBodies(results: readonly { readonly data: LocalizedText | null | undefined }[]) {
  return results.map(({ data }) => data);
}
