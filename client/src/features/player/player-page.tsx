/** One seat's screen: finds its token, connects, and shows what the exercise's stage calls for. */
import { Button, Center, Loader, Stack, Text } from '@mantine/core';
import type { PlayerView } from '@trilogue/engine/views/player-view';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ExerciseProvider } from '../../connection/exercise-context';
import type { CommandInput } from '../../connection/outbox';
import { useExercise } from '../../connection/use-exercise';
import { useForgetsLostSeat, useSeatToken } from '../../connection/use-seat';
import { AppFrame } from '../../ui/app-frame';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNote } from '../../ui/error-note';
import { NoLinePage, patienceMs } from '../../ui/no-line';
import { useStaysTrue } from '../../ui/use-stays-true';
import { lazyPart } from './lazy-part';
import { PlayerScreen } from './player-screen';

/** Not for the first load: the worker keeps it with the rest. */
const WithoutLine = lazyPart(async () => ({
  default: (await import('./without-line')).WithoutLine,
}));

export function PlayerPage() {
  const { exerciseId = '', seatId = '' } = useParams();
  const token = useSeatToken(seatId);
  return token === undefined ? (
    <NoSeatHere />
  ) : (
    <ConnectedPlayer key={seatId} exerciseId={exerciseId} seatId={seatId} token={token} />
  );
}

function ConnectedPlayer(props: { exerciseId: string; seatId: string; token: string }) {
  const { exerciseId, seatId, token } = props;
  const { t } = useTranslation('player');
  const connection = useExercise<PlayerView>({ exerciseId, token, isViewKept: true });
  useForgetsLostSeat({ exerciseId, seatId }, connection);
  const { status, refusal, view, audience } = connection;

  if (status === 'refused' || status === 'gone') {
    const isOutdated = refusal?.code === 'protocol/version';
    return (
      <AppFrame size="xs">
        <Stack>
          <ErrorNote code={refusal?.code ?? 'seat/unknown'} title={t(`closed.${status}`)} />
          {status === 'refused' && isOutdated && (
            <Button onClick={() => window.location.reload()}>{t('common:pageError.reload')}</Button>
          )}
          {status === 'refused' && !isOutdated && (
            <Button onClick={connection.retry}>{t('closed.retry')}</Button>
          )}
          <Button component={Link} to="/" variant="default">
            {t('closed.toLobby')}
          </Button>
        </Stack>
      </AppFrame>
    );
  }
  if (view === null || audience?.role !== 'player') {
    return status === 'live' ? (
      <Connecting />
    ) : (
      <Arriving seatId={seatId} outgoing={connection.outgoing} />
    );
  }
  return (
    <ExerciseProvider connection={connection}>
      <PlayerScreen />
    </ExerciseProvider>
  );
}

function Arriving(props: { seatId: string; outgoing: readonly CommandInput[] }) {
  const isAway = useStaysTrue(true, patienceMs);
  if (!isAway) return <Connecting />;
  return (
    <Suspense fallback={<NoLinePage isExercise />}>
      <WithoutLine {...props} />
    </Suspense>
  );
}

function Connecting() {
  const { t } = useTranslation('player');
  return (
    <Center mih="100dvh">
      <Stack align="center">
        <Loader aria-hidden />
        <Text role="status">{t('connecting')}</Text>
      </Stack>
    </Center>
  );
}

function NoSeatHere() {
  const { t } = useTranslation('player');
  return (
    <AppFrame size="xs">
      <EmptyState title={t('noSeat.title')} text={t('noSeat.text')}>
        <Button component={Link} to="/">
          {t('closed.toLobby')}
        </Button>
      </EmptyState>
    </AppFrame>
  );
}
