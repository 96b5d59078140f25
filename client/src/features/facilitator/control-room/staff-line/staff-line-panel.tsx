/** The private line: what staff tell each other, and no player ever sees. */
import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useThreads } from '../../hooks/use-threads';
import { staffThread } from '../../logic/message-threads';
import { desk } from '../desk-styles';
import { ThreadView } from '../sim-cell/thread-view';

export function StaffLinePanel() {
  const { t } = useTranslation('facilitator');
  const { threads } = useThreads();
  const thread = threads.find(({ key }) => key === staffThread);
  return (
    <section className={desk.panel} aria-label={t('staffLine.title')}>
      <div className={desk.head}>
        <IconLock size={16} aria-hidden />
        <Text component="h2" fw={650}>
          {t('staffLine.title')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('staffLine.text')}
        </Text>
      </div>
      {thread === undefined ? null : <ThreadView thread={thread} />}
    </section>
  );
}
