/** The facilitator's page of one exercise: what it shows follows the exercise's stage. */
import { Button, Center, Loader, Stack } from '@mantine/core';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { ExerciseProvider } from '../../connection/exercise-context';
import { useExercise } from '../../connection/use-exercise';
import { useStaffSeat } from '../../connection/use-staff-seat';
import { EmptyState } from '../../ui/empty-state';
import { useRejectionText } from '../../ui/use-rejection-text';
import { CastingScreen } from './casting/casting-screen';
import { ControlRoom } from './control-room/control-room';
import { EndedScreen } from './ended/ended-screen';
import { RoomProvider } from './hooks/use-room';
import { SelectionProvider } from './hooks/use-selection';
import { LobbyScreen } from './lobby/lobby-screen';

export function FacilitatorPage() {
  const { exerciseId = '' } = useParams();
  const { status, code, retry } = useStaffSeat(exerciseId);
  if (status === 'nameless') return <Navigate to="/staff" replace />;
  if (status === 'refused') return <Refused code={code} onRetry={retry} />;
  return status === 'seated' ? <Connected exerciseId={exerciseId} /> : <Waiting />;
}

function Connected({ exerciseId }: { exerciseId: string }) {
  const connection = useExercise<FacilitatorView>({ exerciseId });
  const { status, view, refusal, retry } = connection;
  if (status === 'refused' || status === 'gone') {
    return <Refused code={refusal?.code ?? null} onRetry={retry} />;
  }
  if (view === null) return <Waiting />;
  const seat = connection.seatId === null ? undefined : view.seats[connection.seatId];
  // Evaluators have a page of their own, on which nothing can be set off by mistake.
  if (seat?.role === 'evaluator') return <Navigate to={`/evaluate/${exerciseId}`} replace />;
  return (
    <ExerciseProvider connection={connection}>
      <RoomProvider>
        <SelectionProvider>
          <Stage stage={view.exercise.stage} />
        </SelectionProvider>
      </RoomProvider>
    </ExerciseProvider>
  );
}

/** Each part of it hears of news by itself. */
const Stage = memo(function Stage({ stage }: { stage: FacilitatorView['exercise']['stage'] }) {
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
});

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
