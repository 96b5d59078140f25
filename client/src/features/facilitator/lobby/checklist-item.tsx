/** One line of the checklist: whether it is done, what it says, and what there is to do about it. */
import { Box, Group, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function ChecklistItem(props: {
  readonly isDone: boolean;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('facilitator');
  const { isDone, text, children } = props;
  const Icon = isDone ? IconCheck : IconAlertTriangle;
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <ThemeIcon
        size={22}
        radius="xl"
        variant="light"
        color={isDone ? 'teal' : 'orange'}
        role="img"
        aria-label={isDone ? t('checklist.done') : t('checklist.toDo')}
      >
        <Icon size={14} aria-hidden />
      </ThemeIcon>
      <Box flex={1} miw={0}>
        <Text size="sm">{text}</Text>
        {children}
      </Box>
    </Group>
  );
}
