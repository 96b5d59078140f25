/** Why the clock stands, that the exercise was put aside, or that it is over. */
import { Anchor, Box, Group, Text } from '@mantine/core';
import { IconFlag, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePlayer } from './use-player';

export function PauseNote() {
  const { t } = useTranslation('player');
  const { view, seatId } = usePlayer();
  const { clock, exercise } = view;
  const isEnded = exercise.stage === 'ended';
  const { isAside } = exercise;
  if (!isEnded && !isAside && clock.status !== 'paused') return null;
  const Icon = isEnded ? IconFlag : IconPlayerPause;
  const why = isAside ? 'aside' : (clock.pauseCause ?? 'person');
  return (
    <Box
      role="status"
      bg={isEnded ? 'harbour.8' : 'orange.5'}
      c={isEnded ? 'white' : 'black'}
      px="md"
      py={6}
    >
      <Group gap="xs" justify="center" wrap="nowrap">
        <Icon size={17} aria-hidden style={{ flexShrink: 0 }} />
        <Text size="sm" fw={600}>
          {isEnded ? t('ended.strip') : t(`paused.${why}`)}
        </Text>
        {isEnded && exercise.exerciseId !== null && seatId !== null && (
          <Anchor
            component={Link}
            to={`/review/${exercise.exerciseId}/${seatId}`}
            size="sm"
            c="white"
            underline="always"
          >
            {t('ended.review')}
          </Anchor>
        )}
      </Group>
    </Box>
  );
}
