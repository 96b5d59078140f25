/** Login and password and, where the account asks for one, a code. */
import { Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../connection/account-api';
import { ApiProblem } from '../../connection/api';
import { ErrorNote } from '../../ui/error-note';

export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('staff');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [needsCode, setNeedsCode] = useState(false);
  const entering = useMutation({
    mutationFn: () => signIn({ login, password, ...(needsCode ? { code } : {}) }),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (codeOf(error) === 'staff/code-needed') setNeedsCode(true);
      if (codeOf(error) === 'staff/wrong-code') setCode('');
    },
  });
  const refusal = entering.error === null ? null : codeOf(entering.error);
  const startOver = () => {
    setNeedsCode(false);
    setPassword('');
    setCode('');
    entering.reset();
  };
  return (
    <Card withBorder padding="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate();
        }}
      >
        <Stack>
          <Title order={1} size="h2">
            {t('signIn.title')}
          </Title>
          {needsCode ? (
            <TextInput
              // The field is new: whoever types goes on here.
              key="code"
              ref={(field) => field?.focus()}
              label={t('signIn.code')}
              description={t('signIn.codeText')}
              autoComplete="one-time-code"
              autoCapitalize="characters"
              spellCheck={false}
              required
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          ) : (
            <>
              <Text c="dimmed">{t('signIn.text')}</Text>
              <TextInput
                label={t('signIn.login')}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                value={login}
                onChange={(event) => setLogin(event.currentTarget.value)}
              />
              <PasswordInput
                label={t('signIn.password')}
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
            </>
          )}
          {refusal === null || refusal === 'staff/code-needed' ? null : (
            <ErrorNote code={refusal} />
          )}
          <Button type="submit" loading={entering.isPending}>
            {t('signIn.go')}
          </Button>
          {needsCode ? (
            <Button variant="subtle" onClick={startOver}>
              {t('signIn.back')}
            </Button>
          ) : null}
        </Stack>
      </form>
    </Card>
  );
}

function codeOf(error: Error): string {
  return error instanceof ApiProblem ? error.code : 'server/unavailable';
}
