/** What a member of the staff is in an exercise; null where that can't be known. */
import { useQuery } from '@tanstack/react-query';
import type { ExerciseCard } from '@trilogue/engine/protocol/http';
import { exercises } from '../../connection/api';

export function useMyPart(exerciseId: string): {
  readonly role: ExerciseCard['role'] | null;
  readonly isPending: boolean;
} {
  const { data, isPending } = useQuery({
    queryKey: ['exercises'],
    queryFn: exercises,
    retry: false,
  });
  const role = data?.find((card) => card.exerciseId === exerciseId)?.role ?? null;
  return { role, isPending };
}
