/** A staff member's way into an exercise: seated and connected, and what stands there until then. */
import { Button, Center, Loader, Stack } from '@mantine/core';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { ExerciseProvider } from '../connection/exercise-context';
import { type ExerciseConnection, useExercise } from '../connection/use-exercise';
import { useStaffSeat } from '../connection/use-staff-seat';
import { EmptyState } from './empty-state';
import { useRejectionText } from './use-rejection-text';

type Show = (
  view: FacilitatorView,
  seatId: ExerciseConnection<FacilitatorView>['seatId'],
) => ReactNode;

export function StaffExercise({ exerciseId, show }: { exerciseId: string; show: Show }) {
  const { status, code, retry } = useStaffSeat(exerciseId);
  if (status === 'nameless') return <Navigate to="/staff" replace />;
  if (status === 'refused') return <Refused code={code} onRetry={retry} />;
  return status === 'seated' ? <Connected exerciseId={exerciseId} show={show} /> : <Waiting />;
}

function Connected({ exerciseId, show }: { exerciseId: string; show: Show }) {
  const connection = useExercise<FacilitatorView>({ exerciseId });
  const { status, view, seatId, refusal, retry } = connection;
  if (status === 'refused' || status === 'gone') {
    return <Refused code={refusal?.code ?? null} onRetry={retry} />;
  }
  if (view === null) return <Waiting />;
  return <ExerciseProvider connection={connection}>{show(view, seatId)}</ExerciseProvider>;
}

function Waiting() {
  const { t } = useTranslation('common');
  return (
    <Center h="100dvh">
      <Loader role="status" aria-label={t('staffExercise.loading')} />
    </Center>
  );
}

function Refused({ code, onRetry }: { code: string | null; onRetry: () => void }) {
  const { t } = useTranslation('common');
  const word = useRejectionText();
  return (
    <Center h="100dvh" p="md">
      <EmptyState
        title={t('staffExercise.title')}
        text={code === null ? t('staffExercise.text') : word(code)}
      >
        <Stack gap="xs">
          <Button onClick={onRetry}>{t('actions.retry')}</Button>
          <Button component={Link} to="/staff" variant="default">
            {t('staffExercise.toStaff')}
          </Button>
        </Stack>
      </EmptyState>
    </Center>
  );
}
