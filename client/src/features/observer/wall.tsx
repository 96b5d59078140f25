/** The wall's layout: banner, clocks, then what its stage asks for. */
import { ActionIcon, Group, Title } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../connection/exercise-context';
import { ExerciseBanner } from '../../ui/exercise-banner';
import { formatPlayTime, formatWallTime } from '../../ui/format-time';
import { patienceMs } from '../../ui/no-line';
import { ColorSchemeSwitch, LanguageSwitch } from '../../ui/switches';
import { useStaysTrue } from '../../ui/use-stays-true';
import { TurnProvider, useTurn } from './rotating';
import { useWall } from './use-wall';
import css from './wall.module.css';
import { WallClocks } from './wall-clocks';
import { WallEnded } from './wall-ended';
import { WallLive } from './wall-live';
import { WallWelcome } from './wall-welcome';

export function Wall() {
  const { view, status, lostAtMs } = useWall();
  const { stage, isRealWorld, title } = view.exercise;
  // A page that has just come shows what it last showed, and hears the server a moment later.
  const isAway = useStaysTrue(status !== 'live', patienceMs);
  const staleSinceMs = isAway ? lostAtMs : null;
  return (
    <TurnProvider>
      <div className={css.wall} data-stale={staleSinceMs !== null || undefined}>
        <div className={css.banner}>
          <ExerciseBanner />
        </div>
        <header className={css.head}>
          <Title order={1} className={css.title ?? ''}>
            {title}
          </Title>
          <Group gap="xs" className={css.switches ?? ''}>
            {stage === 'live' && <HoldTurns />}
            <LanguageSwitch />
            <ColorSchemeSwitch />
          </Group>
        </header>
        {staleSinceMs !== null && <Stale sinceMs={staleSinceMs} />}
        {isRealWorld ? <RealWorld /> : <Stage stage={stage} isGuess={staleSinceMs !== null} />}
      </div>
    </TurnProvider>
  );
}

function Stage(props: {
  readonly stage: ReturnType<typeof useWall>['view']['exercise']['stage'];
  readonly isGuess: boolean;
}) {
  const { stage, isGuess } = props;
  if (stage === 'draft' || stage === 'lobby') return <WallWelcome />;
  return (
    <>
      <WallClocks isGuess={isGuess} />
      {stage === 'ended' ? <WallEnded /> : <WallLive />}
    </>
  );
}

/** Whoever does stand beside it may keep a question on the screen. */
function HoldTurns() {
  const { t } = useTranslation('observer');
  const { isHeld, hold } = useTurn();
  const label = t(isHeld ? 'turns.goOn' : 'turns.hold');
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      title={label}
      onClick={() => hold(!isHeld)}
    >
      {isHeld ? (
        <IconPlayerPlay size={18} aria-hidden />
      ) : (
        <IconPlayerPause size={18} aria-hidden />
      )}
    </ActionIcon>
  );
}

function Stale({ sinceMs }: { sinceMs: number }) {
  const { t, i18n } = useTranslation('observer');
  useNow();
  return (
    <p className={css.offline}>
      <IconPlugConnectedX className={css.offlineIcon} aria-hidden />
      <span>
        <strong role="status">
          {t('offline.since', { time: formatWallTime(sinceMs, i18n.language) })}
        </strong>{' '}
        <span aria-hidden className="tabular">
          {t('offline.for', { time: formatPlayTime(Date.now() - sinceMs) })}
        </span>{' '}
        {t('offline.text')}
      </span>
    </p>
  );
}

function RealWorld() {
  const { t } = useTranslation('observer');
  return (
    <main className={css.realWorld} role="alert">
      <p translate="no" className={css.realWorldTitle}>
        REAL WORLD
      </p>
      <p className={css.large}>{t('common:realWorld.stopped')}</p>
      <p className={css.large}>{t('common:realWorld.wait')}</p>
    </main>
  );
}
