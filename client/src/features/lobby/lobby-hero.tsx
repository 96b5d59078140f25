/** The start page: what this is, the way in, and the seats this device holds. */
import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { forgetSeat, type KnownSeat, knownSeats, seatPath } from '../../connection/seat-store';

export function LobbyHero({ children }: { children: ReactNode }) {
  const { t } = useTranslation('lobby');
  const [seats, setSeats] = useState(knownSeats);
  return (
    <Stack gap="xl" maw={560} mx="auto" py={{ base: 0, sm: 'xl' }}>
      <Stack gap="xs">
        <Title order={1} fz={{ base: 28, sm: 36 }} lh={1.25}>
          {t('hero.title')}
        </Title>
        <Text c="dimmed">{t('hero.text')}</Text>
      </Stack>
      {children}
      {seats.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2} size="h5">
            {t('known.title')}
          </Title>
          {seats.slice(0, 5).map((seat) => (
            <KnownSeatRow
              key={seat.seatId}
              seat={seat}
              onForget={() => {
                forgetSeat(seat.seatId);
                setSeats(knownSeats());
              }}
            />
          ))}
        </Stack>
      )}
      <Anchor component={Link} to="/staff" size="sm" c="dimmed">
        {t('hero.staff')}
      </Anchor>
    </Stack>
  );
}

function KnownSeatRow({ seat, onForget }: { seat: KnownSeat; onForget: () => void }) {
  const { t } = useTranslation('lobby');
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} truncate>
            {seat.name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {[seat.tableName, seat.title].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onForget}>
            {t('known.forget')}
          </Button>
          <Button
            component={Link}
            to={seatPath(seat)}
            size="compact-md"
            variant="light"
            rightSection={<IconArrowRight size={15} aria-hidden />}
          >
            {t('known.continue')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
