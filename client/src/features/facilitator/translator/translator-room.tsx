/** The desk beside the staff's line; on a narrow screen one of them at a time. */
import { ActionIcon, Alert, Group, Tabs, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlayClock } from '../../../ui/clocks';
import { ConnectionBadge } from '../../../ui/connection-badge';
import { ExerciseBanner } from '../../../ui/exercise-banner';
import { ColorSchemeSwitch, LanguageSwitch } from '../../../ui/switches';
import { StaffLineTab } from '../control-room/counted-tabs';
import { StateBadge } from '../control-room/head-parts';
import { RealWorldButton, RealWorldDialog, RealWorldNow } from '../control-room/real-world';
import { StaffLinePanel } from '../control-room/staff-line/staff-line-panel';
import { TranslationDesk } from '../control-room/translation/translation-desk';
import { useRoom } from '../hooks/use-room';
import { NoLineNotice, useIsAway } from '../parts/no-line-notice';
import { Panel } from '../parts/panel-boundary';
import css from './translator.module.css';

export function TranslatorRoom() {
  const isWide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  return (
    <div className={css.room}>
      <Head />
      <StageNotice />
      {isWide ? (
        <main className={css.columns}>
          <Panel>
            <TranslationDesk />
          </Panel>
          <Panel>
            <StaffLinePanel />
          </Panel>
        </main>
      ) : (
        <NarrowDesk />
      )}
      <RealWorldDialog />
      <RealWorldNow />
    </div>
  );
}

function Head() {
  const { t } = useTranslation('facilitator');
  const { view, status, pending, isKept } = useRoom();
  const isAway = useIsAway();
  const { title, stage, realWorld } = view.exercise;
  const isPlayed = stage === 'lobby' || stage === 'live';
  return (
    <header className={css.head}>
      <ExerciseBanner isSmall />
      <Group px="sm" py={6} gap="6px 12px" justify="space-between">
        <Group gap="4px 10px" miw={0} flex="1 1 240px">
          <WayBack />
          <Title order={1} size="h5" lineClamp={2}>
            {title}
          </Title>
          {stage === 'live' && (
            <>
              <PlayClock
                clock={view.clock}
                fw={700}
                isGuess={isAway}
                aria-label={t('clock.play')}
              />
              <StateBadge />
            </>
          )}
        </Group>
        <Group gap={8}>
          <ConnectionBadge status={status} pending={pending} isKept={isKept} isCompact />
          <LanguageSwitch />
          <ColorSchemeSwitch />
          {isPlayed && realWorld === null && <RealWorldButton />}
        </Group>
      </Group>
    </header>
  );
}

/** For whoever runs the exercise and only looks in. */
function WayBack() {
  const { t } = useTranslation('facilitator');
  const { view, seatId } = useRoom();
  const seat = seatId === null ? undefined : view.seats[seatId];
  if (seat === undefined || seat.role === 'translator' || seat.role === 'evaluator') return null;
  return (
    <ActionIcon
      component={Link}
      to={`/control/${view.exercise.exerciseId ?? ''}`}
      variant="subtle"
      color="gray"
      aria-label={t('translate.back')}
    >
      <IconArrowLeft size={18} aria-hidden />
    </ActionIcon>
  );
}

/** Why what is there can't be translated now, or what was said may not have come. */
function StageNotice() {
  const { t } = useTranslation('facilitator');
  const { stage } = useRoom().view.exercise;
  return (
    <>
      <NoLineNotice />
      {stage !== 'live' && (
        <Alert color="gray" radius={0} p="xs" role="status">
          {t(stage === 'ended' ? 'translate.ended' : 'translate.notYet')}
        </Alert>
      )}
    </>
  );
}

function NarrowDesk() {
  const { t } = useTranslation('facilitator');
  return (
    <main className={css.narrow}>
      <Tabs defaultValue="translation" keepMounted={false} className={css.tabs ?? ''}>
        <Tabs.List>
          <Tabs.Tab value="translation">{t('tabs.translation')}</Tabs.Tab>
          <StaffLineTab />
        </Tabs.List>
        <Tabs.Panel value="translation" className={css.fill ?? ''}>
          <Panel>
            <TranslationDesk />
          </Panel>
        </Tabs.Panel>
        <Tabs.Panel value="staff" className={css.fill ?? ''}>
          <Panel>
            <StaffLinePanel />
          </Panel>
        </Tabs.Panel>
      </Tabs>
    </main>
  );
}
