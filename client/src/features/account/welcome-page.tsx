/** Where a one-time link leads: the first administrator, invited people and those who lost a password set one. */
import { Button, Card, Center, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OneTimeLink } from '@trilogue/engine/protocol/accounts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { lookAtLink, openLink } from '../../connection/account-api';
import { ApiProblem } from '../../connection/api';
import { AppFrame } from '../../ui/app-frame';
import { ErrorNote } from '../../ui/error-note';
import { isReady, noPassword, PasswordFields } from './password-fields';
import { codeOf, useAction } from './use-action';

export function WelcomePage() {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    document.title = `${t('welcome.pageTitle')} · Trilogue`;
    // No history and no screen keeps the secret.
    if (window.location.hash !== '') void navigate('/welcome', { replace: true });
  }, [t, navigate]);
  const link = useQuery({
    queryKey: ['one-time-link', token],
    queryFn: () => lookAtLink(token),
    retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.status < 500),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <AppFrame size="xs">
      {link.isPending ? (
        <Center py={120}>
          <Loader role="status" aria-label={t('loading')} />
        </Center>
      ) : null}
      {link.error === null ? null : (
        <Stack>
          <Title order={1} size="h2">
            {t('welcome.noLink')}
          </Title>
          <ErrorNote code={token === '' ? 'staff/unknown-link' : codeOf(link.error)} />
          <Text>{t('welcome.noLinkText')}</Text>
          <Button component={Link} to="/staff" variant="default">
            {t('welcome.toSignIn')}
          </Button>
        </Stack>
      )}
      {link.data === undefined ? null : <SetPassword token={token} link={link.data} />}
    </AppFrame>
  );
}

function SetPassword({ token, link }: { token: string; link: OneTimeLink }) {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isFirst = link.purpose === 'first-administrator';
  const [login, setLogin] = useState(link.login ?? '');
  const [name, setName] = useState(link.name ?? '');
  const [password, setPassword] = useState(noPassword);
  const { run, isBusy, refusal } = useAction(
    () => openLink({ token, password: password.password, ...(isFirst ? { login, name } : {}) }),
    () => {
      queries.removeQueries();
      void navigate('/staff', { replace: true });
    },
  );
  return (
    <Card withBorder padding="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(undefined);
        }}
      >
        <Stack>
          <Title order={1} size="h2">
            {t(`welcome.titles.${link.purpose}`)}
          </Title>
          <Text c="dimmed">{t(`welcome.texts.${link.purpose}`)}</Text>
          {isFirst ? (
            <TextInput
              label={t('name')}
              autoComplete="name"
              maxLength={60}
              required
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          ) : (
            <Text fw={600}>{link.name}</Text>
          )}
          <TextInput
            label={t('login')}
            {...(isFirst ? { description: t('loginText') } : {})}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={80}
            required
            readOnly={!isFirst}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
          />
          <PasswordFields value={password} onChange={setPassword} />
          {refusal === null ? null : <ErrorNote code={refusal} />}
          <Button type="submit" loading={isBusy} disabled={!isReady(password)}>
            {t('welcome.go')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
