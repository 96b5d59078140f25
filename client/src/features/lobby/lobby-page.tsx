/** Where people come in: a code, then a name and a language, then their seat. */
import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { ApiProblem, look } from '../../connection/api';
import { isWithoutLine, untilAnswered } from '../../connection/line';
import { AppFrame } from '../../ui/app-frame';
import { NoLinePage, patienceMs } from '../../ui/no-line';
import { useStaysTrue } from '../../ui/use-stays-true';
import { CodeForm } from './code-form';
import { InvitationForm } from './invitation-form';
import { cleanCode, groupCode, shortestCode } from './join-code';
import { LobbyHero } from './lobby-hero';

export function LobbyPage() {
  const { t } = useTranslation('lobby');
  const navigate = useNavigate();
  const code = cleanCode(useParams().code ?? '');
  const isLookable = code.length >= shortestCode;
  const invitation = useQuery({
    queryKey: ['invitation', code],
    queryFn: () => look(code),
    enabled: isLookable,
    ...untilAnswered,
  });
  const { isPending, failureReason } = invitation;
  const isAway = useStaysTrue(isLookable && isPending && isWithoutLine(failureReason), patienceMs);

  useEffect(() => {
    document.title = `${t('pageTitle')} · Trilogue`;
  }, [t]);

  const problem = invitation.error instanceof ApiProblem ? invitation.error.code : null;
  if (isAway) return <NoLinePage />;
  if (isLookable && isPending) {
    return (
      <AppFrame size="xs">
        <Center py={120}>
          <Loader role="status" aria-label={t('looking')} />
        </Center>
      </AppFrame>
    );
  }
  if (invitation.data !== undefined) {
    return (
      <AppFrame size="xs">
        <InvitationForm code={code} invitation={invitation.data} />
      </AppFrame>
    );
  }
  return (
    <AppFrame size="md">
      <LobbyHero>
        <CodeForm
          key={code}
          code={code}
          problem={problem}
          onEnter={(entered) =>
            entered === code ? void invitation.refetch() : navigate(`/join/${groupCode(entered)}`)
          }
        />
      </LobbyHero>
    </AppFrame>
  );
}
