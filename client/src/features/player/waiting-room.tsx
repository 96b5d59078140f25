/** Before StartEx: what this is, what the table is there to do, who has come, what will happen. */
import { Grid, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LocalizedLine } from '../../ui/localized-line';
import { ListedPeople, useIsScribe } from './listed-people';
import { Missions } from './missions';
import { TableMembers } from './table-members';
import { usePlayer } from './use-player';

const steps = ['injects', 'answer', 'control', 'realWorld'] as const;

export function WaitingRoom() {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const isScribe = useIsScribe();
  const { exercise } = view;
  return (
    <Stack gap="lg">
      <div>
        <Text role="status" fw={650} c="harbour" mb={4}>
          {t('waiting.status')}
        </Text>
        <Title order={1} fz={{ base: 24, sm: 32 }} lh={1.3}>
          <LocalizedLine text={exercise.scenarioTitle} defaultLanguage={defaultLanguage} />
        </Title>
      </div>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Paper withBorder p="lg" radius="md">
            <Title order={2} size="h4" mb="md">
              {t('situation.missions')}
            </Title>
            <Missions />
          </Paper>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Paper withBorder p="lg" radius="md">
              {isScribe ? <ListedPeople /> : <TableMembers />}
            </Paper>
            <Paper withBorder p="lg" radius="md">
              <Title order={2} size="h5" mb="xs">
                {t('waiting.next')}
              </Title>
              <List size="sm" spacing="xs" type="ordered">
                {steps.map((step) => (
                  <List.Item key={step}>{t(`waiting.steps.${step}`)}</List.Item>
                ))}
              </List>
            </Paper>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
