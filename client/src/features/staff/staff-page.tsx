/** Where staff come in by the printed link, and find or set up an exercise. */
import { Button, Center, Group, Loader, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  ApiProblem,
  closeStaffSession,
  openStaffSession,
  staffSession,
} from '../../connection/api';
import { AppFrame } from '../../ui/app-frame';
import { ErrorNote } from '../../ui/error-note';
import { ExerciseList } from './exercise-list';
import { NameForm } from './name-form';
import { ScenarioList } from './scenario-list';
import { SignedOut } from './signed-out';
import { keepStaffName, staffName } from './staff-name';

export function StaffPage() {
  const { t } = useTranslation('staff');
  const session = useStaffSession();
  const [name, setName] = useState(staffName);
  const code = session.error instanceof ApiProblem ? session.error.code : null;
  useEffect(() => {
    document.title = `${t('pageTitle')} · Trilogue`;
  }, [t]);

  if (session.isPending) {
    return (
      <AppFrame>
        <Center py={120}>
          <Loader role="status" aria-label={t('loading')} />
        </Center>
      </AppFrame>
    );
  }
  if (session.isError) {
    const isSignedOut = session.error instanceof ApiProblem && session.error.status === 401;
    return (
      <AppFrame size="sm">
        {isSignedOut ? (
          <SignedOut isLinkWrong={code === 'staff/wrong-secret'} />
        ) : (
          <ErrorNote code={code ?? 'server/unavailable'}>
            <Button mt="sm" variant="default" onClick={() => void session.refetch()}>
              {t('retry')}
            </Button>
          </ErrorNote>
        )}
      </AppFrame>
    );
  }
  if (name === '') {
    return (
      <AppFrame size="xs">
        <NameForm
          onNamed={(chosen) => {
            keepStaffName(chosen);
            setName(chosen);
          }}
        />
      </AppFrame>
    );
  }
  return (
    <AppFrame size="xl" actions={<StaffActions name={name} onRename={() => setName('')} />}>
      <Stack gap={40}>
        <ExerciseList />
        <ScenarioList />
      </Stack>
    </AppFrame>
  );
}

/** The secret goes out of the address before anything else, so that no history or screen keeps it. */
function useStaffSession() {
  const navigate = useNavigate();
  const [secret] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    if (secret !== '') void navigate('/staff', { replace: true });
  }, [secret, navigate]);
  return useQuery({
    queryKey: ['staff-session', secret],
    queryFn: () => (secret === '' ? staffSession() : openStaffSession(secret)),
    retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status < 500),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function StaffActions({ name, onRename }: { name: string; onRename: () => void }) {
  const { t } = useTranslation('staff');
  const queries = useQueryClient();
  const signOut = async () => {
    await closeStaffSession().catch(() => null);
    queries.clear();
    window.location.reload();
  };
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={onRename}
        aria-label={t('rename', { name })}
      >
        {name}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void signOut()}>
        {t('signOut')}
      </Button>
    </Group>
  );
}
