/** The keys, listed under `?`, and the way to turn them off. */
import { Group, Kbd, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStored } from '../hooks/use-stored';
import { RoomModal } from '../parts/room-modal';
import { keysStore, shortcutKeys } from './shortcuts';

const timelineKeys = [
  ['←', '→', '↑', '↓'],
  ['Shift', '←', '→'],
  ['+', '-', '0'],
] as const;
const timelineNames = ['walk', 'nudge', 'zoom'] as const;

export function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('facilitator');
  const [isOn, setIsOn] = useStored(keysStore, true);
  return (
    <RoomModal opened={isOpen} onClose={onClose} title={t('help.title')} size="lg">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xl" verticalSpacing={6}>
          {shortcutKeys.map(({ shown, name }) => (
            <Key key={name} keys={[shown === 'Space' ? t('help.space') : shown]}>
              {t(`help.${name}`)}
            </Key>
          ))}
        </SimpleGrid>
        <Text fw={650} size="sm">
          {t('help.onTimeline')}
        </Text>
        {timelineNames.map((name, index) => (
          <Key key={name} keys={timelineKeys[index] ?? []}>
            {t(`help.timelineKeys.${name}`)}
          </Key>
        ))}
        <Text size="xs" c="dimmed">
          {t('help.note')}
        </Text>
        <Switch
          label={t('help.switch')}
          checked={isOn}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            setIsOn(() => checked);
          }}
        />
      </Stack>
    </RoomModal>
  );
}

function Key({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{children}</Text>
      <Group gap={4} wrap="nowrap">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </Group>
    </Group>
  );
}
