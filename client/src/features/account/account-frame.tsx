/** The frame of the account's screens: for whoever is signed in, with the way back. */
import { Button, Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Myself } from '@trilogue/engine/protocol/accounts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { myself } from '../../connection/account-api';
import { ApiProblem } from '../../connection/api';
import { isWithoutLine, untilAnswered } from '../../connection/line';
import { AppFrame } from '../../ui/app-frame';
import { ErrorNote } from '../../ui/error-note';
import { NoLinePage, patienceMs } from '../../ui/no-line';
import { useStaysTrue } from '../../ui/use-stays-true';
import { codeOf } from './use-action';

export function AccountFrame(props: {
  readonly size: 'sm' | 'xl';
  readonly children: (myself: Myself) => ReactNode;
}) {
  const { t } = useTranslation('account');
  const { data, error, failureReason } = useQuery({
    queryKey: ['my-account'],
    queryFn: myself,
    ...untilAnswered,
  });
  const isAway = useStaysTrue(data === undefined && isWithoutLine(failureReason), patienceMs);
  if (isAway) return <NoLinePage />;
  if (error instanceof ApiProblem && error.status === 401) return <Navigate to="/staff" replace />;
  return (
    <AppFrame
      size={props.size}
      actions={
        <Button size="compact-sm" variant="default" component={Link} to="/staff">
          {t('back')}
        </Button>
      }
    >
      {error === null ? null : <ErrorNote code={codeOf(error)} />}
      {data === undefined && error === null ? (
        <Center py={120}>
          <Loader role="status" aria-label={t('loading')} />
        </Center>
      ) : null}
      {data === undefined ? null : props.children(data)}
    </AppFrame>
  );
}
