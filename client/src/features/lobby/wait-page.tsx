/** Before the door: whoever joined waits here until control lets them in, and then goes in by themselves. */
import { Button, Loader, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDoorOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { ApiProblem } from '../../connection/api';
import { wait } from '../../connection/entry-api';
import { forgetSeat, keepSeat, knownSeat, seatPath, seatToken } from '../../connection/seat-store';
import { AppFrame } from '../../ui/app-frame';
import { EmptyState } from '../../ui/empty-state';

/** Where the server has not said when to ask again, in ms. */
const usualWaitMs = 5_000;

export function WaitPage() {
  const { exerciseId = '', seatId = '' } = useParams();
  const token = useMemo(() => seatToken(seatId), [seatId]);
  if (token === undefined) return <Navigate to="/" replace />;
  return <Waiting key={seatId} exerciseId={exerciseId} seatId={seatId} token={token} />;
}

function Waiting(props: { exerciseId: string; seatId: string; token: string }) {
  const { exerciseId, seatId, token } = props;
  const { t } = useTranslation('lobby');
  const navigate = useNavigate();
  // As it was when this page came: it is forgotten once its holder is turned away.
  const seat = useMemo(() => knownSeat(seatId), [seatId]);
  const { data, error } = useQuery({
    queryKey: ['wait', seatId],
    queryFn: () => wait(exerciseId, token),
    refetchInterval: ({ state }) =>
      isOver(state.data?.status, state.error) ? false : (state.data?.askAgainMs ?? usualWaitMs),
    // Told at once on coming back to this page.
    refetchOnWindowFocus: true,
    refetchIntervalInBackground: true,
    retry: false,
    gcTime: 0,
  });
  const status = isUnknown(error) ? 'gone' : data?.status;

  useEffect(() => {
    document.title = `${t(status === 'admitted' ? 'wait.admitted' : 'wait.pageTitle')} · Trilogue`;
  }, [t, status]);
  useEffect(() => {
    if (status === 'turned-away' || status === 'gone') forgetSeat(seatId);
    if (status !== 'admitted' || seat === undefined) return;
    const admitted = { ...seat, isWaiting: false };
    keepSeat(admitted, token);
    navigate(seatPath(admitted), { replace: true });
  }, [status, seat, seatId, token, navigate]);

  return (
    <AppFrame size="xs">
      {status === 'turned-away' || status === 'gone' ? (
        <Paper withBorder radius="md" role="status">
          <EmptyState
            icon={<IconDoorOff size={36} aria-hidden />}
            title={t(status === 'gone' ? 'wait.gone' : 'wait.turnedAway')}
            text={t('wait.turnedAwayText')}
          >
            <Button component={Link} to="/" mt="sm">
              {t('join.otherCode')}
            </Button>
          </EmptyState>
        </Paper>
      ) : (
        <Paper withBorder p={{ base: 'lg', sm: 'xl' }} radius="md" shadow="xs">
          <Stack align="center" ta="center" gap="md" style={{ overflowWrap: 'anywhere' }}>
            <Loader type="dots" aria-hidden />
            <div role="status">
              <Title order={1} size="h2" mb="md">
                {t('wait.title')}
              </Title>
              <Text>{t('wait.text')}</Text>
            </div>
            <Stack gap={2}>
              <Text fw={600}>{data?.title ?? seat?.title}</Text>
              <Text c="dimmed">{data?.table ?? seat?.tableName}</Text>
              <Text size="sm" c="dimmed" mt="xs">
                {t('wait.as')}
              </Text>
              <Text fw={600} translate="no">
                {seat?.name}
              </Text>
            </Stack>
            <Text size="sm" c="orange" role="status">
              {error === null ? '' : t('wait.offline')}
            </Text>
          </Stack>
        </Paper>
      )}
    </AppFrame>
  );
}

function isOver(status: string | undefined, error: unknown): boolean {
  return isUnknown(error) || (status !== undefined && status !== 'waiting');
}

/** The server knows no such seat; it is not that it can't be asked. */
function isUnknown(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 404;
}
