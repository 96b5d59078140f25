/** A word of advice, given only where the exercise coaches; where it assesses there is none. */
import { Group, Text } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './player.module.css';
import { usePlayer } from './use-player';

export function CoachHint({ children }: { children: ReactNode }) {
  const { t } = useTranslation('player');
  const { view } = usePlayer();
  if (view.exercise.mode !== 'coach') return null;
  return (
    <Group gap={8} wrap="nowrap" align="flex-start" className={classes.hint ?? ''} role="note">
      <IconBulb size={17} aria-label={t('hint.label')} style={{ flexShrink: 0, marginTop: 2 }} />
      <Text size="sm" component="div">
        {children}
      </Text>
    </Group>
  );
}
