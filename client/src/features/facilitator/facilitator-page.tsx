/** The facilitator's page of one exercise: what it shows follows the exercise's stage. */
import { Button, Center, Loader, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { ApiProblem, takeStaffSeat } from '../../connection/api';
import { ExerciseProvider } from '../../connection/exercise-context';
import { useExercise } from '../../connection/use-exercise';
import { EmptyState } from '../../ui/empty-state';
import { useRejectionText } from '../../ui/use-rejection-text';
import { CastingScreen } from './casting/casting-screen';
import { ControlRoom } from './control-room/control-room';
import { EndedScreen } from './ended/ended-screen';
import { RoomProvider } from './hooks/use-room';
import { LobbyScreen } from './lobby/lobby-screen';

/** Kept by the staff's page, which asks for it once. */
const nameKey = 'trilogue.staff.name';

export function FacilitatorPage() {
  const { exerciseId = '' } = useParams();
  const name = localStorage.getItem(nameKey) ?? '';
  // Sitting down again is no second seat: the server knows this browser by its session.
  const seat = useQuery({
    queryKey: ['staff-seat', exerciseId, name],
    queryFn: () => takeStaffSeat(exerciseId, name),
    enabled: name !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: 2,
  });
  if (name === '') return <Navigate to="/staff" replace />;
  if (seat.isError) {
    const code = seat.error instanceof ApiProblem ? seat.error.code : null;
    return <Refused code={code} onRetry={() => void seat.refetch()} />;
  }
  return seat.isSuccess ? <Connected exerciseId={exerciseId} /> : <Waiting />;
}

function Connected({ exerciseId }: { exerciseId: string }) {
  const connection = useExercise<FacilitatorView>({ exerciseId });
  const { status, view, refusal, retry } = connection;
  if (status === 'refused' || status === 'gone') {
    return <Refused code={refusal?.code ?? null} onRetry={retry} />;
  }
  if (view === null) return <Waiting />;
  return (
    <ExerciseProvider connection={connection}>
      <RoomProvider>
        <Stage stage={view.exercise.stage} />
      </RoomProvider>
    </ExerciseProvider>
  );
}

function Stage({ stage }: { stage: FacilitatorView['exercise']['stage'] }) {
  switch (stage) {
    case 'draft':
      return <CastingScreen />;
    case 'lobby':
      return <LobbyScreen />;
    case 'live':
      return <ControlRoom />;
    case 'ended':
      return <EndedScreen />;
  }
}

function Waiting() {
  const { t } = useTranslation('facilitator');
  return (
    <Center h="100dvh">
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}

function Refused({ code, onRetry }: { code: string | null; onRetry: () => void }) {
  const { t } = useTranslation('facilitator');
  const word = useRejectionText();
  return (
    <Center h="100dvh" p="md">
      <EmptyState
        title={t('refusedPage.title')}
        text={code === null ? t('refusedPage.text') : word(code)}
      >
        <Stack gap="xs">
          <Button onClick={onRetry}>{t('refusedPage.retry')}</Button>
          <Button component={Link} to="/staff" variant="default">
            {t('refusedPage.toStaff')}
          </Button>
        </Stack>
      </EmptyState>
    </Center>
  );
}
