/** What is announced about one inject: its deadline, how it stands, whom it concerns, where to do it. */
import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import type { InjectId } from '@trilogue/engine/protocol/ids';
import type { PlayerTask } from '@trilogue/engine/views/player-view';
import { useTranslation } from 'react-i18next';
import { useLocalizedText } from '../../i18n/use-localized-text';
import { Countdown } from '../../ui/clocks';
import { formatPlayTime } from '../../ui/format-time';
import { LocalizedLine } from '../../ui/localized-line';
import classes from './player.module.css';
import { placeOfTask, recipientNames, subjectOf } from './task-model';
import { usePlace } from './use-place';
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
    <Stack gap={10} component="ul" className={classes.tasks ?? ''} aria-label={t('tasks.here')}>
      {tasks.map((task) => (
        <li key={task.expectationId}>
          <Task task={task} />
        </li>
      ))}
    </Stack>
  );
}

function Task({ task }: { task: PlayerTask }) {
  const { t } = useTranslation('player');
  const { view, canAct, defaultLanguage } = usePlayer();
  const { showTab } = usePlace();
  const read = useLocalizedText();
  const isOpen = task.status === 'open';
  const where = placeOfTask(task.kind);
  const subject = subjectOf(view, task);
  const names = recipientNames(view, task).map((name) => read(name, defaultLanguage).text);
  return (
    <>
      <Group gap="xs">
        <Text size="sm" fw={650}>
          {t(`common:expectationKinds.${task.kind}`)}
        </Text>
        <Text size="sm" c="dimmed" className="tabular">
          {t('tasks.by', { time: formatPlayTime(task.dueAtMs) })}
        </Text>
        {isOpen && view.exercise.stage === 'live' ? (
          <Countdown clock={view.clock} dueAtMs={task.dueAtMs} />
        ) : (
          <Badge variant="light" color={colours[task.status]} tt="none">
            {t(`tasks.status.${task.status}`)}
          </Badge>
        )}
      </Group>
      {subject !== null && (
        <Text size="sm">
          <LocalizedLine text={subject} defaultLanguage={defaultLanguage} />
        </Text>
      )}
      {names.length > 0 && (
        <Text size="sm">{t('tasks.to', { names: names.join(t('outgoing.comma')) })}</Text>
      )}
      {where !== null && canAct && (isOpen || task.status === 'missed') && (
        <Anchor component="button" type="button" size="sm" py={3} onClick={() => showTab(where)}>
          {t('tasks.go', { where: t(`tabs.${where}`) })}
        </Anchor>
      )}
    </>
  );
}
