/** An inject's text, fetched once and kept in this tab: readable without a line, over a reload too. */
import { useQuery } from '@tanstack/react-query';
import type { PlayerInject, PlayerInjectBody } from '@trilogue/engine/views/player-view';
import { useEffect } from 'react';
import { forgetBody, keepBody, keptBody } from '../body-memory';
import { usePlayer } from '../use-player';

export function useInjectBody(inject: PlayerInject) {
  const { connection, view, seatId } = usePlayer();
  const place = `${view.exercise.exerciseId} ${seatId} ${view.table.tableId}`;
  const key = `${inject.id} ${inject.atMs} ${inject.textRevision}`;
  const query = useQuery({
    queryKey: ['body', place, key],
    queryFn: async () => {
      const body = await connection.readInject(inject.id);
      if (body === null) throw new Error('not readable');
      // A player's socket is answered with the player's body.
      return body as PlayerInjectBody;
    },
    initialData: () => keptBody(sessionStorage, place, key) ?? undefined,
    enabled: connection.status === 'live' && !inject.isRecalled,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: 2,
  });
  const { data } = query;
  const { isRecalled } = inject;
  useEffect(() => {
    if (isRecalled) forgetBody(sessionStorage, place, key);
    else if (data !== undefined) keepBody(sessionStorage, place, key, data);
  }, [place, key, data, isRecalled]);
  return query;
}
