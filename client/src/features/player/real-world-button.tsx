/** The stop phrase as a button, with one question so that nobody stops three nations by a slip. */
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { useAct } from './use-act';
import { usePlayer } from './use-player';

const longestReason = 300;

export function RealWorldButton() {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const act = useAct();
  const [isOpen, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const { stage, realWorld } = view.exercise;
  if (stage !== 'lobby' && stage !== 'live') return null;

  const raise = () => {
    close();
    setReason('');
    void act({ type: 'RaiseRealWorld', reason });
  };

  return (
    <>
      <Button
        size="compact-sm"
        color="red.9"
        leftSection={<IconHandStop size={15} aria-hidden />}
        onClick={open}
        translate="no"
        data-tour="realWorld"
        style={{ flexShrink: 0 }}
      >
        REAL WORLD
      </Button>
      <Dialog isOpen={isOpen && realWorld === null} onClose={close} title={t('realWorld.title')}>
        <Stack>
          <Text>{t('realWorld.text')}</Text>
          <Textarea
            label={t('realWorld.reason')}
            value={reason}
            maxLength={longestReason}
            autosize
            minRows={2}
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:actions.cancel')}
            </Button>
            <Button color="red.9" onClick={raise}>
              {t('realWorld.raise')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
