/** The wall's layout: banner, clocks, then what its stage asks for. */
import { Badge, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExerciseBanner } from '../../ui/exercise-banner';
import { ColorSchemeSwitch, LanguageSwitch } from '../../ui/switches';
import { useWall } from './use-wall';
import css from './wall.module.css';
import { WallClocks } from './wall-clocks';
import { WallLive } from './wall-live';
import { WallScores } from './wall-scores';
import { WallWelcome } from './wall-welcome';

export function Wall() {
  const { view, status } = useWall();
  const { t } = useTranslation('observer');
  const { stage, isRealWorld, title } = view.exercise;
  return (
    <div className={css.wall}>
      <div className={css.banner}>
        <ExerciseBanner />
      </div>
      <header className={css.head}>
        <Title order={1} className={css.title ?? ''}>
          {title}
        </Title>
        <Group gap="xs" className={css.switches ?? ''}>
          <LanguageSwitch />
          <ColorSchemeSwitch />
        </Group>
      </header>
      {status === 'live' ? null : (
        <p className={css.offline} role="status">
          {t('offline')}
        </p>
      )}
      {isRealWorld ? <RealWorld /> : <Stage stage={stage} />}
    </div>
  );
}

function Stage({ stage }: { stage: ReturnType<typeof useWall>['view']['exercise']['stage'] }) {
  if (stage === 'draft' || stage === 'lobby') return <WallWelcome />;
  return (
    <>
      <WallClocks />
      {stage === 'ended' ? <Ended /> : <WallLive />}
    </>
  );
}

function Ended() {
  const { t } = useTranslation('observer');
  return (
    <main className={css.centre}>
      <Badge size="xl" radius="sm" tt="none" translate="no">
        EndEx
      </Badge>
      <Title order={2} className={css.huge ?? ''}>
        {t('ended.title')}
      </Title>
      <Text className={css.large ?? ''}>{t('ended.text')}</Text>
      <WallScores />
    </main>
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
