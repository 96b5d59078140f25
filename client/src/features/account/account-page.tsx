/** One's own account: password, second factor, signing out everywhere. */
import { Button, Card, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { changePassword, signOutEverywhere } from '../../connection/account-api';
import { forgetViewsEverywhere } from '../../connection/kept-view';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNote } from '../../ui/error-note';
import { notify } from '../../ui/notify';
import { AccountFrame } from './account-frame';
import { isReady, noPassword, PasswordFields } from './password-fields';
import { SecondFactorCard } from './second-factor-card';
import { useAction } from './use-action';

export function AccountPage() {
  const { t } = useTranslation('account');
  useEffect(() => {
    document.title = `${t('mine.title')} · Trilogue`;
  }, [t]);
  return (
    <AccountFrame size="sm">
      {({ account, kind }) =>
        account === null ? (
          <EmptyState title={t('mine.none')} text={t('mine.noneText')} />
        ) : (
          <Stack gap="lg">
            <div>
              <Title order={1} size="h2">
                {t('mine.title')}
              </Title>
              <Text c="dimmed">
                {[account.name, account.login, t(`common:accountKinds.${kind}`)].join(' · ')}
              </Text>
            </div>
            <PasswordCard login={account.login} />
            <SecondFactorCard
              isOn={account.hasSecondFactor}
              recoveryCodesLeft={account.recoveryCodesLeft}
            />
            <SessionsCard />
          </Stack>
        )
      }
    </AccountFrame>
  );
}

function PasswordCard({ login }: { login: string }) {
  const { t } = useTranslation('account');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(noPassword);
  const { run, isBusy, refusal } = useAction(
    () => changePassword({ current, next: next.password }),
    () => {
      setCurrent('');
      setNext(noPassword);
      notify({ message: t('mine.passwordChanged') });
    },
  );
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="password-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(undefined);
        }}
      >
        <Stack>
          <Title order={2} size="h4" id="password-title">
            {t('mine.password')}
          </Title>
          <Text c="dimmed" size="sm">
            {t('mine.passwordText')}
          </Text>
          {/* Password managers look for whose password it is. */}
          <input
            type="text"
            name="username"
            autoComplete="username"
            value={login}
            readOnly
            hidden
          />
          <PasswordInput
            label={t('mine.current')}
            autoComplete="current-password"
            required
            value={current}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordFields value={next} onChange={setNext} />
          {refusal === null ? null : <ErrorNote code={refusal} />}
          <Button type="submit" loading={isBusy} disabled={current === '' || !isReady(next)}>
            {t('mine.change')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function SessionsCard() {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { run, isBusy, refusal } = useAction(signOutEverywhere, () => {
    forgetViewsEverywhere(sessionStorage);
    queries.clear();
    void navigate('/staff', { replace: true });
  });
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="sessions-title">
      <Stack>
        <Title order={2} size="h4" id="sessions-title">
          {t('mine.sessions')}
        </Title>
        <Text c="dimmed" size="sm">
          {t('mine.sessionsText')}
        </Text>
        {refusal === null ? null : <ErrorNote code={refusal} />}
        <Button variant="default" loading={isBusy} onClick={() => run(undefined)}>
          {t('mine.signOutEverywhere')}
        </Button>
      </Stack>
    </Card>
  );
}
