/** A screen broke: say so, offer to load it anew. What was sent is safe on the server. */
import { Button, Container, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function PageError() {
  const { t } = useTranslation('common');
  return (
    <Container size="xs" py="xl">
      <Stack>
        <Title order={1} size="h2">
          {t('pageError.title')}
        </Title>
        <Text>{t('pageError.text')}</Text>
        <Button onClick={() => window.location.reload()}>{t('pageError.reload')}</Button>
      </Stack>
    </Container>
  );
}
