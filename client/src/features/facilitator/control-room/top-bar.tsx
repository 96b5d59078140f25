/** The control room's head: where the exercise stands, every clock, what is next, and the handles. */
import { ActionIcon, Group, Title, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconHelp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlayClock } from '../../../ui/clocks';
import { ConnectionBadge } from '../../../ui/connection-badge';
import { ExerciseBanner } from '../../../ui/exercise-banner';
import { ColorSchemeSwitch, LanguageSwitch } from '../../../ui/switches';
import { useDialogs } from '../hooks/use-dialogs';
import { useRoom } from '../hooks/use-room';
import { ClockControls } from './clock-controls';
import { EndExerciseButton } from './end-exercise';
import { RoomTools, StateBadge, Zones } from './head-parts';
import { ModuleMenu } from './module-menu';
import { NextUpBar } from './next-up-bar';
import { RealWorldButton } from './real-world';
import { classes } from './styles';
import { useConduct } from './use-conduct';

export const TopBar = memo(function TopBar() {
  const { t } = useTranslation('facilitator');
  const conduct = useConduct();
  const { show } = useDialogs();
  const { view, status, pending, isKept } = useRoom();
  return (
    <header className={classes.topBar}>
      <ExerciseBanner isSmall />
      <Group px="sm" pt={6} gap="xs" justify="space-between">
        <Group gap="xs" wrap="nowrap" miw={0} flex="1 1 280px">
          <Tooltip label={t('toStaff')}>
            <ActionIcon
              component={Link}
              to="/staff"
              variant="subtle"
              color="gray"
              aria-label={t('toStaff')}
            >
              <IconArrowLeft size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Title order={1} size="h5" lineClamp={2}>
            {view.exercise.title}
          </Title>
          <StateBadge />
        </Group>
        <Group gap={8}>
          <RoomTools />
          <ConnectionBadge status={status} pending={pending} isKept={isKept} />
          <LanguageSwitch />
          <ColorSchemeSwitch />
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('help.title')}
            onClick={() => show('help')}
          >
            <IconHelp size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Group px="sm" pt={4} gap="md" align="center">
        <PlayClock
          clock={view.clock}
          className={classes.clock}
          fz={34}
          fw={700}
          {...(status === 'live' ? {} : { c: 'dimmed' })}
          aria-label={t('clock.play')}
        />
        <Zones />
        <ModuleMenu />
      </Group>
      <Group px="sm" py={6} gap="xs" justify="space-between">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <NextUpBar conduct={conduct} />
        </div>
        <Group gap="xs">
          <ClockControls conduct={conduct} />
          <EndExerciseButton />
          <RealWorldButton />
        </Group>
      </Group>
    </header>
  );
});
