/** What is announced about one inject, each with its deadline and how it stands. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import { useTranslation } from 'react-i18next';
import { Countdown } from '../../ui/clocks';
import { formatPlayTime } from '../../ui/format-time';
import { usePlayer } from './use-player';

const colours = {
  open: 'gray',
  met: 'teal',
  late: 'orange',
  missed: 'red',
  waived: 'gray',
} as const;

export function InjectTasks({ injectId }: { injectId: InjectId }) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  const tasks = Object.values(view.tasks)
    .filter((task) => task.injectId === injectId)
    .sort((a, b) => a.dueAtMs - b.dueAtMs);
  if (tasks.length === 0) return null;
  return (
    <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {tasks.map((task) => (
        <Group key={task.expectationId} component="li" gap="xs">
          <Text size="sm" fw={650}>
            {t(`common:expectationKinds.${task.kind}`)}
          </Text>
          <Text size="sm" c="dimmed" className="tabular">
            {t('tasks.by', { time: formatPlayTime(task.dueAtMs) })}
          </Text>
          {task.status === 'open' && view.exercise.stage === 'live' ? (
            <Countdown clock={view.clock} dueAtMs={task.dueAtMs} />
          ) : (
            <Badge variant="light" color={colours[task.status]} tt="none">
              {t(`tasks.status.${task.status}`)}
            </Badge>
          )}
        </Group>
      ))}
    </Stack>
  );
}
