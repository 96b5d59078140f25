/** Where staff come in, by an account or the printed link, and find or set up an exercise. */
import { Button, Center, Loader, Stack } from '@mantine/core';
import type { Myself } from '@trilogue/engine/protocol/accounts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../connection/api';
import { isWithoutLine } from '../../connection/line';
import { AppFrame } from '../../ui/app-frame';
import { ErrorNote } from '../../ui/error-note';
import { NoLinePage, patienceMs } from '../../ui/no-line';
import { useStaysTrue } from '../../ui/use-stays-true';
import { ExerciseList } from './exercise-list';
import { NameForm } from './name-form';
import { ScenarioList } from './scenario-list';
import { SignedOut } from './signed-out';
import { StaffActions } from './staff-actions';
import { keepStaffName, staffName } from './staff-name';
import { useMyself } from './use-myself';

export function StaffPage() {
  const { t } = useTranslation('staff');
  const { data: myself, error, isPending, failureReason, refetch, signedIn } = useMyself();
  const isAway = useStaysTrue(isPending && isWithoutLine(failureReason), patienceMs);
  useEffect(() => {
    document.title = `${t('pageTitle')} · Trilogue`;
  }, [t]);

  if (isAway) return <NoLinePage />;
  if (isPending) {
    return (
      <AppFrame>
        <Center py={120}>
          <Loader role="status" aria-label={t('loading')} />
        </Center>
      </AppFrame>
    );
  }
  if (myself === undefined) {
    const isSignedOut = error instanceof ApiProblem && error.status === 401;
    const code = error instanceof ApiProblem ? error.code : 'server/unavailable';
    return (
      <AppFrame size="sm">
        {isSignedOut ? (
          <SignedOut isLinkWrong={code === 'staff/wrong-secret'} onSignedIn={signedIn} />
        ) : (
          <ErrorNote code={code}>
            <Button mt="sm" variant="default" onClick={() => void refetch()}>
              {t('retry')}
            </Button>
          </ErrorNote>
        )}
      </AppFrame>
    );
  }
  return <SignedIn key={myself.account?.accountId ?? ''} myself={myself} />;
}

function SignedIn({ myself }: { myself: Myself }) {
  // Accounts have a name; whoever came by the printed link is asked for one.
  const [name, setName] = useState(() => myself.account?.name ?? staffName());
  const named = (chosen: string) => {
    keepStaffName(chosen);
    setName(chosen);
  };
  useEffect(() => {
    if (name !== '') keepStaffName(name);
  }, [name]);

  if (name === '') {
    return (
      <AppFrame size="xs">
        <NameForm onNamed={named} />
      </AppFrame>
    );
  }
  const { kind } = myself;
  const mayCreate = kind === 'administrator' || kind === 'facilitator';
  return (
    <AppFrame
      size="xl"
      actions={<StaffActions myself={myself} name={name} onRename={() => setName('')} />}
    >
      <Stack gap={40}>
        <ExerciseList name={name} mayCreate={mayCreate} />
        {mayCreate || kind === 'designer' ? <ScenarioList mayCreate={mayCreate} /> : null}
      </Stack>
    </AppFrame>
  );
}
