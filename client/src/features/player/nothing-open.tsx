/** The middle of the wide screen before an inject is chosen; after EndEx, thanks and results. */
import { Box } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';
import { LazyEnded } from './lazy-panels';
import { usePlayer } from './use-player';

export function NothingOpen() {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  if (view.exercise.stage === 'ended') {
    return (
      <Box p="lg">
        <LazyEnded />
      </Box>
    );
  }
  return (
    <Box pt={80}>
      <EmptyState
        icon={<IconMailOpened size={40} stroke={1.3} aria-hidden />}
        title={t('nothingOpen.title')}
        text={t('nothingOpen.text')}
      />
    </Box>
  );
}
