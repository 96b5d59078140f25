/** Asks staff for their name. */
import { Button, Card, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestName, staffName } from './staff-name';

export function NameForm({ onNamed }: { onNamed: (name: string) => void }) {
  const { t } = useTranslation('staff');
  const [name, setName] = useState(staffName);
  return (
    <Card withBorder padding="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onNamed(name.trim());
        }}
      >
        <Stack>
          <Title order={1} size="h3">
            {t('name.title')}
          </Title>
          <Text c="dimmed">{t('name.text')}</Text>
          <TextInput
            label={t('name.label')}
            autoComplete="name"
            maxLength={longestName}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {t('name.go')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
