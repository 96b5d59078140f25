/**
 * The control room's head, in two rows at every width: where the exercise stands with every clock, and
 * what is next with the handles. What has no room in the second row is in the sheet.
 */
import { ActionIcon, Title, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
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
import { useIsAway } from '../parts/no-line-notice';
import { ClockControls, type ControlsRoom } from './clock-controls';
import { EndExerciseButton } from './end-exercise';
import { RoomTools, StateBadge, ZoneCells } from './head-parts';
import { ModuleMenu } from './module-menu';
import { MoreButton, MoreSheet } from './more-sheet';
import { NextUpBar } from './next-up-bar';
import { RealWorldButton } from './real-world';
import { classes } from './styles';
import { type Conduct, useConduct } from './use-conduct';

const now = { getInitialValueInEffect: false };

export const TopBar = memo(function TopBar() {
  const conduct = useConduct();
  const isRoomy = useMediaQuery('(min-width: 90em)', true, now) ?? true;
  const isBroad = useMediaQuery('(min-width: 105em)', true, now) ?? true;
  return (
    <header className={classes.topBar}>
      <ExerciseBanner isSmall />
      <Standing isRoomy={isRoomy} />
      <Handles conduct={conduct} room={isBroad ? 'broad' : isRoomy ? 'middle' : 'small'} />
      {isRoomy ? null : <MoreSheet conduct={conduct} hasModule={false} />}
    </header>
  );
});

function Standing({ isRoomy }: { isRoomy: boolean }) {
  const { t } = useTranslation('facilitator');
  const { view, status, pending, isKept } = useRoom();
  const isAway = useIsAway();
  return (
    <div className={classes.headRow}>
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
      <Title
        order={1}
        size="h5"
        lineClamp={2}
        className={classes.grows}
        title={view.exercise.title}
      >
        {view.exercise.title}
      </Title>
      <StateBadge />
      <PlayClock
        clock={view.clock}
        className={classes.clock}
        fz={32}
        fw={700}
        isGuess={isAway}
        aria-label={t('clock.play')}
      />
      <ZoneCells />
      <ConnectionBadge status={status} pending={pending} isKept={isKept} isCompact={!isRoomy} />
      {isRoomy ? <DeviceSwitches /> : <MoreButton />}
    </div>
  );
}

function DeviceSwitches() {
  const { t } = useTranslation('facilitator');
  const { show } = useDialogs();
  return (
    <>
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
    </>
  );
}

function Handles({ conduct, room }: { conduct: Conduct; room: ControlsRoom }) {
  return (
    <div className={classes.headRow}>
      <ModuleMenu />
      <div className={classes.grows}>
        <NextUpBar conduct={conduct} />
      </div>
      <ClockControls conduct={conduct} room={room} />
      <RoomTools look={room === 'broad' ? 'named' : 'sign'} />
      {room === 'small' ? null : <EndExerciseButton />}
      <RealWorldButton />
    </div>
  );
}
