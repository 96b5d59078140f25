/** "We have it": one press for the table. */
import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoneBy } from './done-by';
import { useAct } from './use-act';
import { usePlayer } from './use-player';

export function AcknowledgePart({ injectId }: { injectId: InjectId }) {
  const { t } = useTranslation('player');
  const { view, canAct } = usePlayer();
  const act = useAct();
  const [isSending, setSending] = useState(false);
  const stamp = view.deliveries[injectId]?.acknowledged ?? null;
  const isAsked = Object.values(view.tasks).some(
    (task) => task.injectId === injectId && task.kind === 'acknowledge' && task.status === 'open',
  );

  if (stamp !== null) {
    return (
      <Group gap={6}>
        <IconCheck size={17} color="var(--mantine-color-teal-7)" aria-hidden />
        <Text size="sm">{t('acknowledge.done')}</Text>
        <DoneBy stamp={stamp} />
      </Group>
    );
  }
  if (!canAct) return null;
  const acknowledge = async () => {
    setSending(true);
    await act({ type: 'AcknowledgeInject', injectId });
    setSending(false);
  };
  return (
    <div>
      <Button
        variant={isAsked ? 'filled' : 'default'}
        loading={isSending}
        leftSection={<IconCheck size={17} aria-hidden />}
        onClick={() => void acknowledge()}
      >
        {t('acknowledge.button')}
      </Button>
    </div>
  );
}
