/** What is announced and open, the nearest deadline first. */
import { Group, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../ui/clocks';
import { LocalizedLine } from '../../ui/localized-line';
import { openTasks } from './inbox-model';
import classes from './player.module.css';
import { usePlace } from './use-place';
import { usePlayer } from './use-player';

export function TaskStrip() {
  const { t } = useTranslation('player');
  const { view, defaultLanguage } = usePlayer();
  const { openInject } = usePlace();
  const tasks = openTasks(view);
  if (tasks.length === 0 || view.exercise.stage !== 'live') return null;
  return (
    <section
      aria-label={t('tasks.title')}
      style={{ flex: 'none', borderBottom: '1px solid var(--mantine-color-default-border)' }}
    >
      <div className={classes.strip}>
        <Group gap="xs" wrap="nowrap" p="xs" w="max-content">
          {tasks.map((task) => (
            <UnstyledButton
              key={`${task.injectId} ${task.expectationId}`}
              className={classes.task ?? ''}
              onClick={() => openInject(task.injectId)}
            >
              <Group gap={6} wrap="nowrap">
                <Text size="xs" fw={700} style={{ whiteSpace: 'nowrap' }}>
                  {t(`common:expectationKinds.${task.kind}`)}
                </Text>
                <Countdown clock={view.clock} dueAtMs={task.dueAtMs} />
              </Group>
              <Text size="xs" truncate w="100%">
                <LocalizedLine
                  text={view.injects[task.injectId]?.title ?? ''}
                  defaultLanguage={defaultLanguage}
                />
              </Text>
            </UnstyledButton>
          ))}
        </Group>
      </div>
    </section>
  );
}
