/** Who sits at this table, and who is here at this moment. */
import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlayer } from './use-player';

export function TableMembers() {
  const { t } = useTranslation('player');
  const { view, connection, seatId } = usePlayer();
  const members = connection.roster.filter(
    (entry) => entry.role === 'player' && entry.tableId === view.table.tableId,
  );
  return (
    <section>
      <Title order={2} size="h5" mb="xs">
        {t('members.title', { count: members.length })}
      </Title>
      <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {members.map((member) => (
          <Group key={member.seatId} component="li" gap={8} wrap="nowrap">
            <Dot isOnline={member.isOnline} />
            <Text size="sm" truncate>
              {member.name}
              {member.seatId === seatId && ` (${t('people.you')})`}
            </Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
}

function Dot({ isOnline }: { isOnline: boolean }) {
  const { t } = useTranslation('player');
  const label = t(isOnline ? 'members.online' : 'members.offline');
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      style={{
        flex: 'none',
        width: 10,
        height: 10,
        borderRadius: '50%',
        border: `2px solid var(--mantine-color-${isOnline ? 'teal-7' : 'gray-6'})`,
        background: isOnline ? 'var(--mantine-color-teal-7)' : 'transparent',
      }}
    />
  );
}
