/** The keys, listed under `?`. */
import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dialogStyles } from '../parts/dialog-styles';
import { shortcutKeys } from './shortcuts';

export function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('facilitator');
  return (
    <Modal styles={dialogStyles} opened={isOpen} onClose={onClose} title={t('help.title')} centered>
      <Stack gap="xs">
        {shortcutKeys.map(({ keys, name }) => (
          <Group key={name} justify="space-between">
            <Text size="sm">{t(`help.${name}`)}</Text>
            <Group gap={4}>
              {keys.map((key) => (
                <Kbd key={key}>{key === 'Space' ? t('help.space') : key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
        <Text size="xs" c="dimmed">
          {t('help.note')}
        </Text>
      </Stack>
    </Modal>
  );
}
