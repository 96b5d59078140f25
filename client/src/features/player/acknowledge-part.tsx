/** "We have it": one press for the table. */
import { Button, Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { useTranslation } from 'react-i18next';
import { DoneBy } from './done-by';
import { QueuedNote, useOutgoing } from './outgoing';
import { useAct } from './use-act';
import { usePlayer } from './use-player';

export function AcknowledgePart({ injectId }: { injectId: InjectId }) {
  const { t } = useTranslation('player');
  const { view, canAct } = usePlayer();
  const act = useAct();
  const waiting = useOutgoing('AcknowledgeInject', (command) => command.injectId === injectId);
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
  if (waiting !== null) return <QueuedNote text={t('acknowledge.button')} />;
  if (!canAct) return null;
  return (
    <div>
      <Button
        size="md"
        variant={isAsked ? 'filled' : 'default'}
        leftSection={<IconCheck size={17} aria-hidden />}
        onClick={() => void act({ type: 'AcknowledgeInject', injectId })}
      >
        {t('acknowledge.button')}
      </Button>
    </div>
  );
}
