/** The wall: what a whole room may see, for a projector at ten metres, without hands. */
import { Center, Loader } from '@mantine/core';
import type { ObserverView } from '@trilogue/engine/views/observer-view';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ExerciseProvider } from '../../connection/exercise-context';
import { knownSeat } from '../../connection/seat-store';
import { useExercise } from '../../connection/use-exercise';
import { useForgetsLostSeat, useSeatToken } from '../../connection/use-seat';
import { EmptyState } from '../../ui/empty-state';
import { patienceMs } from '../../ui/no-line';
import { useRejectionText } from '../../ui/use-rejection-text';
import { useStaysTrue } from '../../ui/use-stays-true';
import { Wall } from './wall';
import { WallWithoutLine } from './wall-without-line';

export function ObserverPage() {
  const { exerciseId = '', seatId = '' } = useParams();
  const token = useSeatToken(seatId);
  // Without its own it would speak for whichever of the staff is signed in here.
  return token === undefined ? (
    <NoWall code="seat/unknown" />
  ) : (
    <Connected {...{ exerciseId, seatId, token }} />
  );
}

function Connected({
  exerciseId,
  seatId,
  token,
}: Record<'exerciseId' | 'seatId' | 'token', string>) {
  const connection = useExercise<ObserverView>({ exerciseId, token, isViewKept: true });
  useForgetsLostSeat({ exerciseId, seatId }, connection);
  const { status, view, refusal } = connection;
  useStaysAwake();
  if (status === 'refused' || status === 'gone') return <NoWall code={refusal?.code ?? null} />;
  if (view === null) return <Waiting seatId={seatId} isAway={status !== 'live'} />;
  return (
    <ExerciseProvider connection={connection}>
      <Wall />
    </ExerciseProvider>
  );
}

/** Asks the screen not to go dark; where the browser can't, the machine's own setting has to. */
function useStaysAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      const got = await navigator.wakeLock.request('screen').catch(() => null);
      if (isGone) void got?.release();
      else lock = got;
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}

function Waiting({ seatId, isAway }: { seatId: string; isAway: boolean }) {
  const { t } = useTranslation('observer');
  const isLong = useStaysTrue(isAway, patienceMs);
  if (isLong) return <WallWithoutLine title={knownSeat(seatId)?.title ?? null} />;
  return (
    <Center h="100dvh">
      <Loader size="xl" role="status" aria-label={t('loading')} />
    </Center>
  );
}

function NoWall({ code }: { code: string | null }) {
  const { t } = useTranslation('observer');
  const word = useRejectionText();
  return (
    <Center h="100dvh">
      <EmptyState title={t('refused')} text={code === null ? t('refusedText') : word(code)} />
    </Center>
  );
}
