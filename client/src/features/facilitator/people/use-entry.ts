/** How people come in, as the server has it, and what staff do about it. */
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ExerciseEntry, WaitingPerson } from '@trilogue/engine/protocol/entry';
import type { TableId } from '@trilogue/engine/protocol/ids';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../connection/api';
import { entry } from '../../../connection/entry-api';
import { useRejectionText } from '../../../ui/use-rejection-text';
import { useMay } from '../hooks/use-may';
import { useRoom } from '../hooks/use-room';

/** Whether whoever looks runs the exercise: codes are for nobody else. */
export function useRunsExercise(): boolean {
  const role = useMay().seat?.role;
  return role === 'director' || role === 'facilitator';
}

/** Whether they may move, rename and send away whoever sits there; null is no table. */
export function useMayChangePeople(): (tableId: TableId | null) => boolean {
  const may = useMay();
  const runs = useRunsExercise();
  return useCallback(
    (tableId) =>
      runs && (tableId === null ? may('LeaveExercise', {}) : may.table('MoveSeat', tableId)),
    [may, runs],
  );
}

/** Asked again and again, and at once when somebody comes or goes. */
export function useEntry() {
  const { view, roster } = useRoom();
  const runs = useRunsExercise();
  const exerciseId = view.exercise.exerciseId ?? '';
  const query = useQuery<ExerciseEntry>({
    queryKey: ['entry', exerciseId],
    queryFn: () => entry(exerciseId),
    enabled: runs,
    refetchInterval: ({ state }) => state.data?.askAgainMs ?? 5_000,
    refetchOnWindowFocus: true,
  });
  const { refetch } = query;
  const seats = roster.map(({ seatId, tableId }) => `${seatId}${tableId}`).join();
  const tables = view.cast.tables.map(({ tableId }) => tableId).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is why it is asked again
  useEffect(() => {
    if (runs) void refetch();
  }, [seats, tables, runs, refetch]);
  return { entry: query.data, isError: query.isError, runs, exerciseId };
}

const nobody: readonly WaitingPerson[] = [];

/** Who waits to be let in, for what opens the list of them; nobody for whoever may not let them in. */
export function useWaiting(): readonly WaitingPerson[] {
  return useEntry().entry?.waiting ?? nobody;
}

/** Does something and shows what came of it; null where it was refused, which is said in words. */
export type Run = <Answer>(work: Promise<Answer>) => Promise<Answer | null>;

export function useRun(): Run {
  const { t } = useTranslation('facilitator');
  const { view } = useRoom();
  const word = useRejectionText();
  const queries = useQueryClient();
  const exerciseId = view.exercise.exerciseId ?? '';
  return useCallback(
    async (work) => {
      try {
        return await work;
      } catch (error) {
        const code = error instanceof ApiProblem ? error.code : 'server/unavailable';
        notifications.show({ color: 'red', title: t('refused'), message: word(code) });
        return null;
      } finally {
        await queries.invalidateQueries({ queryKey: ['entry', exerciseId] });
      }
    },
    [queries, exerciseId, t, word],
  );
}
