/** Without a session: sign in, or find the printed link. */
import { Alert, Code, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form';

export function SignedOut(props: {
  readonly isLinkWrong: boolean;
  readonly onSignedIn: () => void;
}) {
  const { t } = useTranslation('staff');
  return (
    <Stack gap="xl">
      {props.isLinkWrong ? (
        <Alert color="red" role="alert">
          {t('signedOut.wrong')}
        </Alert>
      ) : null}
      <SignInForm onSignedIn={props.onSignedIn} />
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('signIn.orLink')}
        </Title>
        <Text>{t('signedOut.text')}</Text>
        <List>
          <List.Item>{t('signedOut.terminal')}</List.Item>
          <List.Item>
            <Text span mr={6}>
              {t('signedOut.looksLike')}
            </Text>
            <Code translate="no">{`${window.location.origin}/staff#…`}</Code>
          </List.Item>
          <List.Item>{t('signedOut.restart')}</List.Item>
        </List>
        <Text c="dimmed" size="sm">
          {t('signedOut.players')}
        </Text>
      </Stack>
    </Stack>
  );
}
