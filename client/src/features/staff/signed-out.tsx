/** Without a session: where the link is to be found. */
import { Alert, Code, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function SignedOut({ isLinkWrong }: { isLinkWrong: boolean }) {
  const { t } = useTranslation('staff');
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('signedOut.title')}
      </Title>
      {isLinkWrong ? (
        <Alert color="red" role="alert">
          {t('signedOut.wrong')}
        </Alert>
      ) : null}
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
  );
}
