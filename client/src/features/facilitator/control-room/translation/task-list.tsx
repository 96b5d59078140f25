/** The queue, in groups of the same urgency. */
import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPlayTime } from '../../../../ui/format-time';
import { useTools } from '../../hooks/use-room';
import { type TranslationTask, urgencies } from '../../logic/translation-queue';
import { languageName } from '../../parts/written';
import { desk } from '../desk-styles';
import { useTaskName } from './use-task-name';

/** How many of a group are shown at first. */
const pageSize = 40;

interface TaskListProps {
  readonly tasks: readonly TranslationTask[];
  readonly open: string | null;
  readonly onOpen: (task: TranslationTask) => void;
}

export function TaskList({ tasks, open, onOpen }: TaskListProps) {
  const { t } = useTranslation('facilitator');
  const [size, setSize] = useState(pageSize);
  const nameOf = useTaskName();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <div className={desk.scroll} tabIndex={0}>
      {urgencies.map((urgency) => {
        const group = tasks.filter((task) => task.urgency === urgency);
        if (group.length === 0) return null;
        return (
          <section key={urgency} aria-label={t(`translate.urgency.${urgency}`)}>
            <Text size="xs" fw={650} c="dimmed" px="sm" py={6}>
              {t('translate.group', {
                name: t(`translate.urgency.${urgency}`),
                count: group.length,
              })}
            </Text>
            {group.slice(0, size).map((task) => (
              <Task
                key={task.key}
                task={task}
                name={nameOf(task)}
                isOpen={task.key === open}
                onOpen={onOpen}
              />
            ))}
            {group.length > size ? (
              <Button variant="subtle" size="xs" fullWidth onClick={() => setSize(size + pageSize)}>
                {t('translate.more', { count: group.length - size })}
              </Button>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

const Task = memo(function Task(props: {
  task: TranslationTask;
  name: string;
  isOpen: boolean;
  onOpen: (task: TranslationTask) => void;
}) {
  const { task, name, isOpen, onOpen } = props;
  const { names } = useTools();
  return (
    <UnstyledButton
      className={desk.pick}
      data-urgency={task.urgency}
      aria-current={isOpen || undefined}
      onClick={() => onOpen(task)}
    >
      <Group gap={6} wrap="nowrap" justify="space-between">
        <Text size="sm" fw={600} lineClamp={2}>
          {name}
        </Text>
        <Badge size="xs" radius="sm" variant="outline" tt="none" style={{ flexShrink: 0 }}>
          {languageName(task.language)}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed" lineClamp={1}>
        {task.atMs === null ? '' : `${formatPlayTime(task.atMs)} `}
        {task.original === null ? '…' : names.text(task.original)}
      </Text>
    </UnstyledButton>
  );
});
