/** The addresses people join by. */
import { useQuery } from '@tanstack/react-query';
import { links } from '../../../connection/api';
import { useRoom } from '../hooks/use-room';

export function useLinks() {
  const { view } = useRoom();
  const exerciseId = view.exercise.exerciseId ?? '';
  const tables = view.cast.tables.map(({ tableId }) => tableId).join(' ');
  return useQuery({
    queryKey: ['links', exerciseId, tables],
    queryFn: () => links(exerciseId),
    staleTime: 60_000,
  });
}

export function joinUrl(origin: string, code: string): string {
  return `${origin}/join/${code}`;
}
