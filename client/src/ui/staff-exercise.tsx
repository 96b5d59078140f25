/**
 * A staff member's way into an exercise, by their session or, for whoever came by a code, by the seat
 * that this device holds: seated and connected, and what stands there until then.
 */
import { Button, Center, Loader, Stack } from '@mantine/core';
import type { FacilitatorView } from '@trilogue/engine/views/facilitator-view';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { ExerciseProvider } from '../connection/exercise-context';
import { forgetView, hasKeptView } from '../connection/kept-view';
import { countKept, placeOf } from '../connection/outbox-memory';
import { type ExerciseConnection, useExercise } from '../connection/use-exercise';
import { useForgetsLostSeat, useSeatToken } from '../connection/use-seat';
import { useStaffSeat } from '../connection/use-staff-seat';
import { EmptyState } from './empty-state';
import { NoLinePage, patienceMs } from './no-line';
import { useRejectionText } from './use-rejection-text';
import { useStaysTrue } from './use-stays-true';

/** In which a line that there is brings the answer that one is seated, in ms. */
const answerMs = 1_000;

type Show = (
  view: FacilitatorView,
  seatId: ExerciseConnection<FacilitatorView>['seatId'],
) => ReactNode;

interface Way {
  readonly exerciseId: string;
  readonly show: Show;
}

export function StaffExercise({ seatId, ...way }: Way & { readonly seatId?: string }) {
  return seatId === undefined ? (
    <BySession {...way} />
  ) : (
    <BySeat key={seatId} seatId={seatId} {...way} />
  );
}

function BySession({ exerciseId, show }: Way) {
  const { status, code, retry } = useStaffSeat(exerciseId);
  const place = placeOf(exerciseId, undefined);
  // Who was seated in this tab reads on while the line is down; the socket's own door is as strict.
  const wasSeated = useMemo(() => hasKeptView(sessionStorage, place), [place]);
  const isUnanswered = useStaysTrue(status === 'taking', answerMs);
  const isRefused = status === 'refused';
  const isOut = isRefused || status === 'nameless';
  useEffect(() => {
    if (isOut) forgetView(sessionStorage, place);
  }, [isOut, place]);
  if (status === 'nameless') return <Navigate to="/staff" replace />;
  if (isRefused) return <Refused code={code} onRetry={retry} />;
  if (status === 'seated' || (isUnanswered && wasSeated))
    return <Connected exerciseId={exerciseId} show={show} />;
  return <Waiting unsent={countKept(localStorage, place)} />;
}

function BySeat({ exerciseId, seatId, show }: Way & { readonly seatId: string }) {
  const token = useSeatToken(seatId);
  return token === undefined ? (
    <Refused code="seat/unknown" isByCode />
  ) : (
    <ConnectedSeat {...{ exerciseId, seatId, token, show }} />
  );
}

function ConnectedSeat(props: Way & { readonly seatId: string; readonly token: string }) {
  const { exerciseId, seatId, token, show } = props;
  const connection = useExercise<FacilitatorView>({ exerciseId, token, isViewKept: true });
  useForgetsLostSeat({ exerciseId, seatId }, connection);
  return <Shown connection={connection} show={show} isByCode />;
}

function Connected({ exerciseId, show }: Way) {
  const connection = useExercise<FacilitatorView>({ exerciseId, isViewKept: true });
  return <Shown connection={connection} show={show} />;
}

function Shown(props: {
  readonly connection: ExerciseConnection<FacilitatorView>;
  readonly show: Show;
  readonly isByCode?: boolean;
}) {
  const { connection, show, isByCode = false } = props;
  const { status, view, seatId, refusal, retry } = connection;
  if (status === 'refused' || status === 'gone') {
    return <Refused code={refusal?.code ?? null} onRetry={retry} isByCode={isByCode} />;
  }
  if (view === null) return <Waiting unsent={connection.pending} />;
  return <ExerciseProvider connection={connection}>{show(view, seatId)}</ExerciseProvider>;
}

function Waiting({ unsent }: { readonly unsent: number }) {
  const { t } = useTranslation('common');
  const isAway = useStaysTrue(true, patienceMs);
  if (isAway) return <NoLinePage isExercise unsent={unsent} />;
  return (
    <Center h="100dvh">
      <Loader role="status" aria-label={t('staffExercise.loading')} />
    </Center>
  );
}

function Refused(props: {
  readonly code: string | null;
  readonly onRetry?: () => void;
  readonly isByCode?: boolean;
}) {
  const { code, onRetry, isByCode = false } = props;
  const { t } = useTranslation('common');
  const word = useRejectionText();
  const isOutdated = code === 'protocol/version';
  return (
    <Center h="100dvh" p="md">
      <EmptyState
        title={t('staffExercise.title')}
        text={code === null ? t('staffExercise.text') : word(code)}
      >
        <Stack gap="xs">
          {onRetry !== undefined && !isOutdated && (
            <Button onClick={onRetry}>{t('actions.retry')}</Button>
          )}
          {isOutdated && (
            <Button onClick={() => window.location.reload()}>{t('pageError.reload')}</Button>
          )}
          <Button component={Link} to={isByCode ? '/' : '/staff'} variant="default">
            {t(isByCode ? 'staffExercise.toCode' : 'staffExercise.toStaff')}
          </Button>
        </Stack>
      </EmptyState>
    </Center>
  );
}
