/** Control asks whether every screen is heard: one big button, and then that it was. */
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBroadcast, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutgoing } from './outgoing';
import classes from './player.module.css';
import { useAct } from './use-act';
import { usePlayer } from './use-player';

export function CommsCheck() {
  const { t } = useTranslation('player');
  const { view, seatId } = usePlayer();
  const act = useAct();
  const [isSending, setSending] = useState(false);
  const waiting = useOutgoing('AcknowledgeCommsCheck');
  const { commsCheck, exercise, seats } = view;
  // Asked before StartEx; afterwards injects show who is there.
  if (commsCheck === null || exercise.stage !== 'lobby' || seatId === null) return null;
  const heard = commsCheck.seatIds.length;
  const total = Object.keys(seats).length;

  if (commsCheck.seatIds.includes(seatId)) {
    return (
      <Group className={classes.commsDone ?? ''} gap={8} justify="center" role="status">
        <IconCheck size={18} aria-hidden />
        <Text size="sm" fw={600}>
          {t('comms.heard', { heard, total })}
        </Text>
      </Group>
    );
  }
  const answer = async () => {
    setSending(true);
    await act({ type: 'AcknowledgeCommsCheck' });
    setSending(false);
  };
  return (
    <Stack className={classes.comms ?? ''} align="center" gap="sm" role="alert">
      <Text fw={650}>{t('comms.title')}</Text>
      <Button
        size="xl"
        fullWidth
        maw={420}
        loading={isSending || waiting !== null}
        leftSection={<IconBroadcast size={26} aria-hidden />}
        onClick={() => void answer()}
      >
        {t('comms.answer')}
      </Button>
    </Stack>
  );
}
