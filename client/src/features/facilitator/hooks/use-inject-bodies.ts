/** Texts of several injects at once, each fetched anew when it was edited or translated. */
import { useQueries } from '@tanstack/react-query';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { FacilitatorInjectBody } from '@trilogue/engine/views/facilitator-view';
import { useMemo, useRef } from 'react';
import type { Bodies } from '../logic/translation-queue';
import { useRoom } from './use-room';

export function useInjectBodies(ids: readonly InjectId[]): Bodies {
  const { view, readInject, status } = useRoom();
  const { exerciseId } = view.exercise;
  const found = useQueries({
    queries: ids.map((id) => {
      const { writtenBy = null, filesBy = null, textRevision = 0 } = view.injects[id] ?? {};
      return {
        queryKey: ['inject-body', exerciseId, id, writtenBy, filesBy, textRevision],
        // Staff's sockets are sent the staff's form of it, never the players'.
        queryFn: async () => (await readInject(id)) as FacilitatorInjectBody | null,
        enabled: status === 'live',
        staleTime: Number.POSITIVE_INFINITY,
        retry: 2,
      };
    }),
    combine: keepBodies,
  });
  const before = useRef<Bodies>(new Map());
  return useMemo(() => {
    const bodies = new Map(
      ids.flatMap((id, index): [InjectId, FacilitatorInjectBody][] => {
        const { data, isComing = false } = found[index] ?? {};
        // While one is fetched anew, what was there stands: nobody's original goes and comes back.
        const body = data ?? (isComing ? before.current.get(id) : undefined);
        return body === undefined ? [] : [[id, body]];
      }),
    );
    before.current = bodies;
    return bodies;
  }, [ids, found]);
}

interface Result {
  readonly data: FacilitatorInjectBody | null | undefined;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
}

function keepBodies(results: readonly Result[]) {
  return results.map(({ data, fetchStatus }) => ({ data, isComing: fetchStatus === 'fetching' }));
}
