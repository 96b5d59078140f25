/** What a code opens: the exercise, the table and what it plays, and whose seat it is. */
import { Badge, Divider, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { Invitation } from '@trilogue/engine/protocol/http';
import { useTranslation } from 'react-i18next';
import { LocalizedLine } from '../../ui/localized-line';
import { groupCode } from './join-code';

export function InvitationCard({ invitation, code }: { invitation: Invitation; code: string }) {
  const { t } = useTranslation(['lobby', 'common']);
  const { title, scenarioTitle, defaultLanguage, role, stage, table, person } = invitation;
  return (
    <Paper withBorder p="lg" radius="md" shadow="xs">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed" className="tabular" translate="no">
            {groupCode(code)}
          </Text>
          <Badge variant="light" tt="none">
            {t(`common:stages.${stage}`)}
          </Badge>
        </Group>
        <div style={{ overflowWrap: 'anywhere' }}>
          <Title order={1} size="h2">
            {title}
          </Title>
          <Text c="dimmed">
            <LocalizedLine text={scenarioTitle} defaultLanguage={defaultLanguage} />
          </Text>
        </div>
        <Divider />
        {person === null ? null : (
          <div style={{ overflowWrap: 'anywhere' }}>
            <Text size="sm" c="dimmed">
              {t(invitation.isHandOver ? 'invitation.handOver' : 'invitation.kept')}
            </Text>
            <Text fw={650} fz="xl" translate="no">
              {person}
            </Text>
          </div>
        )}
        {table === null ? (
          <Text>{t(`common:roles.${role}`)}</Text>
        ) : (
          <div>
            <Text size="sm" c="dimmed">
              {t('invitation.table')}
            </Text>
            <Text fw={600} fz="lg" lang={table.language ?? undefined}>
              {table.name}
            </Text>
            <Text size="sm" c="dimmed" mt="xs">
              {t('invitation.teams')}
            </Text>
            <List size="sm" spacing={2}>
              {table.teams.map((team) => (
                <List.Item key={JSON.stringify(team)}>
                  <LocalizedLine text={team} defaultLanguage={defaultLanguage} />
                </List.Item>
              ))}
            </List>
          </div>
        )}
      </Stack>
    </Paper>
  );
}
