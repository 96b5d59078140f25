/** The evaluator's page of one exercise: what they follow, what speaks for it, and their ratings. */
import { Button, Center, Loader, Stack } from '@mantine/core';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { ExerciseProvider } from '../../connection/exercise-context';
import { useExercise } from '../../connection/use-exercise';
import { useStaffSeat } from '../../connection/use-staff-seat';
import { EmptyState } from '../../ui/empty-state';
import { useRejectionText } from '../../ui/use-rejection-text';
import { EvaluatorScreen } from './evaluator-screen';
import { EvaluatorProvider } from './use-evaluator';

export function EvaluatorPage() {
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
  return (
    <ExerciseProvider connection={connection}>
      <EvaluatorProvider exerciseId={exerciseId}>
        <EvaluatorScreen />
      </EvaluatorProvider>
    </ExerciseProvider>
  );
}

function Waiting() {
  const { t } = useTranslation('evaluator');
  return (
    <Center h="100dvh">
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}

function Refused({ code, onRetry }: { code: string | null; onRetry: () => void }) {
  const { t } = useTranslation('evaluator');
  const word = useRejectionText();
  return (
    <Center h="100dvh" p="md">
      <EmptyState title={t('refused.title')} text={code === null ? t('refused.text') : word(code)}>
        <Stack gap="xs">
          <Button onClick={onRetry}>{t('refused.retry')}</Button>
          <Button component={Link} to="/staff" variant="default">
            {t('refused.toStaff')}
          </Button>
        </Stack>
      </EmptyState>
    </Center>
  );
}
