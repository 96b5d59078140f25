/** The frame of the stages before and after play: banner, title, REAL WORLD, content. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AppFrame } from '../../../ui/app-frame';
import { ConnectionBadge } from '../../../ui/connection-badge';
import { ExerciseBanner } from '../../../ui/exercise-banner';
import { LocalizedLine } from '../../../ui/localized-line';
import { useRoom } from '../hooks/use-room';
import { NoLineNotice } from './no-line-notice';

export function StageFrame(props: {
  readonly stage: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('facilitator');
  const { view, status, pending, isKept } = useRoom();
  const { title, scenarioTitle, defaultLanguage } = view.exercise;
  return (
    <AppFrame
      size="xl"
      banner={<ExerciseBanner />}
      actions={
        <>
          <Button component={Link} to="/staff" size="compact-sm" variant="subtle">
            {t('toStaff')}
          </Button>
          <ConnectionBadge status={status} pending={pending} isKept={isKept} />
        </>
      }
    >
      <Stack gap="lg">
        <NoLineNotice />
        <Group justify="space-between" align="flex-end">
          <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Text size="sm" c="dimmed">
              {props.stage} ·{' '}
              <LocalizedLine text={scenarioTitle} defaultLanguage={defaultLanguage} />
            </Text>
            <Title order={1} size="h2">
              {title}
            </Title>
          </div>
          <Group gap="xs">{props.actions}</Group>
        </Group>
        {props.children}
      </Stack>
    </AppFrame>
  );
}
