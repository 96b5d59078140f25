/** The room's head where there is little room: state, play time and what is next; the rest in a sheet. */
import { Group, Title } from '@mantine/core';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PlayClock } from '../../../ui/clocks';
import { ConnectionBadge } from '../../../ui/connection-badge';
import { ExerciseBanner } from '../../../ui/exercise-banner';
import { useRoom } from '../hooks/use-room';
import { NoLineSince, useIsAway } from '../parts/no-line-notice';
import { PauseButton } from './clock-controls';
import { StateBadge, Zones } from './head-parts';
import { MoreButton, MoreSheet } from './more-sheet';
import { NextUpBar } from './next-up-bar';
import { RealWorldButton } from './real-world';
import { classes } from './styles';
import { useConduct } from './use-conduct';

export const NarrowHead = memo(function NarrowHead() {
  const { t } = useTranslation('facilitator');
  const conduct = useConduct();
  const { view, status, pending, isKept } = useRoom();
  const isAway = useIsAway();
  const head = useHeadHeight();
  return (
    <header className={classes.narrowHead} ref={head}>
      <ExerciseBanner isSmall />
      <Group px="sm" pt={4} gap={8} wrap="nowrap">
        <Title order={1} size="h6" lineClamp={1} flex={1} miw={0} title={view.exercise.title}>
          {view.exercise.title}
        </Title>
        <ConnectionBadge isCompact {...{ status, pending, isKept }} />
        <StateBadge />
        <MoreButton />
      </Group>
      <Group px="sm" pt={2} gap={8} wrap="nowrap" justify="space-between">
        <PlayClock
          clock={view.clock}
          className={classes.clock}
          fz={30}
          fw={700}
          isGuess={isAway}
          aria-label={t('clock.play')}
        />
        <div className={classes.roomyOnly}>
          <Zones />
        </div>
        <Group gap={8} wrap="nowrap">
          <PauseButton conduct={conduct} isShort />
          <RealWorldButton />
        </Group>
      </Group>
      <div className={classes.narrowNext}>
        <NextUpBar conduct={conduct} />
      </div>
      <NoLineSince />
      <MoreSheet conduct={conduct} hasModule />
    </header>
  );
});

/** What stays in sight below it has to know how tall it is: words are longer in some languages. */
function useHeadHeight() {
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = head.current;
    const room = element?.parentElement;
    if (!element || !room) return;
    const observer = new ResizeObserver(() =>
      room.style.setProperty('--head-height', `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return head;
}
