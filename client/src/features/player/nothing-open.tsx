/** The middle of the wide screen before an inject is chosen. */
import { Box } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state';

export function NothingOpen() {
  const { t } = useTranslation('player');
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
